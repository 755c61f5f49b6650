"""Writes at the end of a project, and to what it hands over."""

from wellrun.control.services.endings import (
    EndingRefused,
    close_with_learning,
    hand_over,
    take_back_hand_over,
)
from wellrun.control.services.holdings import pass_on_item
from wellrun.control.services.huddles import HuddleRefused, choose_agenda, set_huddle
from wellrun.control.services.items import ItemRefused, change_item, retire_item
from wellrun.control.services.reviews import ReviewRefused, write_review

__all__ = [
    "EndingRefused", "HuddleRefused", "ItemRefused", "ReviewRefused", "change_item", "choose_agenda",
    "close_with_learning", "hand_over", "pass_on_item", "retire_item", "set_huddle",
    "take_back_hand_over", "write_review",
]  # fmt: skip

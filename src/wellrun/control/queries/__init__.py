"""Questions about control items and closing reviews."""

from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.queries.items import get_for, items_of, visible_to
from wellrun.control.queries.reviews import review_of, verdict_of
from wellrun.control.queries.talk import item_topic

__all__ = [
    "ClosingReview", "ControlItem", "get_for", "item_topic", "items_of", "review_of", "verdict_of",
    "visible_to",
]  # fmt: skip

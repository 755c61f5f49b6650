"""Huddles, closing reviews and control items."""

from wellrun.control.models.huddle import AgendaChoice, Huddle
from wellrun.control.models.item import ControlItem
from wellrun.control.models.review import ClosingReview

__all__ = ["AgendaChoice", "ClosingReview", "ControlItem", "Huddle"]

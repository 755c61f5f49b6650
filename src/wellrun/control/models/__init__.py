"""Closing reviews and control items."""

from wellrun.control.models.item import ControlItem
from wellrun.control.models.review import ClosingReview

__all__ = ["ClosingReview", "ControlItem"]

"""Questions about huddles, control items and closing reviews."""

from wellrun.control.models import ClosingReview, ControlItem, Huddle
from wellrun.control.queries.huddles import Agenda, agenda_of, huddle_of, wants_agenda
from wellrun.control.queries.items import (
    ItemEvent,
    changes_of,
    get_for,
    items_of,
    items_resting_on,
    keepers_for,
    visible_to,
)
from wellrun.control.queries.limits import limits_of
from wellrun.control.queries.reviews import handed_over_last, review_of, verdict_of
from wellrun.control.queries.talk import item_topic

__all__ = [
    "Agenda", "ClosingReview", "ControlItem", "Huddle", "ItemEvent", "agenda_of", "changes_of", "get_for",
    "handed_over_last", "huddle_of", "item_topic", "items_of", "items_resting_on", "keepers_for",
    "limits_of", "review_of", "verdict_of", "visible_to", "wants_agenda",
]  # fmt: skip

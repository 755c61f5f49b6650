"""When a team meets, how a project ends, what its gain is worth, and what looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Weekday(IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Ending(TextChoices):
    """Both are good endings. A theory that did not hold saves others the same way round."""

    HANDED_OVER = "handed_over", _("Handed over to daily control")
    CLOSED = "closed", _("Closed with learning")


class SelfReport(TextChoices):
    """Whether the team itself says that the aim is met: a second outcome beside the chart's."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("In part")
    NO = "no", _("No")


class ItemState(TextChoices):
    ACTIVE = "active", _("In use")
    RETIRED = "retired", _("Retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewWords:
    """What a team writes when it looks back. The six kinds of value are told apart and never netted."""

    self_report: str = ""
    what_worked: str = ""
    for_whom: str = ""
    what_did_not: str = ""
    unexpected: str = ""
    value_outcomes: str = ""
    value_staff: str = ""
    value_productivity: str = ""
    value_avoidance: str = ""
    value_saving: str = ""
    value_revenue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """What it takes to look after a gain: who, the way of working, and what to do when it slips."""

    measure_ids: tuple[int, ...]
    """Those that show that it holds. Each becomes an item of its own, with limits of its own."""
    owner_id: int
    standard_work: str
    standard_link: str = ""
    trigger: str
    who_acts: str
    first_step: str
    within: str
    next_review: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWords:
    """What can be agreed anew about a control item: all but its measure and where it belongs."""

    owner_id: int
    standard_work: str
    standard_link: str = ""
    trigger: str
    who_acts: str
    first_step: str
    within: str
    next_review: date | None = None
    takes_new_limits: bool = False
    """Agree on the limits that the chart has today, in place of those that were agreed."""


LOOK_AGAIN_AFTER = timedelta(days=91)
"""A quarter: long enough to know whether it holds, short enough to remember why it matters."""
REVIEW_FIELDS = tuple(ReviewWords.__dataclass_fields__)
ITEM_TEXTS = ("standard_work", "trigger", "who_acts", "first_step", "within")

"""The stages of one test, and what people decide after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from wellrun.core.blanks import trimmed
from wellrun.core.vocabulary import worded_lazy


class Stage(TextChoices):
    """Where a cycle is. Each is named by what is being filled in."""

    PLAN = "plan", _("Planned")
    DO = "do", _("Under way")
    STUDY = "study", worded_lazy(_("Waiting for {Study}"))
    ACT = "act", _("Waiting for a decision")
    DONE = "done", _("Decided")


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaFlag:
    """An idea on the chart that its tests are read from: its words, at the day when its first test began."""

    period: date
    label: str


class Decision(TextChoices):
    """The Act of Plan-Do-Study-Act (Langley et al. 2009; Reed & Card 2016)."""

    ADOPT = "adopt", worded_lazy(_("{Adopt}"))
    ADAPT = "adapt", worded_lazy(_("{Adapt}"))
    EXPAND = "expand", worded_lazy(_("{Expand}"))
    ABANDON = "abandon", worded_lazy(_("{Abandon}"))


class Match(TextChoices):
    """Whether a prediction came true. That it did not is worth as much: the theory has learned something."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("We cannot tell")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What happened beside one prediction."""

    position: int
    happened: str
    matched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySeen:
    """What was seen on one day of a test: a count, out of how many where that is told, and a few words."""

    day: date
    count: int | None = None
    out_of: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a team writes before it tests. The predictions are locked when Do starts."""

    question: str
    prediction: str = ""
    """One prediction on each line."""
    who: str = ""
    where: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    what: str = ""
    data: str = ""
    count_label: str = ""
    """What is counted each day, in two or three words; empty: the days have words alone."""
    out_of_label: str = ""
    """Out of what, where it is a share."""
    people: int | None = None
    days: int | None = None
    sites: int | None = None


MOST_PREDICTIONS = 9
_LISTED = re.compile(r"^(?:[-*\u2022\u2013]|\d{1,2}[.)])\s+")
"""How people begin the lines of a list."""


def predictions_in(text: str) -> tuple[str, ...]:
    """Each line that says something is one prediction. The number or dash before it is not part of it."""
    lines = (trimmed(_LISTED.sub("", line.strip())) for line in text.splitlines())
    return tuple(line for line in lines if line)

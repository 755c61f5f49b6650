"""The stages of one test, and what people decide after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a team writes before it tests. The prediction is locked when Do starts."""

    question: str
    prediction: str = ""
    who: str = ""
    where: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    what: str = ""
    data: str = ""
    people: int | None = None
    days: int | None = None
    sites: int | None = None

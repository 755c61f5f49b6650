"""The stages of one test, and what people decide after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
class Act:
    """What a team decides, and why."""

    decision: str
    why: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What a number must be like to lie on the chart of a measure."""

    words: str
    """The measure's name and what it counts: a prediction about something else shares none of them."""
    unit: str
    """What one of it is called, as "minutes"; for plain counts and times."""
    period: str
    is_percent: bool
    per: float = 1.0
    """1000 for falls in every 1,000 bed days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A prediction that names a level of a measure, in the team's words and as a number on its chart."""

    text: str
    level: float


def expected_on(scale: Scale, predictions: Iterable[str]) -> Expected | None:
    """The one level that the predictions name; nothing where none does, or more than one could be meant.

    A guess would be a prediction that nobody made, so everything in doubt is left out.
    """
    found = [
        Expected(text=text, level=level)
        for text in predictions
        if _is_about(text, scale.words)
        for level in _levels_in(text, scale)
    ]
    return found[0] if len(found) == 1 else None


_SPELLED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(_SPELLED)}"
_SHARE = re.compile(
    rf"\b({_NUMBER})\s+(?:in|of|out of|for|per)\s+(?:every\s+|each\s+)?({_NUMBER})\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)\s*(?:%|per ?cent\b)", re.IGNORECASE)
_CHANGE_BEFORE = re.compile(r"\b(?:by|not)\s*$", re.IGNORECASE)
_CHANGE_AFTER = re.compile(
    r"^(?:(?!\bor\b)[^.,;]){0,12}\b(?:more|fewer|less|higher|lower|instead)\b", re.IGNORECASE
)
""" "By 10%", "20 minutes instead of 35": how much it will differ, and no level."""
_EVERYWHERE = frozenset({
    "after", "before", "each", "every", "from", "have", "hour", "hours", "minute", "minutes", "month",
    "months", "more", "people", "patients", "than", "that", "their", "them", "they", "this", "week", "weeks",
    "will", "with", "within",
})  # fmt: skip
"""Words that say nothing about what is counted."""


def _is_about(text: str, words: str) -> bool:
    """Whether a word of the measure stands in the text, in one form or another: "check", "checked"."""
    named, said = _content(words), _content(text)
    return any(one.startswith(other) or other.startswith(one) for one in named for other in said)


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{4,}", text.casefold()) if word not in _EVERYWHERE}


def _levels_in(text: str, scale: Scale) -> list[float]:
    if scale.is_percent:
        shares = [_number(one[1]) / (_number(one[2]) or 1) for one in _levels(_SHARE, text)]
        found = shares + [_number(one[1]) / 100 for one in _levels(_PERCENT, text)]
        return [level for level in found if level <= 1]
    if scale.per != 1:
        return [_number(one[1]) for one in _levels(_SHARE, text) if _number(one[2]) == scale.per]
    if not scale.unit:
        return []
    other = "|".join({"day", "week", "month", "quarter", "year"} - {scale.period})
    unit = re.escape(scale.unit.removesuffix("s"))
    counted = rf"\b({_NUMBER})\s+{unit}s?\b(?!\s+(?:a|an|each|every|per)\s+(?:{other})\b)"
    return [_number(one[1]) for one in _levels(re.compile(counted, re.IGNORECASE), text)]


def _levels(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return [
        found
        for found in pattern.finditer(text)
        if not _CHANGE_BEFORE.search(text[: found.start()]) and not _CHANGE_AFTER.search(text[found.end() :])
    ]


def _number(text: str) -> float:
    word = text.casefold()
    return float(_SPELLED.index(word) + 1) if word in _SPELLED else float(text.replace(",", ""))

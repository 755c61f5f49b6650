"""Which numbers, periods and words a measure accepts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.core.identifiers import problem_in
from wellrun.core.lengths import too_long
from wellrun.measures.models import Measure
from wellrun.measures.values.choices import COUNT_CHARTS, RATIO_CHARTS, Chart
from wellrun.measures.values.definitions import Numbers
from wellrun.measures.values.sentences import typed
from wellrun_spc.wording import format_date

LARGEST = 1e12
LONGEST_NOTE = 500
LONGEST_REASON = 1000
EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and what to do, as a sentence; ``field`` is the input it is about."""

    sentence: str
    field: str


def accepts_numbers(measure: Measure) -> Decision:
    if measure.is_removed:
        return refused(_("This measure was removed. Put it back to add numbers."))
    if measure.is_archived:
        return refused(_("This measure is archived and takes no new numbers. Collect it again to add some."))
    return ALLOWED


def problem_with_numbers(chart: str, numbers: Numbers) -> Problem | None:
    """What stops these numbers from being one point of such a chart; ``None`` when nothing does."""
    if chart in RATIO_CHARTS:
        return (
            _problem_with_one("numerator", numbers.numerator, is_count=True)
            or _problem_with_one("denominator", numbers.denominator, is_count=chart == Chart.P)
            or _problem_with_pair(chart, numbers)
        )
    return _problem_with_one("value", numbers.value, is_count=chart in COUNT_CHARTS)


def _problem_with_one(field: str, number: float | None, *, is_count: bool) -> Problem | None:
    if number is None:
        return Problem(_("Type a number, like 3."), field)
    if not math.isfinite(number):
        return Problem(_("Type an ordinary number, like 3."), field)
    if abs(number) > LARGEST:
        return Problem(_("%(number)s is too large. Check it.") % {"number": typed(number)}, field)
    return _problem_with_count(field, number) if is_count else None


def _problem_with_count(field: str, number: float) -> Problem | None:
    if number < 0:
        return Problem(
            _("%(number)s is below 0. A count starts at 0. Check the sign.") % {"number": typed(number)},
            field,
        )
    if number != int(number):
        return Problem(
            _("%(number)s is not a whole number. Count whole things, like 3.") % {"number": typed(number)},
            field,
        )
    return None


def _problem_with_pair(chart: str, numbers: Numbers) -> Problem | None:
    part, whole = numbers.numerator, numbers.denominator
    if part is None or whole is None:
        return None
    if whole <= 0:
        return Problem(
            _("The second number must be above 0. If there was nobody to count, leave this period out."),
            "denominator",
        )
    if chart == Chart.P and part > whole:
        return Problem(
            _("%(part)s is more than %(whole)s. The first number is part of the second. Check both.")
            % {"part": typed(part), "whole": typed(whole)},
            "numerator",
        )
    return None


def problem_with_period(period: date, today: date) -> Problem | None:
    return problem_with_year(period) or problem_with_future(period, today)


def problem_with_year(day: date) -> Problem | None:
    if day < EARLIEST:
        return Problem(_("%(day)s is too long ago. Check the year.") % {"day": format_date(day)}, "period")
    return None


def problem_with_future(period: date, today: date) -> Problem | None:
    if period > today:
        return Problem(
            _("%(day)s is in the future. Choose a date up to today, %(today)s.")
            % {"day": format_date(period), "today": format_date(today)},
            "period",
        )
    return None


def problem_with_text(text: str, *, field: str, longest: int, country: str = "") -> Problem | None:
    """Too long, or holding what looks like a patient's number. The text is never repeated or logged."""
    if len(text) > longest:
        return Problem(too_long(longest, len(text)), field)
    sentence = problem_in(text, country)
    return Problem(sentence, field) if sentence else None

"""The numbers of a test's measure as dots on one line, beside what was predicted."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from django.utils.translation import gettext as _

from wellrun.measures.queries import Measure, NumberRow
from wellrun.measures.values import Direction
from wellrun.pdsa.values import Expected, Scale, expected_on
from wellrun.web.components.strip.tag import Strip
from wellrun.web.measures.presenters.words import periods_text
from wellrun_spc.wording import format_value

MOST_BEFORE = 12
MOST_READ_OUT = 12
"""More numbers than these are told by their ends and their middle."""


def present_strip(
    measure: Measure, numbers: Sequence[NumberRow], before: Sequence[NumberRow], predictions: Sequence[str]
) -> Strip | None:
    """Nothing where no number of the test's days can be shown."""
    values, earlier = _values(measure, numbers), _values(measure, before)
    if not values:
        return None
    expected = expected_on(_scale(measure), predictions)
    known = [*values, *earlier, *([expected.level] if expected else [])]
    is_percent = measure.is_percent and measure.multiply == 1
    return Strip(
        label=_label(measure, values, earlier, expected),
        values=values,
        values_name=_("In the days of this test"),
        before=earlier,
        before_name=_("%(periods)s before") % {"periods": periods_text(measure.period, len(earlier))},
        mark=expected.level if expected else None,
        mark_name=_("Predicted %(number)s") % {"number": _shown(measure, expected.level, known)}
        if expected
        else "",
        is_percent=is_percent,
        is_whole=not is_percent and all(value == int(value) for value in known),
    )


def told_of(measure: Measure, strip: Strip) -> str:
    """The numbers beside what was predicted, as a sentence; whether that is a match is the team's to say."""
    if strip.mark is None:
        return ""
    known = [*strip.values, *strip.before, strip.mark]
    if len(strip.values) == 1:
        told = {
            "number": _shown(measure, strip.values[0], known),
            "level": _shown(measure, strip.mark, known),
        }
        return _("%(number)s, and you predicted %(level)s.") % told
    if measure.direction == Direction.NEUTRAL:
        return ""
    is_more = measure.direction == Direction.INCREASE
    reached = [value for value in strip.values if (value >= strip.mark if is_more else value <= strip.mark)]
    return _("%(count)d of %(all)d numbers reach what you predicted.") % {
        "count": len(reached),
        "all": len(strip.values),
    }


def _scale(measure: Measure) -> Scale:
    return Scale(
        words=f"{measure.name} {measure.y_label} {measure.numerator_label}",
        unit=(measure.y_label or measure.name).split()[0].strip(",.").casefold(),
        period=measure.period,
        is_percent=measure.is_percent and measure.multiply == 1,
        per=measure.multiply if measure.is_ratio else 1,
    )


def _values(measure: Measure, rows: Sequence[NumberRow]) -> tuple[float, ...]:
    """What may be shown, as it lies on the chart. What was left out of the chart is left out here."""
    shown = (row for row in rows if not row.is_suppressed and not row.is_excluded)
    values = (_value(measure, row) for row in shown)
    return tuple(value for value in values if value is not None)


def _value(measure: Measure, row: NumberRow) -> float | None:
    if not measure.is_ratio:
        return row.value
    if row.numerator is None or not row.denominator:
        return None
    return row.numerator / row.denominator * measure.multiply


def _label(
    measure: Measure, values: Sequence[float], before: Sequence[float], expected: Expected | None
) -> str:
    known = [*values, *before]
    told = [
        _("%(name)s: %(numbers)s.") % {"name": measure.name, "numbers": _read_out(measure, values, known)}
    ]
    if before:
        told.append(_("Before: %(numbers)s.") % {"numbers": _read_out(measure, before, known)})
    if expected:
        level = _shown(measure, expected.level, [*known, expected.level])
        told.append(_("You predicted %(level)s.") % {"level": level})
    return " ".join(told)


def _read_out(measure: Measure, values: Sequence[float], known: Sequence[float]) -> str:
    if len(values) <= MOST_READ_OUT:
        return ", ".join(_shown(measure, value, known) for value in values)
    ends = {
        "count": len(values),
        "low": _shown(measure, min(values), known),
        "high": _shown(measure, max(values), known),
        "middle": _shown(measure, median(values), known),
    }
    return _("%(count)d numbers from %(low)s to %(high)s, the middle one %(middle)s") % ends


def _shown(measure: Measure, value: float, known: Sequence[float]) -> str:
    return format_value(value, percent=measure.is_percent and measure.multiply == 1, reference=known)

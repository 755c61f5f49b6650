"""English templates for times, targets, headings and larger rule sets, and which arguments are numbers.

`messages` says how they work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wellrun_spc.wording import MONTHS, Written, number_in

_PERIODS = ("day", "week", "month", "quarter", "year", "point")

PHRASES = {
    "listed.between": ", ",
    "moment": "{moment}",
    "moment.week": "the week of {moment}",
    "moment.point": "point {moment}",
    "Moment": "{moment}",
    "Moment.week": "The week of {moment}",
    "Moment.point": "Point {moment}",
    "from_to.one": "{first}",
    "from_to.other": "{first} to {last}",
    "between": "{low} to {high}",
    "average": "the average of {value}",
    "averages": "their averages",
    "typical": "the typical value of {value}",
    "middle": "the middle value of {value}",
    "limit.high": "the upper limit of {value}",
    "limit.low": "the lower limit of {value}",
    "limits.high": "their upper limits",
    "limits.low": "their lower limits",
}

TIMES = {
    **{f"count.{period}.one": "{count} " + period for period in _PERIODS},
    **{f"count.{period}.other": "{count} " + period + "s" for period in _PERIODS},
    **{f"period.{period}": period for period in _PERIODS},
    **{f"periods.{period}": period + "s" for period in _PERIODS},
    **{f"month.{number}": name for number, name in enumerate(MONTHS, 1)},
    "date": "{day} {month} {year}",
    "date.time": "{day} {month} {year}, {time}",
    "date.month": "{month} {year}",
    "date.quarter": "{year} Q{quarter}",
}

TARGETS = {
    "range": "the usual range of {low} to {high}",
    "range.up_to": "the usual range, which goes up to {high}",
    "range.same": "the usual value of {high}",
    "target.none": "There is no target.",
    "target.no_direction": "To judge the target, say which way is better.",
    "target.no_limits": "The target can be judged once there are limits.",
    "target.hit_and_miss": (
        "The target of {target} sits inside {range}. Some {periods} will meet it and some will not."
    ),
    "target.consistently_meets": (
        "The target of {target} is met all through {range}. You can expect to meet it."
    ),
    "target.consistently_misses": (
        "The target of {target} is missed all through {range}. To meet it, change how the work is done."
    ),
    "target.changing": "The numbers are changing, so this may change too.",
    "target.trial": "There are few points yet, so this may change.",
}

WORDS = {
    "word.improving": "Improving",
    "word.concerning": "Concerning",
    "word.special_high": "Changed",
    "word.special_low": "Changed",
    "word.common_cause": "Steady",
    "word.early": "Too early to tell",
    "word.consistently_meets": "Keeps meeting target",
    "word.consistently_misses": "Keeps missing target",
    "word.hit_and_miss": "Sometimes meets target",
    "word.no_target": "No target",
    "word.not_assessed": "Target not judged",
}

# Everyday words, for a reading age of 9 to 11.
_PLAIN = {
    "beyond.high.now": "{count} of the last {counted} are well above {line}.",
    "beyond.low.now": "{count} of the last {counted} are well below {line}.",
    "beyond.high.then": "{count} of {counted}, from {first} to {last}, were well above {line}.",
    "beyond.low.then": "{count} of {counted}, from {first} to {last}, were well below {line}.",
    "near_centre.now": "The last {counted} all lie close to {line}.",
    "near_centre.then": "{counted} in a row, from {first} to {last}, lay close to {line}.",
    "far_from_centre.now": "None of the last {counted} lie close to {line}. Some are above it, some below.",
    "far_from_centre.then": "{counted} in a row, from {first} to {last}, lay away from {line} both ways.",
    "alternating.now": "The last {counted} went up and down in turn.",
    "alternating.then": "{counted} in a row, from {first} to {last}, went up and down in turn.",
    "runs_count.few": "The numbers change sides of {line} too seldom: {runs} runs in {counted}. "
    "We would expect {least} to {most}.",
    "runs_count.many": "The numbers change sides of {line} too often: {runs} runs in {counted}. "
    "We would expect {least} to {most}.",
    "box_corner": "The longest run is {longest} in {counted}, and there are {crossings} crossings of {line}. "
    "Each may be chance. Both together seldom are.",
}

_MEANINGS = {
    "mixed.near_centre": "Ask whether they mix different things, or whether the limits are out of date.",
    "mixed.far_from_centre": "Ask whether they come from two different things.",
    "mixed.alternating": "Ask whether two things take turns.",
    "mixed.runs_count": "Ask whether they come from two different things.",
}

# The field's own words for the same facts.
_FIELD = {
    "field.four_of_five.high": (
        "Four of five points in a row more than 1 sigma above the centre line: {where}."
    ),
    "field.four_of_five.low": (
        "Four of five points in a row more than 1 sigma below the centre line: {where}."
    ),
    "field.near_centre": "{counted} in a row within 1 sigma of the centre line of {centre}, {where}.",
    "field.far_from_centre": "{counted} in a row beyond 1 sigma of the centre line of {centre}, {where}.",
    "field.alternating": "{counted} in a row up and down in turn, {where}.",
    "field.runs_count": (
        "{runs} runs about the centre line of {centre} among {useful}; {least} to {most} expected."
    ),
    "field.box_corner": (
        "Longest run {longest} and {crossings} crossings of the centre line of {centre} among {useful}: "
        "outside the cut box."
    ),
}

# On g charts, whose runs are judged about the median.
_MEDIAN = {
    "field.shift.high.median": "Shift: {counted} in a row above the median of {centre}, {where}.",
    "field.shift.low.median": "Shift: {counted} in a row below the median of {centre}, {where}.",
    "field.longest_run.high.median": (
        "Unusually long run: {counted} in a row above the median of {centre}, {where}; "
        "at most {most} expected of {useful}."
    ),
    "field.longest_run.low.median": (
        "Unusually long run: {counted} in a row below the median of {centre}, {where}; "
        "at most {most} expected of {useful}."
    ),
    "field.crossings.median": (
        "Unusually few crossings of the median of {centre}: {crossings} among {useful}; at "
        "least {least} expected."
    ),
    "field.runs_count.median": (
        "{runs} runs about the median of {centre} among {useful}; {least} to {most} expected."
    ),
    "field.box_corner.median": (
        "Longest run {longest} and {crossings} crossings of the median of {centre} among {useful}: "
        "outside the cut box."
    ),
}

PATTERNS: dict[str, str] = _PLAIN | _MEANINGS | _FIELD | _MEDIAN

NAMES = frozenset({
    "moment", "first", "last", "time", "year", "quarter", "day", "case", "unit", "names", "second", "index",
    "rule", "rules", "chart", "later", "method", "settings",
})  # fmt: skip
"""Arguments that are names and dates, and stay as they are whatever they look like."""


def with_numbers(
    message: tuple[str, Mapping[str, Any]], number: Callable[[Written], str]
) -> tuple[str, dict[str, object]]:
    """The message with each number in it said another way."""
    name, arguments = message
    return name, {key: _said(key, value, number) for key, value in arguments.items()}


def _said(key: str, value: Any, number: Callable[[Written], str]) -> object:
    if isinstance(value, tuple) and isinstance(value[0], str):
        return with_numbers((value[0], value[1]), number)
    if isinstance(value, tuple):
        return tuple([with_numbers(part, number) for part in value])
    if key in NAMES or not isinstance(value, (str, int)):
        return value
    found = number_in(str(value))
    return value if found is None else number(found)

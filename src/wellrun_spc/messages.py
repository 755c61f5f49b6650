"""Everything a chart says, as message ids with English templates: whole sentences, never pieces glued together.

A translation is another catalogue with the same ids. Arguments are text, counts, or messages in turn (a noun phrase
such as "the average of 3.4"). An id with ``count`` among its arguments may have two forms: ``.one`` and ``.other``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Message: TypeAlias = tuple[str, dict[str, object]]
"""A message id and its arguments."""

# Plain words for everyone (reading age 9 to 11), then the field's words for the same facts (`field.*`).
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        # periods, counted and alone
        **{f"count.{p}.one": "{count} " + p for p in ("day", "week", "month", "quarter", "year", "point")},
        **{
            f"count.{p}.other": "{count} " + p + "s"
            for p in ("day", "week", "month", "quarter", "year", "point")
        },
        "moment": "{moment}",
        "moment.week": "the week of {moment}",
        "moment.point": "point {moment}",
        "Moment": "{moment}",
        "Moment.week": "The week of {moment}",
        "Moment.point": "Point {moment}",
        # lines
        "line.average": "the average of {value}",
        "line.middle": "the middle value of {value}",
        "line.average.bare": "the average",
        "line.middle.bare": "the middle value",
        "line.high": "the upper limit of {value}",
        "line.low": "the lower limit of {value}",
        "lines.high": "their upper limits",
        "lines.low": "their lower limits",
        "line.range": "the usual change of {value}",
        # single points and runs on one side of a line
        "one.high.now": "The latest {period}, {moment}, is above {line}.",
        "one.low.now": "The latest {period}, {moment}, is below {line}.",
        "one.high.then": "{Moment} was above {line}.",
        "one.low.then": "{Moment} was below {line}.",
        "jump.now": "The jump to the latest {period}, {moment}, is bigger than {line}.",
        "jump.then": "The jump to {moment} was bigger than {line}.",
        "jumps.now": "The last {counted} all jumped by more than {line}.",
        "jumps.then": "{counted} in a row, to {moment}, jumped by more than {line}.",
        "run.high.now": "The last {counted} are all above {line}.",
        "run.low.now": "The last {counted} are all below {line}.",
        "run.high.then": "{counted} in a row, from {first} to {last}, were above {line}.",
        "run.low.then": "{counted} in a row, from {first} to {last}, were below {line}.",
        "skip.high.now": "Not counting gaps and points on the line, the last {counted} are all above {line}.",
        "skip.low.now": "Not counting gaps and points on the line, the last {counted} are all below {line}.",
        # trends, near a limit, crossings
        "trend.high.now": "The last {counted} kept rising, from {from} to {to}.",
        "trend.low.now": "The last {counted} kept falling, from {from} to {to}.",
        "trend.high.then": "{counted} in a row kept rising, from {first} to {last}.",
        "trend.low.then": "{counted} in a row kept falling, from {first} to {last}.",
        "near.high.now": "{count} of the last {counted} are near {line}.",
        "near.low.now": "{count} of the last {counted} are near {line}.",
        "near.high.then": "{count} of {counted}, from {first} to {last}, were near {line}.",
        "near.low.then": "{count} of {counted}, from {first} to {last}, were near {line}.",
        "past.high.now": "{count} of the last {counted} are near {line}, or above it.",
        "past.low.now": "{count} of the last {counted} are near {line}, or below it.",
        "past.high.then": "{count} of {counted}, from {first} to {last}, were near {line}, or above it.",
        "past.low.then": "{count} of {counted}, from {first} to {last}, were near {line}, or below it.",
        "crossings.none": "The line never crosses {line} in {counted}. We would expect at least {expected}.",
        "crossings.one": "The line crosses {line} only once in {counted}. We would expect at least {expected}.",
        "crossings.other": "The line crosses {line} only {count} times in {counted}. We would expect at least {expected}.",
        "now.high": "It is now above.",
        "now.low": "It is now below.",
        # what it means
        "unlikely": "That is very unlikely to be chance.",
        "was_unlikely": "That was very unlikely to be chance.",
        "ask": "Ask what was different.",
        "decide": "Decide together if that matters.",
        "good_too": "There is good news too: {also}",
        "bad_too": "There is bad news too: {also}",
        "steady.range": "Every {period} is inside the usual range of {low} to {high}.",
        "steady.up_to": "Every {period} is inside the usual range, which goes up to {high}.",
        "steady.limits": "Every {period} is inside its usual range.",
        "steady.no_limits": "The ups and downs look like chance.",
        "steady.now": "Now we see only usual ups and downs.",
        "steady.next": "To get a better result, change how the work is done.",
        "early.one": "You have {have}. Add {count} more to see a pattern.",
        "early.other": "You have {have}. Add {count} more to see a pattern.",
        "early.phase.one": "This phase has {have}. Add {count} more to see a pattern.",
        "early.phase.other": "This phase has {have}. Add {count} more to see a pattern.",
        # the target
        "target.none": "There is no target.",
        "target.no_direction": "A target can be judged once we know which way is better.",
        "target.no_limits": "A target can be judged once there are limits.",
        "target.mixed": (
            "The target of {target} sits inside the usual range of {low} to {high}. "
            "Some {periods} will meet it and some will not."
        ),
        "target.mixed.up_to": (
            "The target of {target} sits inside the usual range, which goes up to {high}. "
            "Some {periods} will meet it and some will not."
        ),
        "target.meets": "The usual range of {low} to {high} is all on the good side of the target of {target}.",
        "target.meets.up_to": "The usual range goes up to {high}. It is all on the good side of the target of {target}.",
        "target.misses": (
            "The usual range of {low} to {high} is all on the wrong side of the target of {target}. "
            "To meet it, change how the work is done."
        ),
        "target.misses.up_to": (
            "The usual range goes up to {high}. It is all on the wrong side of the target of {target}. "
            "To meet it, change how the work is done."
        ),
        "target.unsettled": "The numbers are changing, so this may change too.",
        # one word for the heading
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
        # the field's words
        "field.outside.high": "{counted} above the upper 3 sigma limit: {where}.",
        "field.outside.low": "{counted} below the lower 3 sigma limit: {where}.",
        "field.shift.high": "Shift: {counted} in a row above the centre line of {centre}, {where}.",
        "field.shift.low": "Shift: {counted} in a row below the centre line of {centre}, {where}.",
        "field.trend.high": "Trend: {counted} in a row rising, {where}.",
        "field.trend.low": "Trend: {counted} in a row falling, {where}.",
        "field.two_of_three.high": "Two of three consecutive points beyond 2 sigma above the centre line: {where}.",
        "field.two_of_three.low": "Two of three consecutive points beyond 2 sigma below the centre line: {where}.",
        "field.longest_run.high": (
            "Unusually long run: {counted} in a row above the centre line of {centre}, {where}; "
            "at most {expected} expected of {useful} useful points."
        ),
        "field.longest_run.low": (
            "Unusually long run: {counted} in a row below the centre line of {centre}, {where}; "
            "at most {expected} expected of {useful} useful points."
        ),
        "field.crossings": (
            "Unusually few crossings: {useful} useful points cross the centre line of {centre} "
            "{crossings} times; at least {expected} expected."
        ),
        "field.where.one": "{first}",
        "field.where.other": "{first} to {last}",
        "field.improving": "Special cause variation, improving.",
        "field.concerning": "Special cause variation, concerning.",
        "field.special_high": "Special cause variation, high.",
        "field.special_low": "Special cause variation, low.",
        "field.common_cause": "Common cause variation.",
        "field.early": "Common cause variation so far: {have}, fewer than 12.",
        "field.not_assessed": "Not assessed: {have}, and limits need at least 2.",
        "field.earlier": "Earlier in this phase: {also}",
        "verbatim": "{sentence}",
        "reason.none": "{rules}: no signal at the latest point.",
        "reason.signal": "{rules}: {rule}, {where}.",
    }
)


def render(message: Message, catalogue: Mapping[str, str] = ENGLISH) -> str:
    """The sentence of a message in the language of a catalogue."""
    name, arguments = message
    if name == "text":
        parts = arguments["parts"]
        assert isinstance(parts, tuple)
        return " ".join([render(part, catalogue) for part in parts])
    template = catalogue[name]
    if "{" not in template:
        return template
    return template.format_map(
        {
            key: render(value, catalogue) if isinstance(value, tuple) else value  # type: ignore[arg-type]
            for key, value in arguments.items()
        }
    )

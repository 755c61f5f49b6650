"""Everything a chart says, as message ids with English templates: whole sentences, never glued pieces.

A translation is another catalogue with the same ids. Arguments are text, counts, or messages in turn (a noun
phrase such as "the average of 3.4"). ``.one`` and ``.other`` are forms for a count; ``.now`` speaks of the
latest point, ``.then`` of an earlier stretch; ``.high`` and ``.low`` are sides of a line, or directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from wellrun_spc.catalogue import PATTERNS, PHRASES, TARGETS, TIMES, WORDS, with_numbers
from wellrun_spc.wording import Written

Message: TypeAlias = tuple[str, dict[str, object]]
"""A message id and its arguments."""

# Everyday words, for a reading age of 9 to 11.
_PATTERNS = {
    "one.high.now": "The latest {period}, {moment}, is above {line}.",
    "one.low.now": "The latest {period}, {moment}, is below {line}.",
    "one.high.then": "{Moment} was above {line}.",
    "one.low.then": "{Moment} was below {line}.",
    "jump.now": "The jump to the latest {period}, {moment}, is above {line}.",
    "jump.then": "The jump to {named} was above {line}.",
    "jumps.now": "The jumps to the last {counted} are all above {line}.",
    "jumps.then": "{counted} in a row, from {first} to {last}, came with a jump above {line}.",
    "run.high.now": "The last {counted} are all above {line}.",
    "run.low.now": "The last {counted} are all below {line}.",
    "pair.high.now": "The last {counted} are both above {line}.",
    "pair.low.now": "The last {counted} are both below {line}.",
    "run.high.then": "{counted} in a row, from {first} to {last}, were above {line}.",
    "run.low.then": "{counted} in a row, from {first} to {last}, were below {line}.",
    "run.skipping.high.now": (
        "Not counting gaps and points on the line, the last {counted} are all above {line}."
    ),
    "run.skipping.low.now": (
        "Not counting gaps and points on the line, the last {counted} are all below {line}."
    ),
    "trend.high.now": "The last {counted} kept rising, from {from} to {to}.",
    "trend.low.now": "The last {counted} kept falling, from {from} to {to}.",
    "trend.high.then": "{counted} in a row, from {first} to {last}, kept rising.",
    "trend.low.then": "{counted} in a row, from {first} to {last}, kept falling.",
    "near.now": "{count} of the last {counted} are {near}.",
    "near.then": "{count} of {counted}, from {first} to {last}, were {near}.",
    "near.all.now": "The last {counted} are all {near}.",
    "near.all.then": "{counted} in a row, from {first} to {last}, were {near}.",
    "near": "near {line}",
    "near_or_past.high": "near {line}, or above it",
    "near_or_past.low": "near {line}, or below it",
    "crossings.average.none": (
        "The line never crosses the average in {counted}. We would expect at least {least}."
    ),
    "crossings.average.one": (
        "The line crosses the average only once in {counted}. We would expect at least {least}."
    ),
    "crossings.average.other": (
        "The line crosses the average only {count} times in {counted}. We would expect at least {least}."
    ),
    "crossings.middle.none": (
        "The line never crosses the middle value in {counted}. We would expect at least {least}."
    ),
    "crossings.middle.one": (
        "The line crosses the middle value only once in {counted}. We would expect at least {least}."
    ),
    "crossings.middle.other": (
        "The line crosses the middle value only {count} times in {counted}. We would expect at least {least}."
    ),
    "crossings.typical.none": (
        "The line never crosses the typical value in {counted}. We would expect at least {least}."
    ),
    "crossings.typical.one": (
        "The line crosses the typical value only once in {counted}. We would expect at least {least}."
    ),
    "crossings.typical.other": (
        "The line crosses the typical value only {count} times in {counted}. "
        "We would expect at least {least}."
    ),
    "pattern.now": "Other rules of this chart fired on the latest {period}, {moment}.",
    "pattern.then": "Other rules of this chart fired up to {named}.",
}

_MEANINGS = {
    "side.high": "The latest numbers are above {line}.",
    "side.low": "The latest numbers are below {line}.",
    "side.unclear": "The numbers went one way and then back, so we cannot say where they are going.",
    "unlikely": "That is very unlikely to be chance.",
    "was_unlikely": "That was very unlikely to be chance.",
    "ask": "Ask what was different.",
    "ask.around": "Ask what changed around {first}.",
    "ask.since": "Ask what changed.",
    "decide": "Decide together if that matters.",
    "good_too": "There is good news too: {also}",
    "bad_too": "There is bad news too: {also}",
    "steady.range": "Every {period} is inside {range}.",
    "steady.ranges": "Every {period} is inside its usual range.",
    "steady.jumps": "Every jump from one {period} to the next is inside {range}.",
    "steady.same": "Every {period} is the same.",
    "steady.no_limits": "The ups and downs look like chance.",
    "steady.next": "To get a better result, change how the work is done.",
    "steady.now": "Now we see only the usual ups and downs.",
    "early.one": "You have {have}. Add {count} more to see a pattern.",
    "early.other": "You have {have}. Add {count} more to see a pattern.",
    "early.phase.one": "This phase has {have}. Add {count} more to see a pattern.",
    "early.phase.other": "This phase has {have}. Add {count} more to see a pattern.",
}

# The field's own words for the same facts.
_FIELD = {
    "field.outside.high": "{counted} above the upper 3 sigma limit: {where}.",
    "field.outside.low": "{counted} below the lower 3 sigma limit: {where}.",
    "field.shift.high": "Shift: {counted} in a row above the centre line of {centre}, {where}.",
    "field.shift.low": "Shift: {counted} in a row below the centre line of {centre}, {where}.",
    "field.trend.high": "Trend: {counted} in a row rising, {where}.",
    "field.trend.low": "Trend: {counted} in a row falling, {where}.",
    "field.two_of_three.high": (
        "Two of three points in a row more than 2 sigma above the centre line: {where}."
    ),
    "field.two_of_three.low": (
        "Two of three points in a row more than 2 sigma below the centre line: {where}."
    ),
    "field.longest_run.high": (
        "Unusually long run: {counted} in a row above the centre line of {centre}, {where}; "
        "at most {most} expected of {useful}."
    ),
    "field.longest_run.low": (
        "Unusually long run: {counted} in a row below the centre line of {centre}, {where}; "
        "at most {most} expected of {useful}."
    ),
    "field.crossings": (
        "Unusually few crossings of the centre line of {centre}: {crossings} among {useful}; at "
        "least {least} expected."
    ),
    "field.pattern": "Signal of the rule {rule}: {where}.",
    "field.improving": "Special cause variation, improving.",
    "field.concerning": "Special cause variation, concerning.",
    "field.special_high": "Special cause variation, high.",
    "field.special_low": "Special cause variation, low.",
    "field.common_cause": "Common cause variation.",
    "field.early": "Common cause variation so far, from {have}; fewer than 12.",
    "field.not_assessed": "Not assessed: {have}, and limits need at least 2.",
    "field.earlier": "Earlier in this phase there was a signal.",
    "reason.none": "{rules}: no signal at the latest point.",
    "reason.signal": "{rules}: {rule}, {where}.",
}

_NOTICES = {
    "notice.trial": "The limits are trial limits: {have} set them. They settle at 12 points.",
    "notice.no_limits": "There are no limits yet. They need at least 2 points.",
    "notice.no_neighbours": (
        "There are no limits. No two neighbours are known, so nothing shows how far points usually differ."
    ),
    "notice.no_subgroups": (
        "There are no limits. No point rests on two values or more, so nothing shows how far values usually "
        "differ."
    ),
    "notice.awaited": "The baseline lacks {have}. The limits are not frozen until then.",
    "notice.screened.one": "1 unusually big jump was left out when the limits were set.",
    "notice.screened.other": "{count} unusually big jumps were left out when the limits were set.",
    "notice.excluded": "{have} left out: drawn, but not counted.",
    "notice.suppressed": "{have} hidden for privacy: treated as missing, not as 0.",
}

ENGLISH: Mapping[str, str] = MappingProxyType(
    PATTERNS | TIMES | PHRASES | _PATTERNS | _MEANINGS | TARGETS | WORDS | _FIELD | _NOTICES
)


def sentences(parts: Iterable[Message]) -> Message:
    """Several whole sentences as one message."""
    return "sentences", {"parts": tuple(parts)}


def listed(parts: Iterable[Message]) -> Message:
    """Several phrases as one message."""
    return "listed", {"parts": tuple(parts)}


def render(
    message: Message, catalogue: Mapping[str, str] = ENGLISH, number: Callable[[Written], str] | None = None
) -> str:
    """A message in the language of a catalogue.

    Parameters
    ----------
    message
        A message id and its arguments, as a reading, a signal or a notice carries them.
    catalogue
        Templates by message id, with the arguments in braces. `wellrun_spc.english` has all there are.
    number
        How numbers are written: `wellrun_spc.number_style`, or any function that says a `Written` number,
        such as one that asks a library of locales. As in English where not given: 1,234.5.

    Returns
    -------
    str
        The sentence.

    Raises
    ------
    KeyError
        Where the catalogue lacks an id, or a template names an argument that the message does not have.

    Examples
    --------
    >>> render(("steady.ranges", {"period": ("period.week", {})}))
    'Every week is inside its usual range.'
    >>> render(("ask", {}), {"ask": "Pregunta qué fue distinto."})
    'Pregunta qué fue distinto.'
    """
    if number is not None:
        message = with_numbers(message, number)
    name, arguments = message
    if name in ("sentences", "listed"):
        parts: Any = arguments["parts"]
        between = " " if name == "sentences" else catalogue["listed.between"]
        return between.join([render(part, catalogue) for part in parts])
    values: Mapping[str, Any] = arguments
    for value in arguments.values():
        if type(value) is tuple:  # most have no message within them, and a panel renders a hundred thousand
            values = {
                key: render(each, catalogue) if type(each) is tuple else each
                for key, each in arguments.items()
            }
            break
    return catalogue[name].format_map(values)

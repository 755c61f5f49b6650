"""What a funnel says: it asks what is different, and never ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from wellrun_spc.limits.funnel.values import FunnelKind, FunnelResult, FunnelUnit, side_of
from wellrun_spc.messages import ENGLISH as MESSAGES
from wellrun_spc.messages import Message, listed, render, sentences
from wellrun_spc.results import Side
from wellrun_spc.wording import format_value

_MOST_NAMED = 6
"""More units than this are counted, not listed: the table names them."""

_SENTENCES = {
    "funnel.unit.high": (
        "{unit}: {value} ({counts}). Higher than we would expect from chance alone. What is different there?"
    ),
    "funnel.unit.low": (
        "{unit}: {value} ({counts}). Lower than we would expect from chance alone. What is different there?"
    ),
    "funnel.counts.proportion": "{count} of {size}",
    "funnel.counts.rate": "{count} in {size}",
    "funnel.counts.ratio": "{count} where {size} were expected",
    "funnel.field.unit.high": (
        "{unit}: {value} ({counts}), above the upper {level}% limit of {limit}; z = {z}."
    ),
    "funnel.field.unit.low": (
        "{unit}: {value} ({counts}), below the lower {level}% limit of {limit}; z = {z}."
    ),
    "funnel.field.wider.high": (
        "{unit}: {value} ({counts}), above the upper {level}% limit of {limit}"
        ", adjusted for over-dispersion; z = {z}."
    ),
    "funnel.field.wider.low": (
        "{unit}: {value} ({counts}), below the lower {level}% limit of {limit}"
        ", adjusted for over-dispersion; z = {z}."
    ),
    "funnel.side.high": "{unit} (higher)",
    "funnel.side.low": "{unit} (lower)",
    "funnel.inside.one": "There is one unit, at {target}. A funnel needs others to compare it with.",
    "funnel.inside.given": "There is one unit, and it is inside the limits around {target}.",
    "funnel.inside.other": (
        "All {count} units are inside the limits around {target}. "
        "The differences between them could all be chance."
    ),
    "funnel.outside.one": (
        "1 of {count} units is outside the limits around {target}: {names}. "
        "That is further than we would expect from chance alone. Ask what is different there."
    ),
    "funnel.outside.other": (
        "{outside} of {count} units are outside the limits around {target}: {names}. "
        "That is further than we would expect from chance alone. Ask what is different there."
    ),
    "funnel.outside.many": (
        "{outside} of {count} units are outside the limits around {target}. "
        "That is more than we would expect from chance alone. Ask what is different there."
    ),
    "funnel.by_chance": "By chance alone, about {expected} of {count} would be outside these limits.",
    "funnel.field.reading": (
        "{outside} of {count} units beyond the {level}% limits ({method}, {adjusted}); "
        "target {target}, phi {phi}, tau² {tau2}."
    ),
    "funnel.field.plain": "not adjusted for over-dispersion",
    "funnel.field.additive": "additive over-dispersion",
    "funnel.field.multiplicative": "multiplicative over-dispersion",
    "funnel.notice.spread": (
        "The units differ more than chance alone would make them (phi {phi}). "
        "They may serve different people, or count in different ways. "
        "Limits adjusted for over-dispersion allow for that."
    ),
    "funnel.notice.no_spread": (
        "The units differ no more than chance alone would make them (phi {phi}), "
        "so the limits are not widened."
    ),
    "funnel.notice.few": "There are only {count} units, so how much they truly differ is uncertain.",
    "funnel.notice.empty": "Nothing to compare: {names}. No cases were counted there.",
    "funnel.notice.rows.one": "1 row has a number missing and was left out.",
    "funnel.notice.rows.other": "{count} rows have a number missing and were left out.",
    "funnel.notice.no_events": "No unit had an event, so there is nothing to compare.",
}
ENGLISH: Mapping[str, str] = MappingProxyType({**MESSAGES, **_SENTENCES})


def message(name: str, **arguments: object) -> Message:
    """One of the messages above, with its arguments."""
    return f"funnel.{name}", arguments


def told(said: Message) -> str:
    """A message in English."""
    return render(said, ENGLISH)


def counts_of(kind: FunnelKind, numerator: float, denominator: float) -> Message:
    """Where a unit's value comes from: "31 of 252"."""
    return message(f"counts.{kind}", count=format_value(numerator), size=format_value(denominator))


def unit_words(unit: FunnelUnit, result: FunnelResult) -> tuple[Message, ...]:
    """The sentence and the plain twin about a unit outside the limits; none for all others."""
    side = side_of(unit, result.level)
    limits = unit.adjusted if result.adjusted else unit.unadjusted
    if side is None or limits is None or unit.value is None:
        return ()
    limit = limits.at(result.level)[side == "high"]
    scale = (unit.value, limit, result.target)
    arguments: dict[str, object] = {
        "unit": unit.unit,
        "value": format_value(unit.value, percent=result.percent, reference=scale),
        "counts": counts_of(result.kind, unit.numerator or 0, unit.denominator or 0),
        "level": format_value(result.level),
        "limit": format_value(limit, percent=result.percent, reference=scale),
        "z": _measure(unit.z),
    }
    name = "field.wider" if result.adjusted else "field.unit"
    return message(f"{name}.{side}", **arguments), message(f"unit.{side}", **arguments)


def reading_words(result: FunnelResult) -> tuple[Message, Message]:
    """What the whole funnel says, in the field's words and in plain ones."""
    target = format_value(result.target, percent=result.percent)
    count, outside = len(result.compared), result.outside
    sentence = message(
        "field.reading",
        outside=len(outside),
        count=count,
        level=format_value(result.level),
        method=result.method,
        adjusted=message(f"field.{result.overdispersion if result.adjusted else 'plain'}"),
        target=target,
        phi=_measure(result.phi),
        tau2=_measure(result.tau2),
    )
    plain = _plain(result, target)
    expected = 0.05 * count
    if result.level == 95 and expected >= 0.5:
        plain = sentences([plain, message("by_chance", expected=round(expected), count=count)])
    return sentence, plain


def _measure(value: float | None) -> str:
    return "unknown" if value is None else format_value(value)


def _plain(result: FunnelResult, target: str) -> Message:
    count, outside = len(result.compared), result.outside
    if not outside:
        alone = "given" if result.target_given else "one"
        return message(f"inside.{alone if count == 1 else 'other'}", count=count, target=target)
    form = "many" if len(outside) > _MOST_NAMED else "one" if len(outside) == 1 else "other"
    sides = [(unit, side) for unit in outside if (side := side_of(unit, result.level)) is not None]
    return message(f"outside.{form}", outside=len(outside), count=count, target=target, names=_named(sides))


def _named(sides: Sequence[tuple[FunnelUnit, Side]]) -> Message:
    return listed(message(f"side.{side}", unit=unit.unit) for unit, side in sides)

"""Rule sets as plain data: each part by its name and options, checked when it is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from wellrun_spc.rules.counted import box_corner, boxed_crossings, boxed_longest_run, runs_count
from wellrun_spc.rules.parts import Part, crossings, longest_run, outside, shift, trend, two_of_three
from wellrun_spc.rules.zones import alternating, far_from_centre, four_of_five, near_centre
from wellrun_spc.series import SeriesError

SCHEMA = "wellrun-rules/1"
"""Name and version of the saved form."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "ties": ("skip", "break"),
    "gaps": ("skip", "break"),
    "factors": ("exact", "published"),
    "on_limit": ("met", "not_met"),
    "conflict": ("first", "improvement"),
    "bounds": ("anhoej", "box"),
}
"""Policies with what each may say; the first is taken where nothing is said."""

LONGEST = 1000
_KEYS = {"schema", "name", "version", "title", "parts", "screening", "sentence", *CHOICES}


class _Maker(NamedTuple):
    make: Callable[..., Part]
    options: tuple[str, ...] = ()
    shortest: int = 0
    """A length below this would find nothing but chance."""


_MAKERS = {
    "outside": _Maker(outside),
    "shift": _Maker(shift, ("length",), 4),
    "trend": _Maker(trend, ("length",), 4),
    "two_of_three": _Maker(two_of_three, ("all_on_side", "beyond_counts")),
    "four_of_five": _Maker(four_of_five),
    "near_centre": _Maker(near_centre, ("length",), 8),
    "far_from_centre": _Maker(far_from_centre, ("length",), 4),
    "alternating": _Maker(alternating, ("length",), 8),
    "longest_run": _Maker(longest_run),
    "crossings": _Maker(crossings),
    "runs_count": _Maker(runs_count),
    "box_corner": _Maker(box_corner),
}
_BOXED = {"longest_run": _Maker(boxed_longest_run), "crossings": _Maker(boxed_crossings)}


def saved_part(part: Part) -> dict[str, object]:
    """A part as plain data; raises `SeriesError` where it is not one of this program's."""
    for makers in (_MAKERS, _BOXED):
        maker = makers.get(part.name)
        options = dict(zip(maker.options, part.options, strict=False)) if maker else {}
        if maker and maker.make(**options) == part:
            return {"rule": part.name, **options}
    raise _wrong(f"The part “{part.name}” cannot be saved.", f"Use parts from {', '.join(_MAKERS)}.")


def restored(saved: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a rule set from its saved form."""
    if not isinstance(saved, Mapping) or saved.get("schema", SCHEMA) != SCHEMA:
        raise _wrong("This is not a saved rule set.", f"Use what to_dict() gave: the form is {SCHEMA}.")
    unknown = sorted(set(saved) - _KEYS, key=str)
    if unknown:
        raise _wrong(f"A rule set has no “{unknown[0]}”.", f"Use {', '.join(sorted(_KEYS))}.")
    fields: dict[str, Any] = {name: _text(saved, name) for name in ("name", "title", "sentence")}
    fields |= {name: _chosen(saved, name) for name in CHOICES}
    fields["version"] = _whole(saved.get("version", 1), "The version", 1, LONGEST)
    fields["screening"] = _flag(saved.get("screening", False), "screening")
    fields["parts"] = _parts(saved.get("parts"), fields["bounds"])
    return fields


def _parts(given: object, bounds: str) -> tuple[Part, ...]:
    if not isinstance(given, Sequence) or isinstance(given, str) or not given:
        raise _wrong("The rule set has no parts.", "Give a list of one part or more.")
    return tuple(_part(part, place, bounds) for place, part in enumerate(given, 1))


def _part(given: object, place: int, bounds: str) -> Part:
    name = given.get("rule") if isinstance(given, Mapping) else given
    if not isinstance(given, Mapping) or not isinstance(name, str) or name not in _MAKERS:
        raise _wrong(f"Part {place} names no rule that there is: “{name}”.", f"Use {', '.join(_MAKERS)}.")
    maker = _BOXED.get(name, _MAKERS[name]) if bounds == "box" else _MAKERS[name]
    unknown = sorted(set(given) - {"rule", *maker.options}, key=str)
    if unknown:
        says = ", ".join(maker.options) or "no options"
        raise _wrong(f"Part {place}, {name}, has no option “{unknown[0]}”.", f"It has {says}.")
    where = f"of part {place}, {name},"
    options = {
        option: _whole(given[option], f"The length {where}", maker.shortest, LONGEST)
        if option == "length"
        else _flag(given[option], f"{option} {where}")
        for option in maker.options
        if option in given
    }
    if name in ("shift", "trend") and not options:
        raise _wrong(f"Part {place}, {name}, has no length.", "Say how many points in a row it takes.")
    return maker.make(**options)


def _text(saved: Mapping[str, Any], name: str) -> str:
    text = saved.get(name)
    if not isinstance(text, str) or not text.strip() or (name == "name" and not _is_name(text)):
        asked = "Use small letters, digits and hyphens." if name == "name" else "Write it in words."
        raise _wrong(f"The {name} of the rule set is missing or cannot be used.", asked)
    return text


def _is_name(text: str) -> bool:
    return text == text.lower() and text.replace("-", "").isalnum() and text.isascii()


def _chosen(saved: Mapping[str, Any], name: str) -> str:
    known = CHOICES[name]
    chosen = saved.get(name, known[0])
    if not isinstance(chosen, str) or chosen not in known:
        raise _wrong(f"“{chosen}” is no choice for {name}.", f"Use one of {', '.join(known)}.")
    return chosen


def _whole(given: object, what: str, least: int, most: int) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not least <= given <= most:
        raise _wrong(f"{what} cannot be {given}.", f"Use a whole number from {least} to {most}.")
    return given


def _flag(given: object, what: str) -> bool:
    if not isinstance(given, bool):
        raise _wrong(f"{what} cannot be {given}.", "Use true or false.")
    return given


def _wrong(problem: str, remedy: str) -> SeriesError:
    return SeriesError(problem, remedy=remedy)

"""What is checked of several parts of a record: numbers, references, lines of a diagram."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package.shape import At, wrong
from wellrun.projects.values import PARENTS

Rows = list[dict[str, Any]]


def check_numbers(rows: Rows, at: At) -> None:
    for place, row in enumerate(rows):
        if row["number"] != place + 1:
            raise wrong((*at, place, "number"), _("the numbers should be 1, 2, 3 and so on."))


def known(number: int | None, among: Any, at: At, what: str) -> None:
    if number is not None and number not in among:
        raise wrong(
            at,
            _("it names %(what)s %(number)s, which is not in the package.")
            % {"what": what, "number": number},
        )


def once(rows: Rows, names: tuple[str, ...], at: At, problem: str) -> None:
    """No two rows have the same in these fields."""
    seen = set()
    for place, row in enumerate(rows):
        if (key := tuple(row[name] for name in names)) in seen:
            raise wrong((*at, place), problem)
        seen.add(key)


def check_lines(kinds: Mapping[int, str], lines: Rows, at: At) -> None:
    """The lines of a diagram, whose parts are of these kinds."""
    for place, line in enumerate(lines):
        for name in ("parent", "child"):
            known(line[name], kinds, (*at, place, name), _("driver"))
        if kinds.get(line["parent"]) not in PARENTS[kinds[line["child"]]]:
            raise wrong((*at, place), _("such a part cannot stand there in a driver diagram."))
    once(lines, ("parent", "child"), at, _("the same line is there twice."))

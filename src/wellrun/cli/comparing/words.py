"""Units or kinds in words for the terminal: the reading, and a table that fits."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from wellrun_spc.limits.funnel.values import FunnelResult, FunnelUnit, side_of
from wellrun_spc.limits.pareto import ParetoResult
from wellrun_spc.wording import format_value

WIDEST = 80
LONGEST_NAME = 28
BAR = 20
"""Characters of the longest bar."""


def in_words(found: FunnelResult | ParetoResult, title: str) -> str:
    """Title, reading, table, and what else a reader should know."""
    body = _units(found) if isinstance(found, FunnelResult) else _kinds(found)
    lines = [*_wrapped(title), "", *_wrapped(found.plain), "", *body]
    if found.notices:
        lines += ["", *(line for notice in found.notices for line in _wrapped(notice))]
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDEST, break_on_hyphens=False)


def _units(found: FunnelResult) -> list[str]:
    size = "Expected" if found.kind == "ratio" else "Out of"
    level = format_value(found.level)
    head = ("Unit", "Number", size, "Value", f"{level}% limits", "Where")
    return _table([head, *(_unit(unit, found) for unit in found.units)], left=(0, 5))


def _unit(unit: FunnelUnit, found: FunnelResult) -> tuple[str, ...]:
    limits = unit.adjusted if found.adjusted else unit.unadjusted
    if unit.value is None or limits is None:
        return (_cut(unit.unit), "", "", "", "", "nothing counted")
    low, high = limits.at(found.level)
    decimals = 1 if found.percent else None
    value, *edges = (
        format_value(number, percent=found.percent, decimals=decimals) for number in (unit.value, low, high)
    )
    where = {"high": "higher", "low": "lower", None: "inside"}[side_of(unit, found.level)]
    counts = (format_value(unit.numerator or 0), format_value(unit.denominator or 0))
    return (_cut(unit.unit), *counts, value, " to ".join(edges), where)


def _kinds(found: ParetoResult) -> list[str]:
    head = ("Kind", "Number", "Share", "So far", "")
    rows = [
        (
            _cut(item.category),
            format_value(item.count),
            format_value(item.share, percent=True, decimals=0),
            format_value(item.cumulative_share, percent=True, decimals=0),
            "#" * round(item.count / found.items[0].count * BAR) if found.items[0].count else "",
        )
        for item in found.items
    ]
    return _table([head, *rows], left=(0, 4))


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _table(rows: Sequence[tuple[str, ...]], *, left: tuple[int, ...]) -> list[str]:
    """Columns as wide as they need to be; words to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if column in left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines

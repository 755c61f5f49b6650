"""Printed numbers beside ours, as a table to read: `make test-published`."""

from __future__ import annotations

import sys
from itertools import groupby
from textwrap import fill

from tests.spc.published.evidence import Row, rows

WIDTH = 100


def report(found: list[Row]) -> str:
    """The table, example by example, and what it comes to."""
    parts = []
    for (method, source, where), group in groupby(found, lambda row: (row.method, row.source, row.where)):
        parts.append("\n".join([
            method.upper(),
            fill(f"{source}. {where}.", WIDTH, initial_indent="  ", subsequent_indent="  "),
            "",
            f"  {'':<40}{'printed':>12}{'ours':>16}",
            *(_line(row) for row in group),
            "",
        ]))  # fmt: skip
    wrong = sum(not row.agrees for row in found)
    sources = len({row.source for row in found})
    verdict = "All agree to the last printed digit." if not wrong else f"{wrong} do not agree."
    parts.append(f"{len(found)} printed numbers from {sources} sources. {verdict}")
    return "\n".join(parts)


def _line(row: Row) -> str:
    mark = "" if row.agrees else "   differs"
    return f"  {row.what:<40}{row.printed:>12}{row.ours:>16.{row.decimals + 2}f}{mark}"


def main() -> int:
    """Print the table; 1 where a number differs."""
    found = rows()
    print(report(found))
    return 0 if all(row.agrees for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())

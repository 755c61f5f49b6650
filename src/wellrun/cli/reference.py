"""Keeps the help in the reference page of `wellrun chart` fresh: python -m wellrun.cli.reference FILE."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from wellrun.cli.chart import chart

WIDTH = 88
HELP = re.compile(r"(?<=```text\n).*?(?=```)", re.DOTALL)
"""The first block of plain text on the page."""


def command_help() -> str:
    """What `wellrun chart --help` prints, at a fixed width."""
    context = chart.make_context(
        "wellrun chart", [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    )
    return chart.get_help(context).rstrip() + "\n"


def refreshed(page: str) -> str:
    """The page with the help as it is now."""
    return HELP.sub(lambda _: command_help(), page, count=1)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")

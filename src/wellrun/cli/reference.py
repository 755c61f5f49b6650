"""Keeps the help in the reference page of a command fresh: python -m wellrun.cli.reference FILE WORD."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from wellrun.cli.main import main

WIDTH = 88
HELP = re.compile(r"(?<=```text\n).*?(?=```)", re.DOTALL)
"""The first block of plain text on the page."""


def command_help(word: str = "chart") -> str:
    """What `wellrun WORD --help` prints, at a fixed width."""
    command = main.get_command(click.Context(main), word)
    if command is None:
        raise KeyError(word)
    context = command.make_context(
        f"wellrun {word}", [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH
    )
    return command.get_help(context).rstrip() + "\n"


def refreshed(page: str, word: str = "chart") -> str:
    """The page with the help as it is now."""
    return HELP.sub(lambda _: command_help(word), page, count=1)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(refreshed(path.read_text(encoding="utf-8"), *sys.argv[2:]), encoding="utf-8")

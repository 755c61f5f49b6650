"""What is typed after an option, read: pairs of column and text, and the format that a file name asks for."""

from __future__ import annotations

from pathlib import Path

from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import SUFFIXES, Format


def pair(text: str) -> tuple[str, str]:
    """Column and text of ``--where``.

    Raises
    ------
    Refused
        There is no ``=`` between them.
    """
    column, mark, value = text.partition("=")
    if not mark or not column.strip():
        raise Refused(f"--where “{text}” has no “=”.", remedy="Write it as column=text, for example type=1.")
    return column, value


def format_of(output: Path | None) -> Format:
    """The format by the end of the file's name; text where there is no file.

    Raises
    ------
    Refused
        The end of the name says nothing.
    """
    if output is None:
        return "text"
    if output.suffix.lower() not in SUFFIXES:
        raise Refused(
            f"We cannot tell the format from “{output.name}”.",
            remedy=f"End the name in {', '.join(SUFFIXES)}, or say --format.",
        )
    return SUFFIXES[output.suffix.lower()]

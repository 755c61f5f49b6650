"""Where results go: standard output, or a file that is complete or not there at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from wellrun.cli.charting.refused import Refused


def encoding_of(output: Path | None) -> str:
    """How text is written: as the terminal takes it, and UTF-8 in a file."""
    return "utf-8" if output else sys.stdout.encoding or "utf-8"


def shows_marks(encoding: str) -> bool:
    """Whether the marks of a chart in text can be written so."""
    try:
        "┈◆⣿…".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def deliver(content: bytes, output: Path | None) -> None:
    """Write a result to a file, or to standard output.

    Raises
    ------
    Refused
        The file cannot be written; what was there before is untouched.
    """
    if output is None:
        _to_standard_output(content)
        return
    try:
        _to_file(content, output)
    except OSError as error:
        raise Refused(
            f"We cannot write “{output}”: {(error.strerror or 'it failed').lower()}.",
            remedy="Choose another place with -o. Nothing was written.",
        ) from None


def _to_standard_output(content: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough (as `head` does). Python would complain again as it closes the stream.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_file(content: bytes, output: Path) -> None:
    """Write beside the file and put it in its place in one step; devices and pipes are simply written."""
    if output.exists() and not output.is_file():
        output.write_bytes(content)
        return
    target = output.resolve()
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise

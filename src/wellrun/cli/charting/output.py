"""Where results go: standard output, or a file that is complete or not there at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

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
    deliver_file(io.BytesIO(content), output)


def deliver_file(content: IO[bytes], output: Path | None) -> None:
    """The same from a file, which need not fit in memory; raises `Refused`."""
    content.seek(0)
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


def _to_standard_output(content: IO[bytes]) -> None:
    try:
        sys.stdout.flush()
        shutil.copyfileobj(content, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough (as `head` does). Python would complain again as it closes the stream.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_file(content: IO[bytes], output: Path) -> None:
    """Write beside the file and put it in its place in one step; devices and pipes are simply written."""
    if output.exists() and not output.is_file():
        with output.open("wb") as device:
            shutil.copyfileobj(content, device)
        return
    target = output.resolve()
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}.part")
    try:
        with beside.open("xb") as file:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise

"""What the demo is made of: subjects, and the things that their files describe."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wellrun.cli.serving.demo.world import World

Told = dict[str, Any]
"""One thing as its file tells of it."""


class DemoRefused(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """A demo that cannot be loaded; the text names the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One kind of thing. Its files are ``<name>.toml`` and ``<name>_<anything>.toml``."""

    name: str
    read: Callable[[Told], Iterable[Told]]
    """Each thing in one file's content."""
    add: Callable[[World, Told], None]
    """Make it, through a service. It may name whatever earlier subjects made."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to be made, and where it is told of."""

    subject: Subject
    file: str
    told: Told

    @property
    def label(self) -> str:
        name = self.told.get("name")
        return f"{self.file}, “{name}”" if name else self.file


def parts_in(folder: Path, subjects: Iterable[Subject]) -> list[Part]:
    """Everything that the folder's files describe, subject by subject, in the order of the files' names."""
    ordered = {subject.name: subject for subject in subjects}
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise DemoRefused(f"There is no demo data in {folder}: no file ends in .toml. Choose another folder.")
    for file in files:
        if _subject_of(file) not in ordered:
            raise DemoRefused(
                f"The demo file {file.name} belongs to nothing."
                f" Begin its name with one of: {', '.join(ordered)}."
            )
    return [
        part
        for subject in ordered.values()
        for file in files
        if _subject_of(file) == subject.name
        for part in _parts_of(file, subject)
    ]


def edition_of(folder: Path) -> str:
    """Changes when any of the folder's data does."""
    content = hashlib.sha256()
    for file in sorted([*folder.glob("*.toml"), *folder.glob("*.csv")]):
        content.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return content.hexdigest()[:12]


def _subject_of(file: Path) -> str:
    return file.stem.partition("_")[0]


def _parts_of(file: Path, subject: Subject) -> Iterator[Part]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        for told in subject.read(content):
            yield Part(subject, file.name, told)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DemoRefused(f"The demo file {file.name} cannot be read: {error!r}.") from error

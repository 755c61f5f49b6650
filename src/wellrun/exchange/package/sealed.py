"""The file itself: a ZIP with a record, a note to read, and a manifest that names and measures both."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import version
from typing import Any

FORMAT = "wellrun-project"
VERSION = 3
"""Goes up with every change of the record's shape: a reader never drops what it does not know."""
READ_FROM = "0.1.0"
"""The first Wellrun that reads this version."""
RECORD, MANIFEST, README = "project.json", "manifest.json", "README.txt"

_README = """{title}

A whole project from Wellrun, packed on {day} at {organisation}.

project.json   the record: aim, drivers, tests, measures with their numbers, learning
manifest.json  the format and its version, and the size and SHA-256 of each file

Bring it into another Wellrun with Projects > Bring a project, or with: wellrun project import
What each part means: docs/reference/project-package.md of Wellrun.

It may name people. Keep it as carefully as the record itself.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A package that is ready to be sent. ``digest`` is that of its record."""

    content: bytes
    digest: str


def seal(record: Mapping[str, Any], *, now: datetime) -> Sealed:
    """Pack a record. The same record gives the same bytes."""
    text = _in_lines(record).encode()
    note = _README.format(
        title=record["project"]["title"],
        day=now.date().isoformat(),
        organisation=record["source"]["organisation"],
    )
    files = {RECORD: text, README: note.encode()}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "read_from": READ_FROM,
        "written_by": version("wellrun"),
        "files": [
            {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in files.items()
        ],
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        # The manifest comes first, so that whoever opens the file learns its version before anything else.
        for name, content in {MANIFEST: _as_text(manifest), **files}.items():
            package.writestr(_info(name, now), content)
    return Sealed(content=file.getvalue(), digest=hashlib.sha256(text).hexdigest())


def _in_lines(record: Mapping[str, Any]) -> str:
    """A part on each line, a row of it on each: as people read it, and ten times as fast as with indents."""
    dumps = partial(json.dumps, ensure_ascii=False, allow_nan=False)
    parts = [
        f"{dumps(name)}: [\n" + ",\n".join(map(dumps, part)) + "\n]"
        if isinstance(part, list)
        else f"{dumps(name)}: {dumps(part)}"
        for name, part in record.items()
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _as_text(manifest: Mapping[str, Any]) -> bytes:
    return json.dumps(manifest, indent=1).encode()


def _info(name: str, now: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=now.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info

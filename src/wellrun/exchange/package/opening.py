"""Open a package that somebody brought. It is measured first, then unpacked, and only then read.

A ZIP can lie about its sizes, hold a name twice or a path that leads out of its folder. Nothing is written
to a disk here and only three names are known, so a path leads nowhere; it is refused all the same.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package.limits import Limits
from wellrun.exchange.package.refusals import PackageRefused
from wellrun.exchange.package.sealed import FORMAT, MANIFEST, README, RECORD, VERSION
from wellrun.exchange.zip_files import DAMAGED

PIECE = 1 << 18
LARGEST_MANIFEST = 20_000
NAMES = (MANIFEST, RECORD, README)
_LEADS_OUT = re.compile(r"^[/\\]|\.\.|[:\\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A package whose files are as they were packed. What the record says is not looked at yet."""

    record: Any
    version: int
    """Of the format."""
    digest: str


def opened(content: bytes, limits: Limits) -> Opened:
    """Open a package. Raises `PackageRefused`, naming the file in it and what is wrong."""
    if len(content) > limits.packed:
        raise too_large(limits)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_names(package)
            room = limits.unpacked
            manifest = _manifest(_unpacked(package, MANIFEST, min(room, LARGEST_MANIFEST), limits))
            files = {}
            for name in (RECORD, README):
                files[name] = _unpacked(package, name, room, limits)
                room -= len(files[name])
    except PackageRefused:
        raise
    except DAMAGED as error:
        raise _broken(content) from error
    _check_digests(manifest, files)
    return Opened(
        record=_parsed(files[RECORD], RECORD),
        version=manifest["version"],
        digest=hashlib.sha256(files[RECORD]).hexdigest(),
    )


def too_large(limits: Limits) -> PackageRefused:
    return PackageRefused(
        _("The package is larger than the %(most)s MB that we take, so we did not open it. %(advice)s")
        % {"most": f"{limits.packed // 1_000_000:,}", "advice": limits.advice},
        field="file",
    )


def _broken(content: bytes) -> PackageRefused:
    if not content.startswith(b"PK"):
        return PackageRefused(
            _("This is not a project package. Choose the .zip file that “Take this project along” gave you."),
            field="file",
        )
    return PackageRefused(
        _("The package is damaged, so we cannot open it. Download or copy it again."), field="file"
    )


def _check_names(package: zipfile.ZipFile) -> None:
    """Three files, each once, and nothing else."""
    parts = package.infolist()[:100]
    names = [part.filename for part in parts]
    for part in parts:
        _check_part(part, names)
    missing = next((name for name in (MANIFEST, RECORD) if name not in names), None)
    if missing is not None:
        raise PackageRefused(
            _("This ZIP file is not a project package: it has no %(name)s. Choose another file.")
            % {"name": missing},
            field="file",
        )
    if README not in names:
        raise _in(README, _("it is missing."))


def _check_part(part: zipfile.ZipInfo, names: Sequence[str]) -> None:
    name = part.filename
    if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or part.flag_bits & 1:
        raise _in(name, _("it is locked, or packed in a way that we do not open."))
    if _LEADS_OUT.search(name):
        raise _in(name, _("its name leads out of the package."))
    if names.count(name) > 1:
        raise _in(name, _("it is in the package twice."))
    if name not in NAMES and MANIFEST in names:
        raise _in(name, _("it does not belong in a project package."))


def _unpacked(package: zipfile.ZipFile, name: str, room: int, limits: Limits) -> bytes:
    """One file, unpacked in pieces and measured, whatever the directory says about its size."""
    if package.getinfo(name).file_size > room:
        raise _in_too_large(name, limits)
    pieces, size = [], 0
    try:
        with package.open(name) as file:
            while piece := file.read(PIECE):
                size += len(piece)
                if size > room:
                    raise _in_too_large(name, limits)
                pieces.append(piece)
    except PackageRefused:
        raise
    except DAMAGED as error:
        raise _in(name, _("it is damaged. Download or copy the package again.")) from error
    return b"".join(pieces)


def _manifest(content: bytes) -> Mapping[str, Any]:
    """The manifest, of a version that we read."""
    manifest = _parsed(content, MANIFEST)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise _in(MANIFEST, _("it does not say that this is a project package."))
    number, needed = manifest.get("version"), str(manifest.get("read_from", ""))[:20]
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise _in(MANIFEST, _("it does not say which version of the format this is."))
    if number > VERSION:
        raise PackageRefused(
            _(
                "This package has version %(number)s of the format, and this Wellrun reads up to %(ours)s."
                " It needs Wellrun %(needed)s or later."
            )
            % {"number": number, "ours": VERSION, "needed": needed or "?"},
            field="file",
        )
    if not _lists_files(manifest.get("files")) or not isinstance(manifest.get("written_by"), str):
        raise _in(MANIFEST, _("it does not name the files and their SHA-256."))
    return manifest


def _lists_files(files: object) -> bool:
    return isinstance(files, list) and all(
        isinstance(each, dict) and isinstance(each.get("name"), str) and isinstance(each.get("sha256"), str)
        for each in files
    )


def _check_digests(manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    named: Sequence[Mapping[str, Any]] = manifest["files"]
    digests = {each["name"]: each["sha256"] for each in named}
    for name, content in files.items():
        if name not in digests:
            raise _in(name, _("the manifest does not name it."))
        if hashlib.sha256(content).hexdigest() != digests[name]:
            raise _in(name, _("it is not as it was packed: its SHA-256 differs. Ask for the package again."))
    if set(digests) - set(files):
        raise _in(min(set(digests) - set(files))[:60], _("the manifest names it, and it is missing."))


def _parsed(content: bytes, name: str) -> Any:
    """JSON without its extras: no NaN, no key twice, no depth that stops the reader."""
    try:
        return json.loads(content, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise _in(name, _("it is no JSON that we can read.")) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _no_constant(_name: str) -> Any:
    raise ValueError("not a number")


def _in_too_large(name: str, limits: Limits) -> PackageRefused:
    return _in(
        name, _("it unpacks to far more than we take, so we stopped. %(advice)s") % {"advice": limits.advice}
    )


def _in(name: str, problem: str) -> PackageRefused:
    words = _("The package cannot be used. %(name)s: %(problem)s")
    return PackageRefused(words % {"name": name[:80], "problem": problem}, field="file")

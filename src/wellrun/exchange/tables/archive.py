"""Measuring a workbook before it is opened: what it holds, and what it really unpacks to."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables.limits import Limits
from wellrun.exchange.tables.rectangles import ExactMeasure, QuickMeasure, repeated
from wellrun.exchange.zip_files import DAMAGED

PARTS = 5_000
"""A workbook with hundreds of sheets has a few thousand parts."""
STEEPEST, STEEP_FROM = 400, 10_000_000
"""Packed this tightly, and larger than this, it is a trap: honest sheets pack 5 to 100 times."""
CHUNK = 1 << 20
OTHER_PACKAGES = {
    "xl/workbook.bin": "This is a binary Excel workbook (.xlsb).",
    "word/document.xml": "This is a Word document, not a table.",
    "ppt/presentation.xml": "This is a set of slides, not a table.",
    "content.xml": "This is an OpenDocument file.",
    "Index/Document.iwa": "This is an Apple Numbers or Pages file.",
}


def check_archive(file: BinaryIO, limits: Limits) -> None:
    """Refuse a package that is no workbook, or one that would take more room than we allow.

    The directory of a zip file can lie about sizes, so each part is also unpacked in small pieces,
    measured and thrown away. Only then may a reader build the sheet in memory.

    Raises
    ------
    TableError
        Before anything large stands in memory.
    """
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except DAMAGED as error:
        raise damaged() from error
    _check_directory(parts, limits)
    room = limits.unpacked_bytes
    exact: list[ExactMeasure] = []
    for part in parts:
        measure = ExactMeasure() if limits.exact else QuickMeasure()
        room -= _unpack(file, part, measure, room, limits)
        if isinstance(measure, QuickMeasure) and not measure.is_sure:
            measure = ExactMeasure()
            _unpack(file, part, measure, limits.unpacked_bytes, limits)
        if isinstance(measure, ExactMeasure):
            if measure.is_broken and (measure.is_sheet or part.filename.endswith(".xml")):
                raise damaged()
            exact.append(measure)
    lengths = [length for measure in exact for length in measure.lengths]
    if sum(repeated(lengths, measure.texts) for measure in exact) > limits.unpacked_bytes:
        raise too_large(limits)


def _unpack(
    file: BinaryIO, part: zipfile.ZipInfo, measure: QuickMeasure | ExactMeasure, room: int, limits: Limits
) -> int:
    """Measure one part, and count the bytes it unpacks to."""
    size = 0
    for piece in _pieces(file, part):
        size += len(piece)
        if size > room:
            raise too_large(limits)
        measure.take(piece)
        if measure.rectangle > limits.cells:
            raise too_large(limits)
    measure.finish()
    if measure.rectangle > limits.cells:
        raise too_large(limits)
    return size


def _check_directory(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = {part.filename for part in parts}
    for name, message in OTHER_PACKAGES.items():
        if name in names:
            raise TableError(
                message, remedy="Open it in the program that made it, and save it as XLSX or CSV."
            )
    if "xl/workbook.xml" not in names:
        raise TableError(
            "This is a zip file, not a workbook.", remedy="Unpack it and choose the file inside."
        )
    packed = sum(part.compress_size for part in parts)
    unpacked = sum(part.file_size for part in parts)
    steep = unpacked > STEEP_FROM and unpacked > STEEPEST * max(packed, 1)
    if len(parts) > PARTS or unpacked > limits.unpacked_bytes or steep:
        raise too_large(limits)


def _pieces(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack one part in pieces of bounded size, whatever the directory says about it."""
    if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or part.flag_bits & 1:
        raise damaged()
    file.seek(part.header_offset)
    header = file.read(30)
    if len(header) < 30:
        raise damaged()
    file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    left = part.compress_size
    if part.compress_type == zipfile.ZIP_STORED:
        while left > 0 and (piece := file.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
        return
    try:
        yield from _inflate(file, left)
    except zlib.error as error:
        raise damaged() from error


def _inflate(file: BinaryIO, left: int) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    packed = b""
    while not stream.eof:
        if not packed:
            packed = file.read(min(CHUNK, left))
            left -= len(packed)
            if not packed:
                raise damaged()
        yield stream.decompress(packed, CHUNK)
        packed = stream.unconsumed_tail


def too_large(limits: Limits) -> TableError:
    """The words for a workbook that would fill the computer's memory."""
    return TableError(
        "The workbook unpacks to far more than we take, so we did not open it.",
        remedy=f"{limits.advice} Empty rows and columns count too, if they carry a format.",
    )


def damaged() -> TableError:
    """The words for a workbook that cannot be opened."""
    return TableError(
        "The workbook is damaged, so we cannot open it.", remedy="Open it in Excel and save it again as XLSX."
    )

"""A ZIP archive of CSV files that is sent while it is made, so that its size does not matter."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from wellrun.exchange.neutral import neutral

AT_ONCE = 500
"""Rows between two pieces that are sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One CSV file: its name, its columns, and its rows as they are asked for."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[object]]


class _Sink(io.RawIOBase):
    """What was written since it was last emptied."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._pieces.append(piece)
        return len(piece)

    def emptied(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def archive_of(readme: str, sheets: Iterable[Sheet], *, now: datetime) -> Iterator[bytes]:
    """The archive, piece by piece."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_info("README.txt", now), readme.encode())
        for sheet in sheets:
            with archive.open(_info(sheet.name, now), "w", force_zip64=True) as file:
                for piece in _csv_pieces(sheet):
                    file.write(piece)
                    if sent := sink.emptied():
                        yield sent
    yield sink.emptied()


def _info(name: str, now: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=now.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _csv_pieces(sheet: Sheet) -> Iterator[bytes]:
    text = io.StringIO()
    text.write("\ufeff")  # so that spreadsheets read names in every script
    writer = csv.writer(text)
    writer.writerow(sheet.header)
    for number, row in enumerate(sheet.rows, 1):
        writer.writerow([neutral(_plain(cell)) for cell in row])
        if number % AT_ONCE == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def _plain(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, datetime) else cell

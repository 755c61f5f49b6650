"""How much room a sheet would take: the rectangle its cells span, and the text they repeat.

A reader sets memory aside for the whole rectangle from the first used cell to the last, so two cells in
far corners can ask for gigabytes. And a cell holds only the number of its text, so one long text can be
repeated a million times. Both are measured on the stream of bytes, before anything is built.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.parsers import expat

ADDRESS = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
"""How Excel and nearly every other program begins a cell."""
CELL = (b"<c ", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r", b":c ", b":c>", b":c/", b":c\t", b":c\n", b":c\r")
SHEET = b"sheetData"
"""Stands in every sheet, whatever the part is called."""


class QuickMeasure:
    """The rectangle of a sheet by the addresses of its cells: quick, for files that people trust."""

    def __init__(self) -> None:
        self._rest = b""
        self._columns: set[bytes] = set()
        self._last_row = 0
        self._cells = 0
        self._addressed = 0

    @property
    def is_sure(self) -> bool:
        """Whether every cell begins with its address; otherwise only an exact measure can tell."""
        return self._cells == self._addressed

    @property
    def rectangle(self) -> int:
        """Cells in the rectangle."""
        return self._last_row * max(map(_column_number, self._columns), default=0)

    def take(self, piece: bytes) -> None:
        """Measure the next piece; a tag that may be cut in two waits for the piece after."""
        whole = self._rest + piece
        cut = max(whole.rfind(b"<"), 0)
        self._rest = whole[cut:]
        self._measure(whole[:cut])

    def finish(self) -> None:
        """Measure what is left."""
        self._measure(self._rest)

    def _measure(self, whole: bytes) -> None:
        found = ADDRESS.findall(whole)
        self._columns.update({column for column, _ in found})
        self._last_row = max(self._last_row, max((int(row) for row in {row for _, row in found}), default=0))
        self._addressed += len(found)
        if whole.count(b"<c") != len(found) or b":c" in whole:
            self._cells += sum(map(whole.count, CELL))
        else:
            self._cells += len(found)


class ExactMeasure:
    """The rectangle of a sheet, and its use of shared texts, by reading it as XML: no trick hides a cell."""

    def __init__(self) -> None:
        self.lengths: list[int] = []
        """Length of each shared text, where this part holds them."""
        self.texts: Counter[int] = Counter()
        """How often each shared text is used, by its number."""
        self.is_broken = False
        self.is_sheet = False
        self._row = self._column = self._last_row = self._last_column = 0
        self._shared = False
        self._numbers: dict[str, int] = {}
        self._text: list[str] | None = None
        self._before = b""
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._doctype

    @property
    def rectangle(self) -> int:
        """Cells in the rectangle."""
        return self._last_row * self._last_column

    def take(self, piece: bytes) -> None:
        """Measure the next piece."""
        self.is_sheet = self.is_sheet or SHEET in self._before + piece
        self._before = piece[-len(SHEET) :]
        self._parse(piece, last=False)

    def finish(self) -> None:
        """See that the part is whole."""
        self._parse(b"", last=True)

    def _parse(self, piece: bytes, *, last: bool) -> None:
        if self.is_broken:
            return
        try:
            self._parser.Parse(piece, last)
        except (expat.ExpatError, ValueError, LookupError):  # LookupError: an encoding that nobody knows
            self.is_broken = True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name if ":" not in name else name.rpartition(":")[2]
        if tag == "c":
            self._column += 1
            self._shared = attributes.get("t") == "s"
            self._stand(attributes.get("r"))
            if self._row > self._last_row:
                self._last_row = self._row
            if self._column > self._last_column:
                self._last_column = self._column
        elif tag == "row":
            self._row, self._column = self._row + 1, 0
            self._stand(attributes.get("r"))
        elif tag == "si" or (tag == "v" and self._shared):
            self._listen([])

    def _listen(self, text: list[str] | None) -> None:
        """Hear text only where it counts: most cells hold numbers, and each call costs time."""
        self._text = text
        self._parser.CharacterDataHandler = self._characters if text is not None else None
        self._parser.EndElementHandler = self._end if text is not None else None

    def _stand(self, address: str | None) -> None:
        if address:
            letters = address.rstrip("0123456789")
            self._row = int(address[len(letters) :][:10] or self._row)
            number = self._numbers.get(letters)
            self._column = self._number(letters) if number is None else number

    def _number(self, letters: str) -> int:
        """The number of a column, worked out once: a sheet names each of its columns in every row."""
        number = self._numbers[letters] = _column_number(letters[:7].upper().encode())
        return number

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if self._text is None or tag not in {"si", "v"}:
            return
        text = "".join(self._text)
        self._listen(None)
        if tag == "si":
            self.lengths.append(len(text))
        elif text.strip().isdecimal():
            self.texts[int(text.strip()[:9])] += 1

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _doctype(self, *_: object) -> None:
        raise ValueError("a workbook has no document type")


def repeated(lengths: list[int], texts: Counter[int]) -> int:
    """How long these texts are together, each counted as often as it is used."""
    return sum(lengths[number] * times for number, times in texts.items() if number < len(lengths))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + max(0, letter - ord("A") + 1)
    return number

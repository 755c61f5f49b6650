"""Which encoding a text file has: by its mark, by where its zero bytes are, or by what it cannot be."""

from __future__ import annotations

import codecs

from wellrun.exchange.refusals import TableError

MARKED = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
FALLBACKS = ("cp1252", "latin-1")
"""What a file that is not UTF-8 nearly always is: text from Windows in a western European language."""
SAID_FALLBACK = "The file is not UTF-8. We read it as western European text. Please check the accents."
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a\x1c\x1d\x1e\x1f"))


def encodings_for(head: bytes) -> tuple[str, ...]:
    """The encodings to try, in order, judged by the first bytes of the file.

    Raises
    ------
    TableError
        Where the bytes are no text at all.
    """
    for mark, encoding in MARKED:
        if head.startswith(mark):
            return (encoding,)
    if b"\0" in head:
        return (_without_mark(head),)
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls * 100 > len(head):
        raise not_text()
    return ("utf-8", *FALLBACKS)


def _without_mark(head: bytes) -> str:
    """UTF-16 without its mark: digits, commas and line ends leave every second byte zero."""
    pairs = len(head) // 2
    even, odd = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd * 5 > pairs and even * 50 <= pairs:
        return "utf-16-le"
    if even * 5 > pairs and odd * 50 <= pairs:
        return "utf-16-be"
    raise not_text()


def not_text() -> TableError:
    """The words for bytes that no table is made of."""
    return TableError(
        "We cannot read this file. It is not text and not a workbook.",
        remedy="Open it in the program that made it, and save it as CSV or XLSX.",
    )

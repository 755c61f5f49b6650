"""What a file is, by its content and never by its name, and kind words for those that are no table."""

from __future__ import annotations

import re
from typing import Literal

from wellrun.exchange.refusals import TableError

AS_TABLE = "Save it as XLSX or CSV and try again."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGE = b"PK\x03\x04"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream in which Office keeps a workbook that has a password."""

FOREIGN: list[tuple[bytes, str]] = [
    (b"%PDF", "This is a PDF, not a table."),
    (b"\x1f\x8b", "This is a packed file (gzip). Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "This is a packed file (7z). Unpack it first."),
    (b"Rar!", "This is a packed file (RAR). Unpack it first."),
    (b"PK\x05\x06", "This is an empty zip file."),
    (b"\x89PNG", "This is a picture, not a table."),
    (b"\xff\xd8\xff", "This is a picture, not a table."),
    (b"GIF8", "This is a picture, not a table."),
    (b"SQLite format 3\x00", "This is a database, not a table."),
    (b"PAR1", "This is a Parquet file."),
    (b"$FL2", "This is an SPSS file."),
    (b"{\\rtf", "This is a text document, not a table."),
]
MARKUP: list[tuple[re.Pattern[bytes], str]] = [
    (re.compile(rb"<\?xml[^>]*>.{0,400}urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL),
     "This is an old XML spreadsheet."),
    (re.compile(rb"(?is)(?:<!--.{0,400}-->\s*)?<(?:!doctype html|html|head|body|table|meta|div)\b"),
     "This is a web page, even if its name ends in .xls."),
    (re.compile(rb"<\?xml|<[a-zA-Z][\w:.-]*[\s>]"), "This is XML, not a table."),
    (re.compile(rb"\{\s*[\"}]|\[\s*[\[{]"), "This is JSON, not a table."),
]  # fmt: skip


def content_of(head: bytes, encrypted: bool = False) -> Literal["text", "package"]:
    """Say whether the first bytes of a file are text or a package such as an XLSX workbook.

    Parameters
    ----------
    head : bytes
        The first 64 kB or so.
    encrypted : bool
        Whether the name of an encrypted package was seen anywhere in the file.

    Raises
    ------
    TableError
        For everything that is neither, saying what it is and what to do.
    """
    if not head:
        raise TableError("The file is empty.", remedy="Choose a file with a header row and some numbers.")
    if head.startswith(OLE):
        raise _old_office(encrypted)
    for magic, message in FOREIGN:
        if head.startswith(magic):
            raise TableError(message, remedy=AS_TABLE)
    if head.startswith(PACKAGE):
        return "package"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1000]
    for pattern, message in MARKUP:
        if pattern.match(start):
            raise TableError(message, remedy="Open it in a spreadsheet. " + AS_TABLE)
    return "text"


def _old_office(encrypted: bool) -> TableError:
    if encrypted:
        return TableError(
            "The workbook has a password, so we cannot open it.",
            remedy="Remove the password in Excel (File, Info, Protect Workbook) and save it again.",
        )
    return TableError(
        "This is an old Excel file (.xls), or another old Office file.",
        remedy="Open it in a spreadsheet and save it as XLSX or CSV.",
    )

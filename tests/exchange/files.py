"""Files for tests, made as the programs that people use make them."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import xlsxwriter

SHEET = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%s</sheetData></worksheet>"
)
FIRST_SHEET = "xl/worksheets/sheet1.xml"


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """A workbook written by xlsxwriter."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.set_properties({"created": datetime(2021, 1, 1)})  # the same bytes every time
    fill(book)
    book.close()
    return file.getvalue()


def sheet_of(*rows: tuple[object, ...], name: str = "Data") -> bytes:
    """A workbook of one sheet with these rows; dates become real dates."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(name)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell, *([day] if hasattr(cell, "year") else []))

    return workbook(fill)


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    """The same package with one part replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return file.getvalue()


def zipped(**parts: bytes) -> bytes:
    """A zip file with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def text(*lines: str, encoding: str = "utf-8") -> bytes:
    """A text file of these lines."""
    return ("\n".join(lines) + "\n").encode(encoding)

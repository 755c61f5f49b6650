"""Files that are no table we read, told by their content whatever their name: each gets its own words."""

import pytest

from tests.exchange.files import FIRST_SHEET, SHEET, sheet_of, with_part, zipped
from wellrun.exchange.tables import FOR_PAGES, TableError, read_table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (OLE, "an old Excel file"),
        (OLE + bytes(200_000) + "EncryptedPackage".encode("utf-16-le") + bytes(900), "has a password"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x1f\x8b\x08\x00" + bytes(20), "Unpack it first"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture"),
        (b"SQLite format 3\x00" + bytes(100), "a database"),
        (b'{"falls": [1, 2]}', "JSON"),
        (b' [{"falls": 1}]', "JSON"),
        (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "a web page"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "a web page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "an old XML",
        ),
        (b'<?xml version="1.0"?><data/>', "XML"),
        (bytes(range(256)) * 10, "not text and not a workbook"),
        (b"\x01\x02\x03\x04,\n\x05" * 50, "not text and not a workbook"),
        (zipped(**{"falls.csv": b"a,b"}), "a zip file, not a workbook"),
        (zipped(**{"word/document.xml": b"<w/>"}), "a Word document"),
        (zipped(**{"xl/workbook.bin": b""}), "binary Excel workbook"),
        (zipped(**{"mimetype": b"", "content.xml": b""}), "an OpenDocument file"),
        (zipped(), "an empty zip file"),
        (b"PK\x03\x04 and then nothing", "damaged"),
    ],
)
def test_what_is_no_table_is_named_and_gets_a_remedy(content, words):
    with pytest.raises(TableError, match=words) as refusal:
        read_table(content, name="falls.xls")
    assert refusal.value.remedy


def test_a_text_file_named_as_a_workbook_is_read():
    assert read_table(b"a,b\n1,2\n", name="falls.xlsx").header == ("a", "b")


def test_a_workbook_in_an_encoding_that_nobody_knows_is_refused_in_words():
    package = sheet_of(("date", "falls"), ("2021-01-01", 3))
    part = SHEET.replace(b'version="1.0"', b'version="1.0" encoding="UTaF-8"') % b""
    with pytest.raises(TableError):
        read_table(with_part(package, FIRST_SHEET, part), limits=FOR_PAGES)

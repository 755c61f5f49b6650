"""Bringing numbers: a file, a chosen file, or a pasted table."""

from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure

WEEKS = "week,falls\n" + "".join(f"2026-0{month}-0{day},{day}\n" for month in (1, 2, 3) for day in (2, 9))
PREVIEW = "/measures/new/"


def paste(client: Client, table: str) -> HttpResponse:
    return client.post("/measures/new/", {"table": table})


def bring(client: Client, name: str, content: bytes) -> HttpResponse:
    return client.post("/measures/new/", {"file": SimpleUploadedFile(name, content), "table": ""})


def workbook() -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Falls")
        for at, row in enumerate([["week", "falls"], ["2026-01-05", 3], ["2026-01-12", 4]]):
            sheet.write_row(at, 0, row)
    return file.getvalue()


def test_the_page_takes_a_file_or_a_paste(client: Client, demo: Actor) -> None:
    response = client.get("/measures/new/")
    page = page_of(response)
    assert page.title == "Bring your numbers · Wellrun"
    assert any(attrs.get("type") == "file" for attrs in page.all("input"))
    assert any(attrs.get("enctype") == "multipart/form-data" for attrs in page.all("form"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("falls.csv", WEEKS.encode()),
        ("falls.csv", WEEKS.replace(",", ";").encode("utf-16")),
        ("falls.tsv", WEEKS.replace(",", "\t").encode("latin-1")),
        ("falls.xlsx", workbook()),
        ("falls.xls", workbook()),
    ],
)
def test_files_of_every_usual_kind_lead_to_a_preview(
    client: Client, demo: Actor, name: str, content: bytes
) -> None:
    response = bring(client, name, content)
    assert response.status_code == 303
    assert "falls" in page_of(client.get(response["Location"])).words


def test_a_pasted_table_leads_to_a_preview(client: Client, demo: Actor) -> None:
    response = paste(client, WEEKS)
    assert response.status_code == 303
    assert "A pasted table" in page_of(client.get(response["Location"])).words


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", ""),
        ("words.csv", b"name,town\nAnn,Leeds\nBo,York\n", "No column holds numbers."),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), ""),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ""),
        ("broken.xlsx", b"PK\x03\x04" + bytes(100), ""),
    ],
)
def test_what_cannot_be_read_is_explained_and_nothing_is_kept(
    client: Client, demo: Actor, name: str, content: bytes, said: str
) -> None:
    response = bring(client, name, content)
    page = page_of(response)
    assert response.status_code == 422
    assert page.title.startswith("Not saved yet:")
    assert any(
        "callout--error" in attrs.get("class", "") or attrs.get("aria-invalid")
        for _tag, attrs in page.elements
    )
    assert said in page.words
    assert not Measure.objects.exists()


def test_nothing_brought_is_said_at_the_field(client: Client, demo: Actor) -> None:
    response = paste(client, "   ")
    assert response.status_code == 422
    assert "Choose a file, or paste a table below." in page_of(response).words


def test_a_bad_paste_stays_in_the_field(client: Client, demo: Actor) -> None:
    page = page_of(paste(client, "name,town\nAnn,Leeds\n"))
    assert "Ann,Leeds" in page.form("/measures/new/")["table"]


def test_a_file_over_5_mb_is_refused_with_a_remedy(client: Client, demo: Actor) -> None:
    response = bring(client, "large.csv", b"week,falls\n" + b"2026-01-05,3\n" * 400_000)
    assert response.status_code == 422
    assert "larger than 5 MB" in page_of(response).words


def test_a_request_that_is_far_too_large_is_not_read(client: Client, demo: Actor) -> None:
    response = bring(client, "huge.csv", bytes(7_000_000))
    page = page_of(response)
    assert response.status_code == 413
    assert "That file is too large" in page.words
    assert "Files may be up to 5 MB." in page.words


def test_another_person_cannot_open_a_draft(client: Client, demo: Actor) -> None:
    location = paste(client, WEEKS)["Location"]
    Client().get(location)
    response = client.get(location.replace(location.split("/")[-2], "somebody-elses"))
    assert response.status_code == 404
    assert "That file was put away." in page_of(response).words

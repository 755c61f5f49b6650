"""A measure as files: pictures and a table."""

import csv
from io import StringIO

from django.test import Client

from tests.build.cast import Cast
from tests.build.measures import a_measure
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure


def table(client: Client, measure: Measure) -> list[dict[str, str]]:
    response = client.get(f"/measures/{measure.pk}/data.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))


def test_the_vector_picture_stands_alone(client: Client, measure: Measure) -> None:
    response = client.get(f"/measures/{measure.pk}/chart.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert 'filename="restraints-each-week.svg"' in response["Content-Disposition"]
    assert b'xmlns="http://www.w3.org/2000/svg"' in response.content


def test_the_picture_for_documents_is_a_png(client: Client, measure: Measure) -> None:
    response = client.get(f"/measures/{measure.pk}/chart.png")
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")


def test_the_table_has_a_row_for_each_period_with_its_limits(client: Client, measure: Measure) -> None:
    rows = table(client, measure)
    assert len(rows) == 40
    assert rows[0]["period"] == "2025-07-07"
    assert float(rows[0]["value"]) == 5
    assert float(rows[0]["centre"]) > 0


def test_a_note_can_never_be_a_formula(client: Client, cast: Cast, demo: Actor, measure: Measure) -> None:
    notes = ('=HYPERLINK("http://bad.example","x")', '＝HYPERLINK("http://bad.example","x")', "-1+cmd")
    for day, note in zip(("2026-04-13", "2026-04-20", "2026-04-27"), notes, strict=True):
        data = {"period": day, "value": "3", "note": note}
        client.post(f"/measures/{measure.pk}/observations/", data)
        assert table(client, measure)[-1]["note"] == f"'{note}"


def test_a_measure_without_numbers_has_no_files(client: Client, cast: Cast, demo: Actor) -> None:
    empty = a_measure(cast, by=demo, values=[])
    for ending in ("chart.svg", "chart.png", "data.csv"):
        assert client.get(f"/measures/{empty.pk}/{ending}").status_code == 404


def test_files_are_not_kept_by_caches(client: Client, measure: Measure) -> None:
    assert client.get(f"/measures/{measure.pk}/chart.svg")["Cache-Control"] == "private, no-store"

"""The headers of every kind of answer, as one file that a reviewer reads: headers.txt.

``WELLRUN_WRITE_HEADERS=1 pytest tests/house/test_headers.py`` writes it again.
"""

import os
import re

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.build.cast import a_person, the_cast
from tests.build.measures import a_measure
from tests.build.signed_in import signed_in
from tests.house.repository import ROOT
from wellrun.core.visibility import Visibility

GOLDEN = ROOT / "tests" / "house" / "headers.txt"
CHANGING = {"Content-Length", "Last-Modified", "ETag", "Expires"}
pytestmark = pytest.mark.django_db


def headers_of(response: HttpResponseBase) -> list[str]:
    lines = [f"{name}: {tidy(name, value)}" for name, value in response.items()]
    for cookie in response.cookies.values():
        text = re.sub(r"=[^;]*", "=...", cookie.OutputString(), count=1)
        lines.append("Set-Cookie: " + re.sub(r"expires=[^;]*", "expires=...", text))
    return sorted(lines)


def tidy(name: str, value: str) -> str:
    if name in CHANGING:
        return "..."
    if name == "Content-Security-Policy":  # its parts come in any order
        return "; ".join(sorted(part.strip() for part in value.split(";")))
    return re.sub(r"/[0-9]+/", "/1/", value)


def answers() -> dict[str, HttpResponseBase]:
    cast = the_cast()
    person = a_person("Mina Berg", cast.riverside)
    measure = a_measure(cast, by=person, visibility=Visibility.PUBLIC)
    browser, stranger = signed_in(person), Client()
    browser.raise_request_exception = False
    found = {
        "a page of somebody who has signed in": browser.get("/measures/"),
        "a public page": stranger.get(f"/measures/{measure.pk}/"),
        "the sign-in page": stranger.get("/sign-in/"),
        "a style sheet": stranger.get("/static/wellrun/wellrun.css"),
        "a file to download": browser.get(f"/measures/{measure.pk}/data.csv"),
        "a picture": browser.get(f"/measures/{measure.pk}/chart.svg"),
        "a page that is not there": browser.get("/no/such/page"),
        "a request that is refused": Client(enforce_csrf_checks=True).post("/preferences/theme/"),
        "a redirect to sign-in": stranger.get("/measures/"),
        "a saved preference": stranger.post("/preferences/theme/", {"theme": "dark", "next": "/"}),
    }
    for answer in found.values():
        answer.close()
    return found


def written(found: dict[str, HttpResponseBase]) -> str:
    parts = [
        f"# {name}: {answer.status_code}\n" + "\n".join(headers_of(answer)) for name, answer in found.items()
    ]
    return "\n\n".join(parts) + "\n"


def test_headers_are_those_that_were_reviewed() -> None:
    text = written(answers())
    if os.environ.get("WELLRUN_WRITE_HEADERS"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_no_answer_lets_a_script_or_style_in() -> None:
    for name, answer in answers().items():
        if answer["Content-Type"].startswith("text/html"):
            policy = answer["Content-Security-Policy"]
            assert "unsafe" not in policy, name
            assert "default-src 'none'" in policy, name


def test_no_page_that_needs_an_account_is_kept_by_a_cache() -> None:
    found = answers()
    for name in ("a page of somebody who has signed in", "a redirect to sign-in", "a page that is not there"):
        assert found[name]["Cache-Control"] == "private, no-store", name

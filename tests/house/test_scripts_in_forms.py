"""Scripts typed into every form that takes words are words: on each page, drawing and slide."""

import io
import re
import zipfile
from html.parser import HTMLParser

import pytest

from tests.build.whole_world import World
from tests.house.cells import Row, address_of, form_of, wanted

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}"
TAKES_AWAY = re.compile(r"remove|close|end/|leave|retire|withdraw|discard|hide|bring|sign-in|sign-on|account")
"""What ends a thing would take its words away again."""
WITHOUT_WORDS = re.compile(r"csv$|png$|account|administration|sign-|set-up|units/|healthz|robots|design")
LEAST = 25
"""So many forms keep words at least: fewer, and this test would look at nothing."""


class Marks(HTMLParser):
    """What a browser would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [f"{tag} {name}" for name, _value in attrs if name.startswith("on")]
        if tag == "img" and dict(attrs).get("src") == "x":
            self.found.append("img")

    def handle_data(self, data: str) -> None:
        if self.get_starttag_text() == "<script>" and "alert(1)" in data:
            self.found.append("script")


def words_of(row: Row, things: dict[str, object]) -> dict[str, str]:
    """The form as it is done, with a script in the place of each text of several words."""
    return {name: SCRIPT if " " in told else told for name, told in form_of(row, things).items()}


def seen(body: bytes) -> str:
    """The text of an answer, also of slides."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            return "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))
    return body.decode(errors="replace")


@pytest.mark.django_db
def test_a_script_in_any_form_is_shown_and_never_run(world: World) -> None:
    assert Marks(SCRIPT).found == ["script", "img onerror", "img"]
    browsers, things, kept = world.browsers(), world.here.things, 0
    for row in wanted():
        if row.method == "POST" and not row.case and not TAKES_AWAY.search(row.route):
            form = words_of(row, things)
            who = next((role for role, answer in row.answers.items() if answer == "done"), "")
            if SCRIPT in form.values() and who:
                world.here.put_files_back()
                answer = browsers[who].ask("POST", address_of(row, things), form, is_kept=True)
                assert answer.status < 500, row.key
                kept += answer.wrote
    assert kept >= LEAST
    shown = 0
    for row in wanted():
        if row.method == "GET" and not row.case and not WITHOUT_WORDS.search(row.route):
            answer = browsers["lead"].ask("GET", address_of(row, things))
            text = seen(answer.body)
            assert Marks(text).found == [], row.key
            assert "<img src=x" not in text, row.key
            shown += "alert(1)" in text
    assert shown >= LEAST, f"{kept=} {shown=}"

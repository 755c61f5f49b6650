"""Every main page of a project says nothing in a word for which its reader's method has another."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.packages import a_whole_project
from tests.build.projects import Team
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.core.vocabulary import as_written
from wellrun.organisations.models import Organisation
from wellrun.organisations.values import Method
from wellrun.organisations.values.methods import MARKS, METHODS, VERBS, vocabulary
from wellrun.projects.models import Project
from wellrun.projects.services import NewProject, start_project
from wellrun.projects.services.tools import add_tool

pytestmark = pytest.mark.django_db

KEPT = (
    # What people typed, and what the demo calls itself.
    "What shall we test first", "Distress card, test", "Invented story",
    # The search box is on every page and says what can be found.
    "Search projects",
)  # fmt: skip
"""Where a standard word stands on purpose."""
NAMED = (*MARKS, *VERBS)
READERS = [
    *((str(method), False) for method in Method),
    (str(Method.MODEL_FOR_IMPROVEMENT), True),
    (str(Method.EXPERIENCE_BASED_CO_DESIGN), True),
]


def foreign_to(method: str, *, plain: bool) -> set[str]:
    """The standard words, of the field and of every day, that this reader calls something else."""
    speak = vocabulary(METHODS[method], plain=plain)
    standard = METHODS[Method.MODEL_FOR_IMPROVEMENT]
    everybody = [as_written, vocabulary(standard, plain=False), vocabulary(standard, plain=True)]
    own = {speak(mark) for mark in NAMED}
    return {say(mark) for mark in NAMED for say in everybody} - own


def found_in(text: str, method: str, *, plain: bool) -> list[str]:
    """Foreign words in a text, after the reader's own words have been taken out: "A3 story" is no "story"."""
    own = {vocabulary(METHODS[method], plain=plain)(mark) for mark in NAMED}
    own |= {str(pair.plain if plain else pair.term) for pair in METHODS[method].terms.values()}
    for kept in sorted({*own, *KEPT}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(kept)}(?!\w)", " ", text, flags=re.IGNORECASE)
    words = "|".join(map(re.escape, sorted(foreign_to(method, plain=plain), key=len, reverse=True)))
    pattern = rf"\W*(?:\w+\W+){{0,3}}(?<![\w@])(?:{words})(?!\w)" if words else r"(?!)"
    return [hit.group().strip() for hit in re.finditer(pattern, text, flags=re.IGNORECASE)]


@pytest.fixture
def team(cast: Cast) -> Team:
    team = a_whole_project(cast)
    Project.objects.filter(pk=team.project.pk).update(state="testing")
    for kind in ("fishbone", "effort_impact", "voting"):
        add_tool(actor=team.lead, project=team.project, kind=kind, title="Evenings", now=NOW)
    return team


MAIN = (
    "", "aim/", "drivers/", "tests/", "tools/", "measures/", "team/", "barriers/", "closing/", "huddle/",
)  # fmt: skip
OTHER = ("drivers/versions/", "tests/new/", "involvement/", "coaching/", "package/", "sharing/")


def main_pages(team: Team) -> Iterator[str]:
    yield from (f"/projects/{team.project.pk}/{part}" for part in MAIN)
    yield from (f"/tests/{each.pk}/" for each in team.project.cycles.all()[:1])
    yield f"/learn/{team.project.story.pk}/"


def every_page(team: Team) -> Iterator[str]:
    project, empty = team.project, _begun(team)
    yield from main_pages(team)
    yield from (f"/projects/{project.pk}/{part}" for part in OTHER)
    yield from (f"/projects/{empty.pk}/{part}" for part in (*MAIN, *OTHER))
    yield from (f"/tests/{each.pk}/" for each in project.cycles.all())
    yield from (f"/projects/{project.pk}/drivers/?at={each.pk}" for each in project.drivers.all()[:3])
    yield from (f"/projects/{project.pk}/tools/{each.pk}/" for each in project.tools.all())
    yield from (
        "/",
        "/projects/",
        "/notifications/",
        "/asked-of-me/",
        "/coaching/",
        f"/learn/{project.story.pk}/",
    )
    yield f"/learn/{project.story.pk}/edit/"


def _begun(team: Team) -> Project:
    """Nothing in it yet: the empty pages invite in the reader's words as well."""
    new = NewProject(title="A new one", why="People wait")
    return start_project(actor=team.lead, unit=team.ward, project=new, now=NOW)


def reading(team: Team, method: str, *, plain: bool) -> Client:
    Organisation.objects.update(method=method)
    Person.objects.filter(pk=team.lead.id).update(plain_words=plain)
    return signed_in(team.lead)


def test_no_page_speaks_in_words_that_its_reader_calls_something_else(team: Team) -> None:
    """All of them for whoever calls everything otherwise; the main ones for each of the others."""
    main, every = list(main_pages(team)), list(every_page(team))
    wrong: dict[str, list[str]] = {}
    for method, plain in READERS:
        client = reading(team, method, plain=plain)
        for address in every if (method, plain) == (Method.LEAN_A3, False) else main:
            answer = client.get(address)
            assert answer.status_code == 200, address
            hits = found_in(page_of(answer).words, method, plain=plain)
            if hits:
                wrong[f"{method} {'plain' if plain else 'field'} {address}"] = hits
    assert not wrong, "\n".join(f"{where}: {sorted(set(hits))}" for where, hits in wrong.items())


def test_the_check_itself_finds_a_foreign_word() -> None:
    said = "Write the aim, then plan a test from the A3 story."
    assert len(found_in(said, Method.LEAN_A3, plain=False)) == 2
    assert found_in(said, Method.LEAN_A3, plain=True) == []

"""Another organisation's thing is like one that is not there: same status, same page, as many questions.

Each swap has a number; a failure names it. 500 are tried here, 10,000 by `make test-deep`.
"""

import io
import re
import zipfile
from collections.abc import Mapping

import pytest
from django.core.cache import caches
from pytest_django import Settings

from tests.build.asking import Answer, Browser
from tests.build.kept import kept
from tests.build.swaps import Swap, absent, asked, is_numbered_through, masked, strangers, swaps
from tests.build.whole_world import Place, World
from wellrun.accounts.models import Person
from wellrun.measures.models import Measure
from wellrun.organisations.models import Unit
from wellrun.projects.models import Barrier, Project

FEW, MANY, PARTS = 500, 10_000, 20
Browsers = Mapping[tuple[bool, str], Browser]


@pytest.fixture(autouse=True)
def faults_are_raised(settings: Settings) -> None:
    settings.DEBUG_PROPAGATE_EXCEPTIONS = True


@kept
def browsers(world: World) -> Browsers:
    places = ((False, world.here), (True, world.there))
    return {
        (is_inward, role): Browser(place.ids[role], is_prepared=role != "admin-first")
        for is_inward, place in places
        for role in strangers(world, is_inward=is_inward)
    }


@kept
def all_swaps(world: World) -> list[Swap]:
    """Many more than are tried: found once, not by each part."""
    return swaps(world)


def secrets_of(place: Place) -> re.Pattern[bytes]:
    """Words that only somebody of the place may read: titles, names of units and measures, what was asked."""
    here = {"organisation": place.units.organisation}
    words = [
        *Project.objects.filter(**here).values_list("title", flat=True),
        *Project.objects.filter(**here).exclude(why="").values_list("why", flat=True),
        *Measure.objects.filter(**here).values_list("name", flat=True),
        *Unit.objects.filter(**here, parent__isnull=False).values_list("name", flat=True),
        *Barrier.objects.filter(project__organisation=place.units.organisation).values_list(
            "text", flat=True
        ),
        *Person.objects.filter(name__startswith=f"ward-{place.units.organisation.slug}").values_list(
            "name", flat=True
        ),
        place.things["address"],
    ]
    return re.compile(b"|".join(re.escape(word.encode()) for word in words))


def told(answer: Answer, values: list[object]) -> tuple[int, bytes, bytes, bool]:
    return (
        answer.status,
        masked(answer.location.encode(), *values),
        masked(unpacked(answer.body), *values),
        answer.wrote,
    )


def unpacked(body: bytes) -> bytes:
    """What a file of files holds: when each was written into it differs from one second to the next."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as files:
        return b"".join(name.encode() + files.read(name) for name in files.namelist())


def problem(swap: Swap, world: World, browser: Browser, secret: re.Pattern[bytes]) -> str:
    """What tells somebody else's thing from one that is not there; empty where nothing does."""
    own, other = (world.there, world.here) if swap.is_inward else (world.here, world.there)
    nothing = absent(swap, other.things)
    values = [*nothing.values(), *(other.things[name] for name in nothing)]
    foreign, gone = asked(swap, browser, own, other.things), asked(swap, browser, own, nothing)
    if told(foreign, values) != told(gone, values):
        here, there = (f"{answer.status} {answer.location}" for answer in (foreign, gone))
        return f"{swap}: {here}, but {there} where it is absent"
    if foreign.asked != gone.asked and not is_numbered_through(swap):
        return f"{swap}: {foreign.asked} questions, but {gone.asked} where it is absent"
    found = secret.search(foreign.body)
    return f"{swap}: tells {found[0]!r}" if found else ""


def problems(world: World, browsers: Browsers, chosen: list[Swap]) -> list[str]:
    secrets = {False: secrets_of(world.there), True: secrets_of(world.here)}
    found = [
        problem(swap, world, browsers[swap.is_inward, swap.role], secrets[swap.is_inward]) for swap in chosen
    ]
    return [each for each in found if each]


@pytest.mark.django_db
def test_what_is_somebody_elses_is_like_what_is_not_there(
    world: World, browsers: Browsers, all_swaps: list[Swap]
) -> None:
    chosen = all_swaps[:FEW]
    assert len(chosen) == FEW
    assert not (found := problems(world, browsers, chosen)), "\n".join(found)


@pytest.mark.deep
@pytest.mark.django_db
@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_swaps(world: World, browsers: Browsers, all_swaps: list[Swap], part: int) -> None:
    chosen = all_swaps[:MANY]
    assert len(chosen) == MANY
    assert not (found := problems(world, browsers, chosen[part::PARTS])), "\n".join(found)


FILES = {
    "units": "code,name,kind,parent\nX1,New Ward,ward,{unit}\n",
    "people": "email,name,unit,role\nada@wellrun.example,Ada Ode,{unit},member\n",
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_file_that_names_another_organisations_unit_finds_nothing(
    world: World, browsers: Browsers, kind: str, method: str
) -> None:
    """As it does for a unit that is nowhere, when it is looked at and when it is brought."""
    content = FILES[kind]
    foreign, nowhere = world.there.units.ward.name, "Nowhere Elder Ward"
    address = f"/organisations/{world.here.things['slug']}/administration/bring/{kind}/a-swapped-file/"
    seen = []
    for unit in (foreign, nowhere):
        kept = {
            "name": "x.csv",
            "content": content.format(unit=unit).encode(),
            "project": None,
            "choices": {},
        }
        caches["drafts"].set(f"{world.here.people['admin'].id}:a-swapped-file", kept)
        form = {"step": "bring", **_columns(kind)} if method == "POST" else None
        answer = browsers[False, "admin"].ask(method, address, form)
        seen.append((answer.status, masked(answer.body, foreign, nowhere), answer.asked))
    assert seen[0] == seen[1]
    assert seen[0][0] == (422 if method == "POST" else 200)


def _columns(kind: str) -> dict[str, str]:
    heads = FILES[kind].partition("\n")[0].split(",")
    return {head: str(at) for at, head in enumerate(heads)}


@pytest.mark.django_db
def test_a_copy_of_everything_holds_nothing_of_another_organisation(world: World, browsers: Browsers) -> None:
    answer = browsers[False, "admin"].ask(
        "POST", f"/organisations/{world.here.things['slug']}/administration/copy/"
    )
    with zipfile.ZipFile(io.BytesIO(answer.body)) as copy:
        parts = {name: copy.read(name) for name in copy.namelist()}
    assert secrets_of(world.here).search(b"".join(parts.values()))
    assert {
        name: secrets_of(world.there).findall(part)
        for name, part in parts.items()
        if secrets_of(world.there).search(part)
    } == {}

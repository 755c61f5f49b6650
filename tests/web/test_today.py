"""Today: what needs me, my projects, what others learned, and how to begin."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, Cast, a_person, a_unit, an_organisation
from tests.build.measures import a_definition, a_measure
from tests.build.projects import a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.services import notify
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.measures.queries.today import wanting_me
from wellrun.measures.services import create_measure, remove_measure
from wellrun.measures.values import NewObservation
from wellrun.organisations.values import Role
from wellrun.projects.models import Project
from wellrun.projects.values import State

JUMP = [
    24, 27, 21, 25, 22, 28, 23, 26, 20, 24, 27, 22, 25, 23, 26, 21, 24, 27, 23, 25, 22, 26, 24, 21, 23, 41,
]  # fmt: skip
"""Twenty-five ordinary weeks, and one far above."""
STEADY = [3, 4, 5, 4] * 5


def doses(cast: Cast, by: Actor, name: str = "Doses of as-needed medicine") -> Measure:
    return a_measure(cast, by=by, name=name, chart="i", values=JUMP, target=None)


def a_series(cast: Cast, by: Actor, *, period: str, last: date) -> Measure:
    """Twelve steady numbers of which the last belongs to the period that begins on ``last``."""
    days = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[period]
    dates = [last - timedelta(days=days * back) for back in range(12)]
    if period not in {"day", "week"}:
        dates = [last.replace(year=last.year - back) for back in range(3)]
    return create_measure(
        actor=by,
        organisation_id=cast.riverside.pk,
        definition=a_definition(name=f"By {period}", period=period, target=None),
        observations=[NewObservation(period=day, value=4) for day in dates],
        now=datetime(2030, 1, 1, tzinfo=NOW.tzinfo),
    )


def test_who_has_nothing_yet_is_told_how_to_begin(client: Client) -> None:
    page = page_of(client.get("/"))
    assert page.title == "Today · Wellrun"
    assert "Hello, Mina Berg" in page.words
    assert "Nothing needs you yet." in page.words
    assert {"/measures/new/", "/projects/new/"} <= set(page.links())
    assert "My projects" not in page.words


def test_a_concerning_measure_that_i_keep_needs_me(client: Client, cast: Cast, demo: Actor) -> None:
    measure = doses(cast, demo)
    page = page_of(client.get("/"))
    assert "One thing needs you." in page.words
    assert "A signal to look into" in page.words
    assert measure.plain in page.words
    assert f"/measures/{measure.pk}/" in page.links()
    assert "Begin here" not in page.words


def test_a_measure_that_somebody_else_keeps_does_not(client: Client, cast: Cast) -> None:
    doses(cast, cast.owner)
    page = page_of(client.get("/"))
    assert "Nothing needs you yet." in page.words
    assert "Doses of as-needed medicine" not in page.words


def test_a_removed_measure_needs_nobody(client: Client, cast: Cast, demo: Actor) -> None:
    remove_measure(actor=demo, measure=doses(cast, demo), now=NOW)
    assert "Nothing needs you yet." in page_of(client.get("/")).words


def test_steady_measures_ask_for_nothing(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=demo, values=STEADY, target=None)
    assert "Nothing needs you yet." in page_of(client.get("/")).words


@pytest.mark.parametrize(
    ("period", "last", "today", "expected"),
    [
        ("week", date(2026, 4, 6), date(2026, 4, 19), False),
        ("week", date(2026, 4, 6), date(2026, 4, 20), True),
        ("week", date(2026, 4, 6), date(2026, 6, 30), False),  # it seems to have come to its end
        ("day", date(2026, 4, 6), date(2026, 4, 7), False),
        ("day", date(2026, 4, 6), date(2026, 4, 8), True),
        ("month", date(2026, 1, 1), date(2026, 2, 28), False),
        ("month", date(2026, 1, 1), date(2026, 3, 1), True),
        ("month", date(2026, 1, 31), date(2026, 3, 1), True),
        ("month", date(2025, 12, 1), date(2026, 1, 31), False),
        ("quarter", date(2026, 1, 1), date(2026, 6, 30), False),
        ("quarter", date(2026, 1, 1), date(2026, 7, 1), True),
        ("year", date(2024, 1, 1), date(2025, 12, 31), False),
        ("year", date(2024, 1, 1), date(2026, 1, 1), True),
    ],
)
def test_a_number_is_due_when_the_next_period_has_ended(
    cast: Cast, demo: Actor, period: str, last: date, today: date, expected: bool
) -> None:
    a_series(cast, demo, period=period, last=last)
    assert bool(wanting_me(demo, today=today, most=5)) is expected


def test_a_number_that_is_due_says_which(client: Client, cast: Cast, demo: Actor) -> None:
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday() + 14)
    measure = a_series(cast, demo, period="week", last=monday)
    page = page_of(client.get("/"))
    assert "Number due" in page.words
    assert "The number for the week of" in page.words
    assert f"/measures/{measure.pk}/#numbers" in page.links()


def test_what_somebody_asks_comes_first(client: Client, cast: Cast, demo: Actor) -> None:
    doses(cast, demo)
    told = {"actor": cast.member, "people": [demo.id], "kind": "experience.asked", "now": NOW}
    notify(text="Priya asks for your help.", address="/projects/7/", asks=True, **told)  # type: ignore[arg-type]
    notify(text="Priya wrote something.", address="/projects/8/", **told)  # type: ignore[arg-type]
    page = page_of(client.get("/"))
    assert "2 things need you." in page.words
    assert page.words.index("Priya asks for your help.") < page.words.index("Doses of as-needed medicine")
    assert "/projects/7/" in page.links()
    assert "Priya wrote something." not in page.words


def test_more_than_five_are_a_page_further(client: Client, cast: Cast, demo: Actor) -> None:
    for number in range(7):
        doses(cast, demo, f"Doses {number}")
    page = page_of(client.get("/"))
    assert "7 things need you." in page.words
    assert "See 2 more" in page.words
    assert "?all=1#needs" in page.links()
    everything = page_of(client.get("/?all=1"))
    assert all(f"Doses {number}" in everything.words for number in range(7))
    assert "See 2 more" not in everything.words


def test_what_others_improve_is_there_to_learn_from(client: Client, cast: Cast) -> None:
    measure = a_measure(cast, by=cast.owner)
    Measure.objects.filter(pk=measure.pk).update(last_period=date.today() - timedelta(days=300))
    words = page_of(client.get("/")).words
    assert "Learned by others" in words
    assert "Restraints each week" in words
    Measure.objects.filter(pk=measure.pk).update(last_period=date.today() - timedelta(days=400))
    assert "Restraints each week" not in page_of(client.get("/")).words


@pytest.mark.parametrize("mine", [True, False])
def test_ones_own_gain_and_what_is_not_shared_are_not_learned_from_others(
    client: Client, cast: Cast, demo: Actor, mine: bool
) -> None:
    a_measure(cast, by=demo if mine else cast.owner, visibility="organisation" if mine else "team")
    assert "Learned by others" not in page_of(client.get("/")).words


def test_a_newcomer_sees_an_invented_story(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=cast.owner, is_invented=True)
    page = page_of(client.get("/"))
    assert "A story to begin with" in page.words
    assert "Invented. See what a change" in page.words
    doses(cast, demo)
    assert "A story to begin with" not in page_of(client.get("/")).words


@pytest.mark.parametrize("count", [2, 9])
def test_questions_do_not_grow_with_what_there_is(
    client: Client, cast: Cast, demo: Actor, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = a_person("Olu Bright", cast.riverside)
    for number in range(count):
        doses(cast, demo, f"Doses {number}")
        a_measure(cast, by=other, name=f"Better {number}")
    with django_assert_num_queries(12):
        client.get("/")


def test_my_projects_are_those_in_whose_team_i_am(client: Client, cast: Cast) -> None:
    team = a_project(cast)
    page = page_of(signed_in(team.partner).get("/"))
    assert "My projects" in page.words
    assert "Calmer evenings on Alder Ward" in page.words
    assert f"/projects/{team.project.pk}/" in page.links()
    assert "Begin here" not in page.words
    assert "My projects" not in page_of(client.get("/")).words


def test_a_project_that_is_closed_is_no_longer_mine_to_do(cast: Cast) -> None:
    team = a_project(cast)
    Project.objects.filter(pk=team.project.pk).update(state=State.CLOSED)
    assert "My projects" not in page_of(signed_in(team.lead).get("/")).words


def test_who_set_up_an_organisation_is_led_on_to_units_and_people(cast: Cast) -> None:
    founder = a_person("Orla Byrne", an_organisation("Lakeside"), role=Role.ADMINISTRATOR)
    page = page_of(signed_in(founder).get("/"))
    assert "Set up your organisation" in page.words
    assert {"/organisations/lakeside/administration/units/", "/invitations/"} <= set(page.links())


def test_what_is_there_is_not_asked_for_again(cast: Cast) -> None:
    lakeside = an_organisation("Lakeside")
    founder = a_person("Orla Byrne", lakeside, role=Role.ADMINISTRATOR)
    a_unit(lakeside)
    links = page_of(signed_in(founder).get("/")).links()
    assert "/organisations/lakeside/administration/units/" not in links
    assert "/invitations/" in links
    a_person("Mina Berg", lakeside)
    assert "Set up your organisation" not in page_of(signed_in(founder).get("/")).words

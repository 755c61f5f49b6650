"""Histories tell in one sentence what somebody did over and over; the records stay as they are."""

from datetime import date, timedelta

import pytest

from tests.build.cast import NOW, Cast, a_person, a_unit
from tests.build.kept import kept
from tests.build.measures import a_measure, week
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.core.models import AuditRecord
from wellrun.measures.services import record_observation
from wellrun.organisations.models import Unit
from wellrun.organisations.services import NewUnit, add_unit
from wellrun.organisations.values import Role
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import change_day, note_day, plan_cycle, start_cycle, tell_what_happened
from wellrun.pdsa.values import DaySeen, Plan
from wellrun.projects.models import Seat
from wellrun.projects.queries import history_of
from wellrun.projects.queries.history import FOLDED
from wellrun.projects.services import add_driver, end_seat
from wellrun.web.projects.presenters.history import MANY, SENTENCES

pytestmark = pytest.mark.django_db
FIRST = date(2026, 4, 1)


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def cycle(team: Team) -> Cycle:
    lead, project = team.lead, team.project
    early = add_driver(actor=lead, project=project, kind="primary", text="Early", now=NOW)
    idea = add_driver(actor=lead, project=project, kind="idea", text="Card", parent_id=early.pk, now=NOW)
    plan = Plan(question="Can we?", prediction="8 in 10", starts_on=FIRST)
    return start_cycle(
        actor=lead, cycle=plan_cycle(actor=lead, project=project, idea=idea, plan=plan, now=NOW), now=NOW
    )


def note(team: Team, cycle: Cycle, number: int, *, who: str = "lead") -> int:
    seen = DaySeen(day=FIRST + timedelta(days=number), note=f"Day {number}")
    moment = NOW + timedelta(days=number)
    return note_day(actor=getattr(team, who), cycle=cycle, seen=seen, now=moment).pk


def test_the_days_of_a_test_are_one_line_that_opens(team: Team, cycle: Cycle) -> None:
    for number in range(6):
        note(team, cycle, number)
    [event, begun, *_rest] = history_of(team.project, last=12)
    assert (event.action, len(event.inside), begun.action) == ("cycle.day_noted", 6, "cycle.started")
    words = page_of(signed_in(team.lead).get(f"/projects/{team.project.pk}/")).words
    assert "Added 6 days to “Card: test 1” By Amina Yusuf See each" in words
    assert "Wrote down what they saw on 4 April 2026" in words
    assert "14 April 2026 to 19 April 2026" in words
    assert "Added 2 parts to the driver diagram" in words
    assert AuditRecord.objects.filter(action="cycle.day_noted").count() == 6


def test_each_person_has_a_line_of_their_own_until_something_else_is_done(team: Team, cycle: Cycle) -> None:
    day = note(team, cycle, 0)
    note(team, cycle, 1)
    note(team, cycle, 2, who="partner")
    told = DaySeen(day=FIRST, note="In other words")
    change_day(actor=team.lead, cycle=cycle, day_id=day, seen=told, now=NOW)
    note(team, cycle, 3)
    tell_what_happened(actor=team.lead, cycle=cycle, happened="Four days", now=NOW + timedelta(days=5))
    note(team, cycle, 4)
    found = [(each.action, each.who, len(each.inside)) for each in history_of(team.project, last=4)]
    assert found == [
        ("cycle.day_noted", "Amina Yusuf", 0), ("cycle.told", "Amina Yusuf", 0),
        ("cycle.day_noted", "Amina Yusuf", 4), ("cycle.day_noted", "Marcus Bell", 0),
    ]  # fmt: skip
    words = page_of(signed_in(team.lead).get(f"/projects/{team.project.pk}/")).words
    assert "Wrote and put right 3 days of “Card: test 1”" in words
    Cycle.objects.update(is_removed=True)
    words = page_of(signed_in(team.lead).get(f"/projects/{team.project.pk}/")).words
    assert "Wrote and put right 3 days of a test" in words


def test_a_long_test_does_not_push_out_what_was_before(team: Team, cycle: Cycle) -> None:
    for number in range(13):
        note(team, cycle, number)
    actions = [event.action for event in history_of(team.project, last=12)]
    assert actions[:3] == ["cycle.day_noted", "cycle.started", "cycle.planned"]


def test_all_that_is_folded_has_a_sentence_for_many_and_for_one() -> None:
    assert set(MANY) == FOLDED
    assert set(SENTENCES) > FOLDED


def test_who_is_on_the_team_is_told_by_name_and_who_has_gone_is_not(team: Team) -> None:
    seat = Seat.objects.get(project=team.project, person_id=team.partner.id)
    words = page_of(signed_in(team.lead).get(f"/projects/{team.project.pk}/")).words
    assert "Marcus Bell joined the team" in words
    end_seat(actor=team.lead, seat=seat, now=NOW)
    words = page_of(signed_in(team.lead).get(f"/projects/{team.project.pk}/")).words
    assert "Somebody left the team" in words
    assert "Marcus Bell joined the team" not in words


def test_the_numbers_of_a_measure_are_folded_and_one_with_a_note_of_its_own_is_not(cast: Cast) -> None:
    measure = a_measure(cast)
    for number in (40, 41, 42):
        moment = NOW + timedelta(days=28)
        record_observation(actor=cast.owner, measure=measure, period=week(number), value=2, now=moment)
    later = NOW + timedelta(days=29)
    record_observation(actor=cast.owner, measure=measure, period=week(42), value=3, correct=True, now=later)
    words = page_of(signed_in(cast.owner).get(f"/measures/{measure.pk}/")).words
    assert "Added 3 numbers By Amina Yusuf See each" in words
    assert "Changed 2 to 3 for the week of 27 April 2026" in words
    assert "Added 2 for the week of 13 April 2026" in words


def test_the_history_of_an_organisation_and_of_a_unit_are_folded(cast: Cast) -> None:
    ada = a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)
    parent = a_unit(cast.riverside)
    for name in ("Birch Ward", "Cedar Ward", "Dale Ward"):
        add_unit(actor=ada, parent=parent, unit=NewUnit(name=name), now=NOW)
    page = page_of(signed_in(ada).get("/organisations/riverside/administration/history/", {"kind": "unit"}))
    assert "Added Dale Ward, and 2 more. See each" in page.words
    assert "Added Birch Ward." in page.words
    assert Unit.objects.filter(parent=parent).count() == 3

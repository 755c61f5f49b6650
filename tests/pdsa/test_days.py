"""What is written down day by day while a test runs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, Refused, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.pdsa.models import Cycle, DayNote
from wellrun.pdsa.queries import days_of, last_change_of_day
from wellrun.pdsa.services import (
    CycleRefused,
    DayGone,
    DayTaken,
    change_day,
    decide,
    note_day,
    plan_cycle,
    start_cycle,
    study,
    take_day_out,
    tell_what_happened,
    undo_day,
)
from wellrun.pdsa.services.days import MOST_DAYS
from wellrun.pdsa.values import DaySeen, Plan
from wellrun.projects.models import Driver, Project

MONDAY = date(2026, 4, 6)
PLAN = Plan(
    question="In a day?",
    prediction="8 in 10",
    starts_on=MONDAY,
    count_label="Cards",
    out_of_label="New people",
)
SEEN = DaySeen(day=MONDAY, count=1, out_of=2, note="Kwame led both")


@pytest.fixture
def cycle(team: Team, idea: Driver) -> Cycle:
    planned = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=PLAN, now=NOW)
    return start_cycle(actor=team.lead, cycle=planned, now=NOW)


def test_a_day_is_written_down_and_told(team: Team, cycle: Cycle) -> None:
    note_day(actor=team.partner, cycle=cycle, seen=replace(SEEN, note=" Kwame led both "), now=NOW)
    [day] = days_of(cycle)
    assert (day.day, day.count, day.out_of, day.note) == (MONDAY, 1, 2, "Kwame led both")
    record = AuditRecord.objects.get(action="cycle.day_noted")
    assert record.after == {"day": "2026-04-06", "count": 1, "out_of": 2, "note": "Kwame led both"}
    with pytest.raises(NotAllowed):
        note_day(actor=team.looker, cycle=cycle, seen=SEEN, now=NOW)


def test_a_day_that_says_something_else_is_asked_about(team: Team, cycle: Cycle) -> None:
    note_day(actor=team.partner, cycle=cycle, seen=SEEN, now=NOW)
    note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    mine = replace(SEEN, count=2, note="Two")
    with pytest.raises(DayTaken, match=r"6 April 2026 is there already: 1 of 2\. Kwame led both") as taken:
        note_day(actor=team.lead, cycle=cycle, seen=mine, now=NOW)
    assert taken.value.field == "day"
    note_day(actor=team.lead, cycle=cycle, seen=mine, is_sure=True, now=NOW)
    assert [(each.count, each.note) for each in days_of(cycle)] == [(2, "Two")]


def test_who_is_sure_of_what_they_saw_is_shown_what_came_since(team: Team, cycle: Cycle) -> None:
    note_day(actor=team.partner, cycle=cycle, seen=SEEN, now=NOW)
    seen = Project.objects.get().version
    note_day(actor=team.partner, cycle=cycle, seen=replace(SEEN, note="Priya"), is_sure=True, now=NOW)
    mine = replace(SEEN, note="Nobody")
    with pytest.raises(StaleEdit) as stale:
        note_day(actor=team.lead, cycle=cycle, seen=mine, is_sure=True, expected_version=seen, now=NOW)
    assert (stale.value.theirs, stale.value.yours) == ("Priya", "Nobody")


REFUSED: tuple[tuple[dict[str, object], str, str], ...] = (
    ({"day": NOW.date() + timedelta(days=1)}, "day", "has not come yet"),
    ({"day": MONDAY - timedelta(days=1)}, "day", "began on 6 April 2026"),
    ({"count": 3}, "count", "3 is more than all 2"),
    ({"count": None}, "count", "both numbers"),
    ({"out_of": None}, "out_of", "both numbers"),
    ({"count": -1}, "count", "from 0 to 1,000,000"),
    ({"out_of": 1_000_001}, "out_of", "from 0 to 1,000,000"),
    ({"note": "x" * 301}, "note", "Keep this to 300"),
    ({"note": "NHS 943 476 5919"}, "note", "NHS number"),
    ({"count": None, "out_of": None, "note": " "}, "count", "a few words about what you saw"),
)


def test_a_day_that_cannot_be_saved_says_why(team: Team, cycle: Cycle) -> None:
    for changes, field, words in REFUSED:
        wrong = replace(SEEN, **changes)  # type: ignore[arg-type]
        with pytest.raises(Refused, match=words) as refusal:
            note_day(actor=team.lead, cycle=cycle, seen=wrong, now=NOW)
        assert refusal.value.field == field
    assert not days_of(cycle)


def test_days_belong_between_the_start_and_the_decision(team: Team, idea: Driver) -> None:
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=PLAN, now=NOW)
    with pytest.raises(NotAllowed, match="Start the test first"):
        note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    day = note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    tell_what_happened(actor=team.lead, cycle=cycle, happened="7 of 9", now=NOW)
    study(actor=team.lead, cycle=cycle, result="7 of 9", now=NOW)
    decide(actor=team.lead, cycle=cycle, decision="adopt", why="It works", now=NOW)
    with pytest.raises(NotAllowed, match="This test is decided"):
        take_day_out(actor=team.lead, cycle=cycle, day_id=day.pk, now=NOW)


def test_the_last_day_is_one_of_the_test(team: Team, cycle: Cycle) -> None:
    before, later = MONDAY - timedelta(days=1), date(2026, 5, 1)
    for day, words in ((before, "before the test began"), (later, "has not come yet")):
        with pytest.raises(CycleRefused, match=words) as refusal:
            tell_what_happened(actor=team.lead, cycle=cycle, happened="9", done_on=day, now=NOW)
        assert refusal.value.field == "done_on"


def test_a_mistake_is_taken_out_and_kept_in_the_record(team: Team, cycle: Cycle) -> None:
    day = note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    take_day_out(actor=team.partner, cycle=cycle, day_id=day.pk, now=NOW)
    take_day_out(actor=team.partner, cycle=cycle, day_id=day.pk, now=NOW)
    assert not days_of(cycle)
    [record] = AuditRecord.objects.filter(action="cycle.day_removed")
    assert record.before["note"] == "Kwame led both"


def test_a_hundred_days_are_enough(team: Team, cycle: Cycle) -> None:
    days = [MONDAY - timedelta(days=number) for number in range(1, MOST_DAYS + 1)]
    DayNote.objects.bulk_create(DayNote(cycle=cycle, day=day, note="x") for day in days)
    with pytest.raises(CycleRefused, match="belongs in a measure"):
        note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)


TUESDAY = MONDAY + timedelta(days=1)


def _lines(cycle: Cycle) -> list[tuple[date, int | None, str]]:
    return [(each.day, each.count, each.note) for each in days_of(cycle)]


def _last_change(cycle: Cycle, day: date) -> int:
    record = last_change_of_day(cycle, day)
    assert record is not None
    return record.pk


def test_a_line_moves_to_another_day_and_back(team: Team, cycle: Cycle) -> None:
    day = note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    moved = replace(SEEN, day=TUESDAY, note="Kwame led one")
    change_day(actor=team.partner, cycle=cycle, day_id=day.pk, seen=moved, now=NOW)
    assert _lines(cycle) == [(TUESDAY, 1, "Kwame led one")]
    change_day(actor=team.partner, cycle=cycle, day_id=day.pk, seen=moved, now=NOW)
    [record] = AuditRecord.objects.filter(action="cycle.day_changed")
    assert (record.before["day"], record.after["day"]) == ("2026-04-06", "2026-04-07")
    undo_day(actor=team.lead, cycle=cycle, change_id=record.pk, now=NOW)
    assert _lines(cycle) == [(MONDAY, 1, "Kwame led both")]
    undone = AuditRecord.objects.get(action="cycle.day_restored")
    assert undone.undoes == record.pk
    for change_id in (record.pk, undone.pk):
        with pytest.raises(CycleRefused, match=r"changed this day since|no such change"):
            undo_day(actor=team.lead, cycle=cycle, change_id=change_id, now=NOW)
    with pytest.raises(NotAllowed):
        change_day(actor=team.looker, cycle=cycle, day_id=day.pk, seen=moved, now=NOW)
    with pytest.raises(NotAllowed):
        undo_day(actor=team.looker, cycle=cycle, change_id=record.pk, now=NOW)


def test_a_line_that_moves_to_a_day_with_one_asks_and_loses_neither(team: Team, cycle: Cycle) -> None:
    day = note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    note_day(actor=team.lead, cycle=cycle, seen=DaySeen(day=TUESDAY, count=2, out_of=2), now=NOW)
    mine = replace(SEEN, day=TUESDAY)
    with pytest.raises(DayTaken, match="7 April 2026 is there already: 2 of 2") as taken:
        change_day(actor=team.lead, cycle=cycle, day_id=day.pk, seen=mine, now=NOW)
    assert (taken.value.theirs, taken.value.yours) == ("2 of 2", "1 of 2. Kwame led both")
    assert len(_lines(cycle)) == 2
    change_day(actor=team.lead, cycle=cycle, day_id=day.pk, seen=mine, is_sure=True, now=NOW)
    assert _lines(cycle) == [(TUESDAY, 1, "Kwame led both")]
    undo_day(actor=team.lead, cycle=cycle, change_id=_last_change(cycle, TUESDAY), now=NOW)
    assert _lines(cycle) == [(MONDAY, 1, "Kwame led both"), (TUESDAY, 2, "")]


def test_a_line_that_somebody_changed_or_took_out_meanwhile(team: Team, cycle: Cycle) -> None:
    day = note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    seen = Project.objects.get().version
    theirs, mine = replace(SEEN, day=TUESDAY, note="Priya"), replace(SEEN, note="Nobody")
    change_day(actor=team.partner, cycle=cycle, day_id=day.pk, seen=theirs, now=NOW)
    with pytest.raises(StaleEdit) as stale:
        change_day(actor=team.lead, cycle=cycle, day_id=day.pk, seen=mine, expected_version=seen, now=NOW)
    assert (stale.value.theirs, stale.value.yours) == ("7 April 2026\nPriya", "6 April 2026\nNobody")
    take_day_out(actor=team.partner, cycle=cycle, day_id=day.pk, now=NOW)
    with pytest.raises(DayGone):
        change_day(actor=team.lead, cycle=cycle, day_id=day.pk, seen=mine, now=NOW)


def test_what_was_done_to_a_day_is_undone_unless_the_day_has_a_line_again(team: Team, cycle: Cycle) -> None:
    note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    undo_day(actor=team.lead, cycle=cycle, change_id=_last_change(cycle, MONDAY), now=NOW)
    assert _lines(cycle) == []
    day = note_day(actor=team.lead, cycle=cycle, seen=SEEN, now=NOW)
    note_day(actor=team.lead, cycle=cycle, seen=replace(SEEN, note="Two"), is_sure=True, now=NOW)
    undo_day(actor=team.lead, cycle=cycle, change_id=_last_change(cycle, MONDAY), now=NOW)
    assert _lines(cycle) == [(MONDAY, 1, "Kwame led both")]
    day = days_of(cycle)[0]
    take_day_out(actor=team.lead, cycle=cycle, day_id=day.pk, now=NOW)
    taken_out = _last_change(cycle, MONDAY)
    note_day(actor=team.lead, cycle=cycle, seen=replace(SEEN, note="Again"), now=NOW)
    with pytest.raises(CycleRefused, match=r"6 April 2026 has a line again: 1 of 2\. Again"):
        undo_day(actor=team.lead, cycle=cycle, change_id=taken_out, now=NOW)
    take_day_out(actor=team.lead, cycle=cycle, day_id=days_of(cycle)[0].pk, now=NOW)
    undo_day(actor=team.lead, cycle=cycle, change_id=taken_out, now=NOW)
    assert _lines(cycle) == [(MONDAY, 1, "Kwame led both")]
    begun = AuditRecord.objects.get(action="cycle.started").pk
    with pytest.raises(CycleRefused, match="no such change"):
        undo_day(actor=team.lead, cycle=cycle, change_id=begun, now=NOW)

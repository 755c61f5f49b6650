"""When a team meets, and its agenda by e-mail: once for each huddle, to those of the team who want it."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import get_default_timezone

from tests.build.cast import NOW, Cast, the_cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project
from tests.build.work import work_through_the_queue
from tests.core.test_mail import letters_in, outbox
from wellrun.accounts.models import Person
from wellrun.cli.serving.schedule import every_day
from wellrun.control.models import Huddle
from wellrun.control.policies import next_huddle
from wellrun.control.queries.huddles import agenda_of, due_huddles, readers_of
from wellrun.control.services import HuddleRefused, choose_agenda, set_huddle
from wellrun.control.services.agendas import send_agenda
from wellrun.control.tasks import send_agendas
from wellrun.core import audit
from wellrun.core.decision import NotAllowed
from wellrun.measures.services import use_measure
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Project
from wellrun.projects.services import add_action, add_driver, raise_barrier
from wellrun.projects.values import State

__all__ = ["outbox"]
LONDON = ZoneInfo("Europe/London")
SEVEN = datetime(2026, 4, 14, 6, 0, tzinfo=UTC)
"""Seven in the morning in London, on a Tuesday."""


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


def meets(team: Team, weekday: int = 1, at: time = time(8, 45)) -> Huddle:
    made = set_huddle(actor=team.partner, project=team.project, weekday=weekday, at=at, now=NOW)
    assert made is not None
    return made


def names(team: Team) -> list[str]:
    return sorted(person.name for person in readers_of(team.project))


@pytest.mark.parametrize(
    ("weekday", "at", "expected"),
    [
        (1, time(8, 45), datetime(2026, 4, 14, 8, 45, tzinfo=LONDON)),
        (1, time(7, 0), datetime(2026, 4, 21, 7, 0, tzinfo=LONDON)),
        (0, time(23, 59), datetime(2026, 4, 20, 23, 59, tzinfo=LONDON)),
        (6, time(1, 30), datetime(2026, 4, 19, 1, 30, tzinfo=LONDON)),
    ],
)
def test_the_next_huddle_is_the_first_that_the_wall_clock_shows(
    weekday: int, at: time, expected: datetime
) -> None:
    assert next_huddle(weekday, at, after=SEVEN, zone=LONDON) == expected


def test_a_team_says_when_it_meets_and_changes_it(team: Team) -> None:
    meets(team)
    meets(team)
    meets(team, weekday=3, at=time(13, 0))
    assert Huddle.objects.get().weekday == 3
    set_huddle(actor=team.lead, project=team.project, weekday=None, now=NOW)
    assert not Huddle.objects.exists()
    changes = [each for each in audit.records_of("project", team.project.pk) if each.action == "huddle.set"]
    assert [each.after for each in changes] == [
        {}, {"weekday": 3, "at": "13:00"}, {"weekday": 1, "at": "08:45"},
    ]  # fmt: skip
    for weekday, at, why in ((9, time(8), "one of the seven days"), (1, None, "at what time you meet")):
        with pytest.raises(HuddleRefused, match=why):
            set_huddle(actor=team.lead, project=team.project, weekday=weekday, at=at, now=NOW)
    for actor in (team.looker, team.sponsor, team.outsider):
        with pytest.raises(NotAllowed):
            set_huddle(actor=actor, project=team.project, weekday=1, at=time(8), now=NOW)
        with pytest.raises(NotAllowed):
            choose_agenda(actor=actor, project=team.project, is_wanted=True, now=NOW)


def test_the_agenda_is_for_those_who_work_on_it_and_want_it(team: Team) -> None:
    assert names(team) == ["Amina Yusuf", "Marcus Bell", "Siôn Rees"]
    Person.objects.filter(pk=team.coach.id).update(digest="never")
    choose_agenda(actor=team.lead, project=team.project, is_wanted=False, now=NOW)
    assert names(team) == ["Marcus Bell"]
    choose_agenda(actor=team.coach, project=team.project, is_wanted=True, now=NOW)
    Person.objects.filter(pk=team.partner.id).update(is_active=False)
    assert names(team) == ["Siôn Rees"]


def test_it_goes_out_at_the_last_turn_before_the_huddle(team: Team) -> None:
    for weekday, at, is_due in (
        (1, time(8, 45), True),
        (1, time(6, 59), False),
        (2, time(6, 30), True),
        (2, time(8, 1), False),
        (0, time(8, 45), False),
    ):
        huddle = meets(team, weekday, at)
        due = due_huddles(now=SEVEN, zone=LONDON)
        assert [pk for pk, _at in due] == ([huddle.pk] if is_due else []), (weekday, at)


def test_nobody_gets_it_twice_or_when_the_huddle_has_begun_or_the_project_ended(team: Team) -> None:
    huddle = meets(team)
    ((_pk, at),) = due_huddles(now=SEVEN, zone=LONDON)
    assert send_agenda(huddle_id=huddle.pk, at=at, now=at) == 0
    assert send_agenda(huddle_id=huddle.pk, at=at, now=SEVEN) == 3
    assert send_agenda(huddle_id=huddle.pk, at=at, now=SEVEN) == 0
    assert due_huddles(now=SEVEN, zone=LONDON) == []
    next_week = SEVEN + timedelta(days=7)
    assert len(due_huddles(now=next_week, zone=LONDON)) == 1
    Project.objects.update(state=State.CLOSED)
    assert due_huddles(now=next_week, zone=LONDON) == []


def work_to_talk_about(cast: Cast, team: Team) -> None:
    lead, project = team.lead, team.project
    primary = add_driver(actor=lead, project=project, kind="primary", text="Calm", now=NOW)
    idea = add_driver(actor=lead, project=project, kind="idea", text="Card", parent_id=primary.pk, now=NOW)
    for day, starts in ((13, True), (20, False), (30, False)):
        plan = Plan(
            question="Does it help?",
            prediction="Yes.",
            starts_on=date(2026, 4, day),
            ends_on=date(2026, 4, day),
        )
        cycle = plan_cycle(actor=lead, project=project, idea=idea, plan=plan, now=NOW)
        if starts:
            start_cycle(actor=lead, cycle=cycle, now=NOW)
    measure = a_measure(cast)
    use_measure(actor=lead, project=project, measure=measure, kind="outcome", now=NOW)
    for text, due in (
        ("Print cards", date(2026, 4, 10)),
        ("Ask nights", None),
        ("Far away", date(2026, 5, 30)),
    ):
        add_action(actor=lead, project=project, text=text, person_id=lead.id, due_on=due, now=NOW)
    raise_barrier(actor=lead, project=project, text="No <lift>", person_id=team.sponsor.id, now=NOW)


def test_the_agenda_holds_what_is_due_and_no_more(cast: Cast, team: Team) -> None:
    work_to_talk_about(cast, team)
    agenda = agenda_of(team.project, on=date(2026, 4, 14))
    assert [each.number for each in agenda.tests] == [1, 2]
    assert [each.name for each in agenda.measures] == ["Restraints each week"]
    assert [each.text for each in agenda.actions] == ["Print cards", "Ask nights"]
    assert [each.text for each in agenda.barriers] == ["No <lift>"]


@pytest.mark.django_db(transaction=True)
def test_the_letter_says_what_the_team_talks_about(outbox: Path) -> None:
    cast = the_cast()
    team = a_project(cast)
    work_to_talk_about(cast, team)
    for actor in (team.lead, team.coach):
        choose_agenda(actor=actor, project=team.project, is_wanted=False, now=NOW)
    tomorrow = datetime.now(tz=get_default_timezone()) + timedelta(hours=12)
    meets(team, tomorrow.weekday(), tomorrow.time().replace(second=0, microsecond=0))
    for _twice in range(2):
        send_agendas.enqueue()
        work_through_the_queue()
    (letter,) = letters_in(outbox)
    assert letter["To"] == "marcus@wellrun.example"
    assert letter["Subject"].endswith("Calmer evenings on Alder Ward")
    assert letter["List-Unsubscribe"].endswith(f"/projects/{team.project.pk}/huddle/#meeting>")
    text, html = (part.get_content() for part in letter.iter_parts())  # type: ignore[attr-defined]
    text = text.replace("\r\n", "\n")
    assert "- Card: test 1 (its last day is 13 April 2026, so what came out?)" in text
    assert "- Restraints each week: " in text
    assert "- Print cards (Amina Yusuf, was due on 10 April 2026)" in text
    assert "- No <lift> (Waiting for an answer)" in text
    assert "No &lt;lift&gt;" in html
    assert send_agendas in [each.work for each in every_day()]

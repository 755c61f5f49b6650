"""Barriers: asked of a named leader, never silently passed on, and the answer always told back."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.cast import NOW, Cast, a_person_on, a_unit
from tests.build.kept import kept
from tests.build.projects import Team, again
from tests.build.work import work_through_the_queue
from wellrun.accounts.models import Notification, Person
from wellrun.core.actor import NOBODY, SYSTEM, Actor
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.core.tasks import schedule
from wellrun.core.visibility import Visibility
from wellrun.organisations.values import Role
from wellrun.projects import queries
from wellrun.projects.models import Barrier, Project, Request
from wellrun.projects.permissions import may_answer, may_close, may_view, may_view_barrier
from wellrun.projects.services import (
    BarrierRefused,
    answer_barrier,
    close_barrier,
    follow_up,
    move,
    raise_barrier,
    say_word,
)
from wellrun.projects.tasks import follow_up_barriers
from wellrun.projects.values import State

LATER = NOW + timedelta(days=15)


@kept
def matron(team: Team) -> Actor:
    """Leads the ward itself."""
    return a_person_on("Grace Namutebi", team.ward, role=Role.LEADER)


def a_barrier(team: Team, asked: Actor, text: str = "No pay for partners on bank holidays") -> Barrier:
    return raise_barrier(actor=team.lead, project=team.project, text=text, person_id=asked.id, now=NOW)


def told(actor: Actor) -> list[str]:
    return [each.text for each in Notification.objects.filter(person_id=actor.id).order_by("pk")]


def test_a_team_asks_its_sponsor_or_who_leads_from_the_unit_upwards(
    cast: Cast, team: Team, matron: Actor
) -> None:
    elsewhere = a_unit(cast.riverside, "Cedar Ward")
    a_person_on("Not Asked", elsewhere, role=Role.LEADER)
    a_person_on("Femi Adeyemi", team.ward.parent or team.ward, role=Role.IMPROVEMENT_OFFICE)
    helpers = queries.helpers_for(team.project)
    assert [(each.name, each.unit) for each in helpers] == [
        ("Beverley Grant", ""), ("Grace Namutebi", "Alder Ward"), ("Ruth Callaghan", "Riverside"),
        ("Femi Adeyemi", "Riverside"),
    ]  # fmt: skip
    assert "Grace Namutebi" not in [
        each.name for each in queries.helpers_for(team.project, besides=matron.id)
    ]


def test_a_barrier_is_raised_with_a_reply_day_and_the_leader_is_told(team: Team, matron: Actor) -> None:
    barrier = a_barrier(team, matron, " Agency staff miss the huddle ")
    request = queries.requests_of(barrier)[0]
    assert (barrier.text, barrier.state) == ("Agency staff miss the huddle", "waiting")
    assert request.reply_by == (NOW + timedelta(days=14)).date()
    assert told(matron) == ["A team asks for your help: Agency staff miss the huddle"]
    record = AuditRecord.objects.filter(thing="project").latest("pk")
    assert (record.action, record.part) == ("barrier.raised", f"barrier/{barrier.pk}")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 301}, "text"),
        ({"wanted": "x" * 2001}, "wanted"),
        ({"reply_by": NOW.date() - timedelta(days=1)}, "reply_by"),
        ({"person_id": 0}, "person_id"),
    ],
)
def test_what_cannot_be_asked_is_refused_beside_its_field(
    team: Team, matron: Actor, change: dict[str, object], field: str
) -> None:
    good = {"text": "Lift out of use", "person_id": matron.id}
    with pytest.raises(BarrierRefused) as refusal:
        raise_barrier(actor=team.lead, project=team.project, now=NOW, **{**good, **change})
    assert refusal.value.field == field
    assert not Barrier.objects.exists()


def test_only_the_team_asks_and_closes_and_only_who_was_asked_answers(team: Team, matron: Actor) -> None:
    for stranger in (team.colleague, team.looker, team.outsider, matron):
        with pytest.raises(NotAllowed):
            raise_barrier(
                actor=stranger, project=team.project, text="Mine", person_id=team.leader.id, now=NOW
            )
    barrier = a_barrier(team, matron)
    for stranger in (team.lead, team.leader, team.outsider, NOBODY):
        with pytest.raises(NotAllowed):
            answer_barrier(actor=stranger, barrier=barrier, answer="Yes", now=NOW)
    with pytest.raises(NotAllowed):
        close_barrier(actor=matron, barrier=barrier, helped="yes", now=NOW)


@pytest.mark.parametrize("visibility", Visibility.values)
def test_who_was_asked_sees_the_barrier_and_nothing_else_of_the_project(
    team: Team, matron: Actor, visibility: str
) -> None:
    barrier = a_barrier(team, matron)
    Project.objects.update(visibility=visibility)
    barrier = Barrier.objects.select_related("project").get(pk=barrier.pk)
    requests = queries.requests_of(barrier)
    people = [
        team.lead,
        team.partner,
        team.looker,
        team.colleague,
        team.leader,
        team.outsider,
        matron,
        NOBODY,
    ]
    for actor in people:
        is_listed = queries.barriers_visible_to(actor).filter(pk=barrier.pk).exists()
        assert is_listed == bool(may_view_barrier(actor, barrier, requests)), actor.name
    assert queries.barrier_for(matron, barrier.pk) == barrier
    if visibility == Visibility.TEAM:
        assert not may_view(matron, barrier.project)
        assert queries.get_for(matron, barrier.project_id) is None
        assert queries.barrier_for(team.leader, barrier.pk) is None


def test_the_answer_is_told_to_the_whole_team_and_can_be_mended(team: Team, matron: Actor) -> None:
    barrier = a_barrier(team, matron)
    with pytest.raises(BarrierRefused, match="Say what you will do"):
        answer_barrier(actor=matron, barrier=barrier, answer=" ", now=NOW)
    answer_barrier(actor=matron, barrier=barrier, answer="Yes, from May.", now=NOW + timedelta(days=6))
    answer_barrier(actor=matron, barrier=barrier, answer="Yes, from June.", now=NOW + timedelta(days=8))
    barrier.refresh_from_db()
    assert (barrier.state, barrier.answer) == ("answered", "Yes, from June.")
    assert barrier.answered_at == NOW + timedelta(days=6)
    assert queries.answer_times_of(matron.id) == [(NOW, NOW + timedelta(days=6))]
    for member in (team.lead, team.partner, team.coach):
        assert "Grace Namutebi answered “No pay for partners on bank holidays”: Yes, from June." in told(
            member
        )
    assert not [line for line in told(team.looker) if "answered" in line]


def test_the_team_closes_it_and_says_whether_it_helped(team: Team, matron: Actor) -> None:
    barrier = a_barrier(team, matron)
    with pytest.raises(BarrierRefused, match="whether it helped"):
        close_barrier(actor=team.partner, barrier=barrier, helped="perhaps", now=NOW)
    close_barrier(actor=team.partner, barrier=barrier, helped="partly", words="Half of it.", now=NOW)
    barrier.refresh_from_db()
    assert (barrier.state, barrier.helped, barrier.closing_words) == ("closed", "partly", "Half of it.")
    assert told(matron)[-1] == "The team closed “No pay for partners on bank holidays”. Partly."
    assert not may_close(team.lead, barrier)
    assert not may_answer(matron, barrier, queries.requests_of(barrier))
    assert queries.waiting_on(matron.id) == 0


def test_an_unanswered_barrier_goes_up_a_level_in_sight_of_both(team: Team, matron: Actor) -> None:
    barrier = a_barrier(team, matron)
    news = Project.objects.get().last_news_at
    follow_up(actor=SYSTEM, barrier=barrier, now=NOW + timedelta(days=14))
    assert [each.person_id for each in queries.requests_of(barrier)] == [matron.id]
    follow_up(actor=SYSTEM, barrier=barrier, now=LATER)
    follow_up(actor=SYSTEM, barrier=barrier, now=LATER)
    asked = queries.requests_of(barrier)
    assert [each.person_id for each in asked] == [matron.id, team.leader.id]
    assert asked[1].reply_by == (LATER + timedelta(days=14)).date()
    assert "Ruth Callaghan was asked as well" in told(matron)[-1]
    assert "because Grace Namutebi has not answered yet" in told(team.leader)[-1]
    assert "had no answer from Grace Namutebi. Ruth Callaghan was asked now." in told(team.partner)[-1]
    assert Project.objects.get().last_news_at == news
    answer_barrier(actor=matron, barrier=barrier, answer="Sorry. Done now.", now=LATER)
    assert queries.requests_of(barrier)[1].answered_at is None


def test_where_nobody_is_above_the_last_one_is_reminded_once_a_week(team: Team) -> None:
    barrier = a_barrier(team, team.leader)
    for days in (15, 16, 21, 22):
        follow_up(actor=SYSTEM, barrier=barrier, now=NOW + timedelta(days=days))
    reminders = [line for line in told(team.leader) if "still waits" in line]
    assert len(reminders) == 1, "unread news is renewed, not repeated"
    assert AuditRecord.objects.filter(action="barrier.reminded").count() == 2
    assert "nobody above is left to ask" in told(team.lead)[-1]
    assert Request.objects.count() == 1


def test_after_a_sponsor_the_leaders_of_the_unit_are_asked(team: Team, matron: Actor) -> None:
    barrier = a_barrier(team, team.sponsor)
    follow_up(actor=SYSTEM, barrier=barrier, now=LATER)
    assert [each.person_id for each in queries.requests_of(barrier)] == [team.sponsor.id, matron.id]
    with pytest.raises(NotAllowed):
        follow_up(actor=team.lead, barrier=barrier, now=LATER)


def test_a_team_does_not_get_its_own_question_back(team: Team) -> None:
    a_person_on("Amina Yusuf", team.ward, role=Role.LEADER)  # who raised it leads the ward as well
    barrier = a_barrier(team, team.sponsor)
    follow_up(actor=SYSTEM, barrier=barrier, now=LATER)
    asked = Request.objects.filter(barrier=barrier).order_by("pk")
    assert [each.person.name for each in asked] == ["Beverley Grant", "Ruth Callaghan"]


@pytest.mark.django_db(transaction=True)
def test_the_daily_round_finds_what_is_late(team: Team, matron: Actor) -> None:
    late, early = a_barrier(team, matron), a_barrier(team, matron, "Lift out of use")
    Request.objects.filter(barrier=early).update(reply_by=datetime(2999, 1, 1, tzinfo=UTC).date())
    schedule(follow_up_barriers)
    work_through_the_queue()
    done = DBTaskResult.objects.get(status=TaskResultStatus.SUCCESSFUL)
    assert done.return_value == {"followed_up": 1}
    assert len(queries.requests_of(late)) == 2
    assert len(queries.requests_of(early)) == 1


def test_a_closed_project_raises_no_barriers_and_who_left_is_not_told(team: Team, matron: Actor) -> None:
    Person.objects.filter(pk=team.coach.id).update(is_active=False)
    barrier = a_barrier(team, matron)
    answer_barrier(actor=matron, barrier=barrier, answer="Yes", now=NOW)
    assert told(team.coach) == []
    say_word(actor=team.partner, project=team.project, target=State.CLOSED, is_yes=True, now=NOW)
    move(actor=again(team.lead), project=team.project, target=State.CLOSED, reason="Enough.", now=NOW)
    with pytest.raises(NotAllowed, match="closed"):
        a_barrier(team, matron)

"""Today: what a person's projects want from them, until it is done."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project, again
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.core.actor import Actor
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import decide, plan_cycle, start_cycle, study
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Project
from wellrun.projects.services import (
    add_action,
    add_driver,
    agree_involvement,
    answer_barrier,
    close_barrier,
    finish_action,
    raise_barrier,
    record_involvement,
)
from wellrun.projects.values import State

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@kept
def team(cast: Cast) -> Team:
    return a_project(cast, state=State.TESTING)


def today(actor: Actor) -> Page:
    return page_of(signed_in(again(actor)).get("/"))


def a_test(team: Team, *, ends_on: date | None = None) -> Cycle:
    now = timezone.now()
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=now)
    idea = add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Card", parent_id=early.pk, now=now
    )
    plan = Plan(question="In a day?", prediction="8 in 10 have a card.", ends_on=ends_on)
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=now)
    return start_cycle(actor=team.lead, cycle=cycle, now=now)


def test_a_test_that_ended_waits_for_its_study_until_it_is_decided(team: Team) -> None:
    cycle = a_test(team, ends_on=TODAY)
    assert "waiting for its Study" not in today(team.partner).words, "it still runs today"
    Cycle.objects.filter(pk=cycle.pk).update(ends_on=TODAY - timedelta(days=1), stage="study")
    page = today(team.partner)
    assert "A test waiting for its Study" in page.words
    assert "You predicted: “8 in 10 have a card.” What came out?" in page.words
    assert f"/tests/{cycle.pk}/" in page.links()
    assert "waiting for its Study" not in today(team.coach).words, "its coach does not do it for them"
    assert "waiting for its Study" not in today(team.leader).words
    study(actor=team.partner, cycle=cycle, result="7 of 9", now=timezone.now())
    assert "A test waiting for a decision" in today(team.lead).words
    decide(actor=team.lead, cycle=cycle, decision="adapt", why="Shorter words", now=timezone.now())
    assert "A test waiting" not in today(team.lead).words


def test_a_leader_is_asked_until_they_answer_and_the_team_until_it_says_whether_it_helped(
    team: Team,
) -> None:
    now = timezone.now()
    told = {"actor": team.lead, "project": team.project, "person_id": team.sponsor.id}
    barrier = raise_barrier(text="Lights too bright", now=now, **told)  # type: ignore[arg-type]
    late = raise_barrier(text="No pay", now=now - timedelta(days=20), **told)  # type: ignore[arg-type]
    page = today(team.sponsor)
    assert "2 things need you." in page.words, "the news of it is not told beside it"
    assert page.words.index("No pay") < page.words.index("Lights too bright"), "the late one first"
    assert "6 days ago. A no is an answer too." in page.words
    for each in (barrier, late):
        answer_barrier(actor=team.sponsor, barrier=each, answer="Fitted on Monday.", now=now)
    assert "Nothing needs you today." in today(team.sponsor).words
    page = today(team.lead)
    assert "A leader answered" in page.words
    assert "Beverley Grant: “Fitted on Monday.”" in page.words
    for each in (barrier, late):
        close_barrier(actor=team.lead, barrier=each, helped="yes", now=now)
    assert "A leader answered" not in today(team.lead).words


def test_what_i_said_i_would_do_is_there_when_it_is_due(team: Team) -> None:
    told = {"actor": team.lead, "project": team.project, "person_id": team.partner.id, "now": timezone.now()}
    for text, due in (("Late", -3), ("Now", 0), ("Soon", 5), ("Later", 9)):
        add_action(text=f"{text} thing", due_on=TODAY + timedelta(days=due), **told)  # type: ignore[arg-type]
    action = add_action(text="Some day", **told)  # type: ignore[arg-type]
    words = today(team.partner).words
    assert "3 days ago." in words
    assert "Due today." in words
    assert "Later thing" not in words
    assert words.index("Late thing") < words.index("Soon thing") < words.index("Some day")
    finish_action(actor=team.partner, project=team.project, action_id=action.pk, now=timezone.now())
    assert "Some day" not in today(team.partner).words


def test_a_partner_agrees_with_a_level_for_themselves(team: Team) -> None:
    now = timezone.now()
    said = {"actor": team.lead, "project": team.project, "now": now}
    record_involvement(level="consulted", practice="A survey.", **said)  # type: ignore[arg-type]
    assert "Is this how you are involved: Consulted" in today(team.partner).words
    assert "Is this how you are involved" not in today(team.lead).words
    agree_involvement(actor=team.partner, project=team.project, now=now)
    assert "Is this how you are involved" not in today(team.partner).words
    record_involvement(level="co_design", practice="We write tests together.", **said)  # type: ignore[arg-type]
    assert "Is this how you are involved: Co-design" in today(team.partner).words


def test_a_project_that_was_talked_over_waits_for_a_yes_of_its_sponsor_or_leader(team: Team) -> None:
    Project.objects.filter(pk=team.project.pk).update(state=State.EXPLORED)
    assert "An idea waits for your yes" in today(team.sponsor).words
    assert "An idea waits for your yes" not in today(team.lead).words
    assert "An idea waits for your yes" not in today(team.leader).words, "its team has not shared it yet"
    Project.objects.filter(pk=team.project.pk).update(visibility="organisation")
    assert "An idea waits for your yes" in today(team.leader).words
    assert "An idea waits for your yes" not in today(team.colleague).words


def test_a_coach_is_told_of_a_quiet_team_without_blame(team: Team) -> None:
    Project.objects.filter(pk=team.project.pk).update(last_news_at=timezone.now() - timedelta(weeks=5))
    assert "A team you coach" not in today(team.coach).words
    Project.objects.filter(pk=team.project.pk).update(last_news_at=timezone.now() - timedelta(weeks=7))
    assert "No news for 7 weeks. Ask them how it goes, and what would help." in today(team.coach).words
    assert "A team you coach" not in today(team.lead).words
    Project.objects.filter(pk=team.project.pk).update(state=State.CLOSED)
    assert "A team you coach" not in today(team.coach).words


@pytest.mark.parametrize("count", [1, 8])
def test_questions_do_not_grow_with_what_waits(
    team: Team, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        a_test(team, ends_on=TODAY - timedelta(days=2))
        told = {"actor": team.coach, "project": team.project, "now": timezone.now()}
        add_action(text=f"Thing {number}", person_id=team.lead.id, **told)  # type: ignore[arg-type]
    client = signed_in(again(team.lead))
    with django_assert_max_num_queries(21):
        client.get("/")


def test_the_story_tells_theory_and_tests_to_people_with_an_account_alone(team: Team) -> None:
    cycle = a_test(team, ends_on=TODAY - timedelta(days=1))
    Cycle.objects.filter(pk=cycle.pk).update(stage="study", happened="Seven of nine.")
    page = page_of(signed_in(again(team.partner)).get(f"/projects/{team.project.pk}/"))
    assert "Our theory" in page.words
    assert "Waiting for Study: test 1" in page.words
    assert "Said what happened" not in page.words
    assert "Planned a test: In a day?" in page.words
    assert f"/tests/{cycle.pk}/" in page.links()
    study(actor=team.lead, cycle=cycle, result="7 of 9", learned="Peers help.", now=timezone.now())
    decide(actor=team.lead, cycle=cycle, decision="adapt", why="Shorter words", now=timezone.now())
    words = page_of(signed_in(again(team.partner)).get(f"/projects/{team.project.pk}/")).words
    assert "Card: test 1. Change" in words
    assert "Peers help." in words
    assert "Decided after a test: Change" in words

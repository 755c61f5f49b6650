"""Pages of coaching: evidence and log for the team, a round for the coach, numbers for who leads."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.build.cast import Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.core.visibility import Visibility
from wellrun.projects.models import CoachingNote, Project

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


def words_at(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def test_the_story_names_what_is_suggested_and_the_coach_agrees(team: Team) -> None:
    coach, lead = signed_in(team.coach), signed_in(team.lead)
    story, address = f"/projects/{team.project.pk}/", f"/projects/{team.project.pk}/coaching/"
    words = words_at(lead, story)
    assert "Suggested from your record: 0.5. A coach has not looked at it yet." in words
    assert "To reach 1, Team in place An aim" in words
    assert "Agree on a score" not in words_at(lead, address)
    assert lead.post(f"{address}progress/", {"score": "0.5"}).status_code == 422
    unsaid = coach.post(f"{address}progress/", {"score": "1"})
    assert unsaid.status_code == 422
    assert "Say why your score differs from the record." in page_of(unsaid).words
    assert coach.post(f"{address}progress/", {"score": "1", "note": "The aim is agreed."}).status_code == 303
    words = words_at(lead, story)
    assert "Suggested from your record: 0.5. Coach Siôn Rees agreed on 1 on" in words
    assert "The aim is agreed." in words
    evidence = words_at(lead, address)
    assert "An aim ( not yet )" in evidence or "An aim (not yet)" in evidence


def test_the_log_is_for_team_and_coach_alone(team: Team) -> None:
    Project.objects.update(visibility=Visibility.ORGANISATION)
    address = f"/projects/{team.project.pk}/coaching/"
    coach, today = signed_in(team.coach), timezone.now().date()
    assert coach.post(address, {"on": today.isoformat(), "what": ""}).status_code == 422
    tomorrow = {"on": (today + timedelta(days=1)).isoformat(), "what": "Talk"}
    assert "Choose today or an earlier day." in page_of(coach.post(address, tomorrow)).words
    note = {"on": today.isoformat(), "what": "They are tired.", "next_step": "One card"}
    assert coach.post(address, note).status_code == 303
    assert "They are tired." in words_at(signed_in(team.partner), address)
    for other in (team.sponsor, team.looker, team.colleague, team.leader):
        answer = signed_in(other).get(address)
        assert answer.status_code == 403
        assert "They are tired." not in page_of(answer).words
        assert "Talked with their coach" not in words_at(signed_in(other), f"/projects/{team.project.pk}/")
    assert signed_in(team.lead).post(address, note).status_code == 422
    assert signed_in(team.outsider).get(address).status_code == 404
    assert CoachingNote.objects.count() == 1


def test_a_coach_sees_the_quietest_team_first(team: Team) -> None:
    Project.objects.update(last_news_at=timezone.now() - timedelta(weeks=8))
    words = words_at(signed_in(team.coach), "/coaching/")
    assert "You coach 1 team." in words
    assert "No news for 8 weeks: ask them" in words
    assert "Not talked yet" in words
    assert "You coach no team yet" in words_at(signed_in(team.lead), "/coaching/")


def test_who_leads_sees_numbers_and_no_titles(team: Team) -> None:
    words = words_at(signed_in(team.leader), "/coaching/")
    assert "Siôn Rees 1 team" in words
    assert "Calmer evenings" not in words


def test_a_stranger_reads_a_score_without_names(team: Team) -> None:
    coach = signed_in(team.coach)
    coach.post(
        f"/projects/{team.project.pk}/coaching/progress/", {"score": "1", "note": "Amina leads it well."}
    )
    Project.objects.update(visibility=Visibility.PUBLIC)
    words = words_at(Client(), f"/projects/{team.project.pk}/")
    assert "A coach agreed on 1 on" in words
    assert "Siôn" not in words
    assert "Amina" not in words


def test_coaches_and_leaders_find_the_way_from_the_projects(team: Team) -> None:
    assert "Coaching" in words_at(signed_in(team.coach), "/projects/")
    assert "Coaching" in words_at(signed_in(team.leader), "/projects/")
    assert "Coaching" not in words_at(signed_in(team.lead), "/projects/")

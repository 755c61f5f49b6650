"""Pages of involvement: partners agree, answer and say when it is done; nobody says it for them."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast, a_person
from tests.build.kept import kept
from tests.build.projects import Team, a_project, again
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.organisations.values import Perspective
from wellrun.projects.models import CheckAnswer, Involvement, Project
from wellrun.projects.services import give_seat
from wellrun.projects.values import SeatRole, State

pytestmark = pytest.mark.django_db

ANSWERS = {"heard": "4", "changes": "3", "supported": "5"}


@kept
def team(cast: Cast) -> Team:
    return a_project(cast, state=State.IMPLEMENTING)


def words_at(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def joins(cast: Cast, team: Team, name: str) -> Actor:
    actor = a_person(name, cast.riverside)
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=actor.id),
        role=SeatRole.MEMBER, perspective=Perspective.CARER, now=NOW,
    )  # fmt: skip
    return again(actor)


def test_the_team_records_a_level_and_the_partner_agrees(team: Team) -> None:
    lead, partner = signed_in(team.lead), signed_in(team.partner)
    address, story = f"/projects/{team.project.pk}/involvement/", f"/projects/{team.project.pk}/"
    assert "Not recorded yet" in words_at(lead, address)
    assert lead.post(address, {"level": "full_partner"}).status_code == 422
    written = {"level": "full_partner", "practice": "Marcus leads with Amina."}
    assert lead.post(address, written).status_code == 303
    assert "I agree: this is how it is" not in words_at(lead, address)
    assert "No service user or carer on the team has agreed" in words_at(lead, story)
    assert lead.post(f"{address}agree/").status_code == 422
    assert "I agree: this is how it is" in words_at(partner, address)
    assert partner.post(f"{address}agree/").status_code == 303
    assert "Marcus Bell agreed this level themselves" in words_at(lead, story)
    assert "Marcus leads with Amina." in words_at(lead, address)


def test_the_button_waits_for_the_partners_word(team: Team) -> None:
    lead, partner = signed_in(team.lead), signed_in(team.partner)
    address, story = f"/projects/{team.project.pk}/involvement/", f"/projects/{team.project.pk}/"
    move = {"target": State.IN_CONTROL}
    assert "say first whether this is done" in words_at(lead, story)
    ways_before = page_of(lead.get(story)).links().count(f"{story}closing/")
    assert lead.post(f"{story}state/", move).status_code == 422
    said = {"target": State.IN_CONTROL, "is_yes": "no", "words": ""}
    assert lead.post(f"{address}done/", {**said, "is_yes": "yes"}).status_code == 422
    assert partner.post(f"{address}done/", said).status_code == 422
    assert partner.post(f"{address}done/", {**said, "words": "Nights are loud."}).status_code == 303
    assert "Marcus Bell says: not yet" in words_at(lead, story)
    assert "Nights are loud." in words_at(lead, address)
    assert partner.post(f"{address}done/", {**said, "is_yes": "yes"}).status_code == 303
    assert "says: not yet" not in words_at(lead, story)
    assert page_of(lead.get(story)).links().count(f"{story}closing/") > ways_before
    assert lead.post(f"{story}state/", move).status_code == 422
    assert Project.objects.get().state != State.IN_CONTROL


def test_the_check_shows_the_middle_answer_when_the_round_is_over(cast: Cast, team: Team) -> None:
    address = f"/projects/{team.project.pk}/involvement/"
    lead = signed_in(team.lead)
    assert "With fewer than 3 partners" in words_at(lead, address)
    assert lead.post(f"{address}check/").status_code == 422
    others = [joins(cast, team, name) for name in ("Joanne Whitlock", "Kwame Asante")]
    assert lead.post(f"{address}check/").status_code == 303
    assert "You see the result when the round is over" in words_at(lead, address)
    assert signed_in(team.partner).post(f"{address}check/answer/", {"heard": "4"}).status_code == 422
    for actor in (team.partner, *others):
        client = signed_in(actor)
        assert client.post(f"{address}check/answer/", ANSWERS).status_code == 303
        assert "You have answered this time" in words_at(client, address)
    assert client.post(f"{address}check/answer/", ANSWERS).status_code == 422
    assert CheckAnswer.objects.count() == 9
    assert "3 people answered." not in words_at(lead, address)
    assert lead.post(f"{address}check/", {"close": "1"}).status_code == 303
    words = words_at(lead, address)
    assert "3 people answered." in words
    assert "what you know from experience? Mostly" in words


def test_others_read_the_level_and_nothing_that_is_the_teams_own(cast: Cast, team: Team) -> None:
    Project.objects.update(visibility=Visibility.ORGANISATION)
    address = f"/projects/{team.project.pk}/involvement/"
    partner = signed_in(team.partner)
    partner.post(address, {"level": "co_design", "practice": "We design together."})
    for name in ("Joanne Whitlock", "Kwame Asante"):
        joins(cast, team, name)
    partner.post(f"{address}check/")
    reader = signed_in(team.colleague)
    words = words_at(reader, address)
    assert "We design together." in words
    assert "Are we done?" not in words
    assert "How is it for partners?" not in words
    history = words_at(reader, f"/projects/{team.project.pk}/")
    assert "Asked the partners how it is" not in history
    assert "Asked the partners how it is" in words_at(partner, f"/projects/{team.project.pk}/")
    assert reader.post(address, {"level": "none"}).status_code == 422
    assert signed_in(team.outsider).get(address).status_code == 404
    assert Involvement.objects.count() == 1

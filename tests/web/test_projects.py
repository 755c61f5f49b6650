"""Pages of projects: start one, agree an aim, form a team, move it along; and who sees what."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from tests.build.cast import NOW, Cast, a_person
from tests.build.kept import kept
from tests.build.projects import Team, a_project, again
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.accounts.models import Person
from wellrun.core.visibility import Visibility
from wellrun.projects.models import Aim, Project, Seat
from wellrun.projects.services import give_seat, revise_aim, say_word

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


def looked_at(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer)


def test_a_project_is_started_in_one_form(cast: Cast, team: Team) -> None:
    client = signed_in(cast.member)
    page = looked_at(client, "/projects/new/")
    assert "Two minutes are enough" in page.words
    assert "Alder Ward" in page.words
    answer = client.post("/projects/new/", {"title": "", "unit": ""})
    assert answer.status_code == 422
    assert "Give the project a name" in page_of(answer).words
    answer = client.post("/projects/new/", {"title": "Fewer falls", "unit": team.ward.pk, "why": "It hurts."})
    made = Project.objects.get(title="Fewer falls")
    assert (answer.status_code, answer["Location"]) == (303, f"/projects/{made.pk}/")
    words = looked_at(client, f"/projects/{made.pk}/").words
    assert "It hurts." in words
    assert "Only the team can see this" in words
    assert "No aim yet" in words


def test_a_unit_of_another_organisation_cannot_be_chosen(cast: Cast, team: Team) -> None:
    answer = signed_in(cast.viewer).post("/projects/new/", {"title": "Mine", "unit": team.ward.pk})
    assert answer.status_code == 422
    assert Project.objects.count() == 1


def test_an_aim_is_coached_and_never_blocked(team: Team) -> None:
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/aim/"
    assert client.post(address, {"what": "Introduce huddles on Alder Ward"}).status_code == 303
    words = looked_at(client, address).words
    assert "How much?" in words
    assert "By when?" in words
    told = {
        "what": "Halve restraints on Alder Ward", "measured_by": "restraints a week", "start": "4.8",
        "goal": "2.4", "by_when": "2099-06-30",
    }  # fmt: skip
    answer = client.post(address, told)
    assert answer.status_code == 422
    assert "Say why the aim changes" in page_of(answer).words
    assert client.post(address, told | {"reason": "A result, not a way"}).status_code == 303
    words = looked_at(client, f"/projects/{team.project.pk}/").words
    assert "Halve restraints on Alder Ward: from 4.8 to 2.4 restraints a week, by 30 June 2099." in words
    assert Aim.objects.count() == 2


def test_two_people_who_change_the_aim_lose_nothing(team: Team) -> None:
    first, second = signed_in(team.lead), signed_in(team.partner)
    address = f"/projects/{team.project.pk}/aim/"
    version = Project.objects.get().version
    revise_aim(actor=team.lead, project=team.project, what="Halve them", now=NOW)
    seen = {"version": version + 1, "reason": "Together"}
    assert second.post(address, seen | {"what": "End restraints"}).status_code == 303
    answer = first.post(address, seen | {"what": "Halve restraints by spring"})
    words = page_of(answer).words
    assert answer.status_code == 422
    assert "Theirs: End restraints" in words
    assert "Yours: Halve restraints by spring" in words
    again_seen = {
        "version": Project.objects.get().version,
        "reason": "We agreed",
        "what": "End them by spring",
    }
    assert first.post(address, again_seen).status_code == 303


def test_it_moves_along_and_says_why_it_cannot(team: Team) -> None:
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/state/"
    assert client.post(address, {"target": "explored"}).status_code == 303
    words = looked_at(client, f"/projects/{team.project.pk}/").words
    assert "A leader of Alder Ward, or the sponsor, approves this." in words
    answer = client.post(address, {"target": "approved"})
    assert answer.status_code == 422
    say_word(actor=team.partner, project=team.project, target="closed_with_learning", is_yes=True, now=NOW)
    answer = client.post(address, {"target": "closed_with_learning", "reason": " "})
    assert "Say why in a few words" in page_of(answer).words
    assert signed_in(team.sponsor).post(address, {"target": "approved"}).status_code == 303
    assert Project.objects.get().state == "approved"
    Project.objects.update(state="testing")
    say_word(actor=team.partner, project=team.project, target="closed_with_learning", is_yes=True, now=NOW)
    answer = client.post(address, {"target": "closed_with_learning", "reason": "We are done"})
    assert (answer.status_code, "Look back first" in page_of(answer).words) == (422, True)
    assert "We are done" in answer.content.decode()


def test_each_person_stands_once_in_the_team_with_all_their_roles(team: Team, cast: Cast) -> None:
    person = Person.objects.get(pk=team.partner.id)
    give_seat(actor=team.lead, project=team.project, person=person, role="lead", perspective="carer", now=NOW)
    page = looked_at(signed_in(again(team.lead)), f"/projects/{team.project.pk}/team/")
    row = "Marcus Bell Service-user partner, Lead Service user or patient, Carer or family"
    row += " End this role: Service-user partner End this role: Lead"
    assert row in page.words
    assert page.words.count("Marcus Bell") == 1
    labels = [given["data-label"] for tag, given in page.elements if tag == "td" and "data-label" in given]
    assert labels == ["Role", "Comes as"] * 5
    twin = a_person("Another Rees", cast.riverside)
    Person.objects.filter(pk=twin.id).update(name="Siôn Rees")
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=twin.id), role="member",
        perspective="staff", now=NOW,
    )  # fmt: skip
    story = looked_at(signed_in(team.lead), f"/projects/{team.project.pk}/").words
    assert "Amina Yusuf and Marcus Bell lead this with 4 others" in story, "two people of one name are two"


def test_the_lead_shares_and_asks_people_to_join(team: Team, cast: Cast) -> None:
    base = f"/projects/{team.project.pk}"
    client = signed_in(team.lead)
    assert signed_in(team.partner).post(f"{base}/sharing/", {"visibility": "public"}).status_code == 422
    assert client.post(f"{base}/sharing/", {"visibility": "network"}).status_code == 303
    form = {"email": "VICTOR@wellrun.example", "role": "member", "perspective": "carer", "title": "A son"}
    assert signed_in(team.looker).post(f"{base}/team/", form).status_code == 403
    assert client.post(f"{base}/team/", form | {"email": "x@wellrun.example"}).status_code == 422
    assert client.post(f"{base}/team/", form).status_code == 303
    words = looked_at(client, f"{base}/team/").words
    assert "Victor Lund" in words
    assert "A son" in words
    seat = Seat.objects.get(person_id=cast.viewer.id)
    own = Seat.objects.get(person_id=team.lead.id)
    assert client.post(f"{base}/team/{own.pk}/end/").status_code == 422
    assert signed_in(again(cast.viewer)).post(f"{base}/team/{seat.pk}/end/")["Location"] == "/projects/"
    assert client.post(f"{base}/team/{seat.pk}/end/").status_code == 404


def test_somebody_who_works_elsewhere_is_told_that_they_are_on_a_team(cast: Cast, team: Team) -> None:
    given = {"email": "victor@wellrun.example", "role": "member", "perspective": "staff"}
    assert signed_in(team.lead).post(f"/projects/{team.project.pk}/team/", given).status_code == 303
    words = page_of(signed_in(cast.viewer).get("/notifications/")).words
    assert "You are on the team of “Calmer evenings on Alder Ward” at Riverside" in words


@pytest.mark.parametrize("visibility", Visibility.values)
def test_what_one_may_not_see_looks_as_if_absent(team: Team, visibility: str) -> None:
    Project.objects.update(visibility=visibility)
    address = f"/projects/{team.project.pk}/"
    statuses = {
        name: signed_in(getattr(team, name)).get(address).status_code
        for name in ("lead", "partner", "looker", "colleague", "outsider")
    }
    seen = {"team": 3, "organisation": 4, "network": 5, "public": 5}[visibility]
    assert list(statuses.values()) == [200] * seen + [404] * (5 - seen)
    stranger = Client().get(address)
    assert stranger.status_code == (200 if visibility == "public" else 303)
    if visibility == "public":
        for name in ("Amina", "Marcus", "Beverley"):
            assert name not in stranger.content.decode()


def test_the_portfolio_is_narrowed_and_asks_without_blame(team: Team, cast: Cast) -> None:
    Project.objects.update(last_news_at=timezone.now() - timedelta(weeks=7), visibility="organisation")
    client = signed_in(team.colleague)
    words = looked_at(client, "/projects/").words
    assert "1 project" in words
    assert "No news for 7 weeks: ask them" in words
    for narrowed, found in (
        ("?q=calmer+alder", True), ("?q=%00calmer", True), ("?q=nothing", False), ("?state=idea", True),
        ("?state=testing", False), ("?state=nonsense", True), ("?whose=mine", False), ("?whose=quiet", True),
        (f"?unit={team.ward.pk}", True), ("?unit=x&page=x", True), ("?page=99999999", False),
    ):  # fmt: skip
        assert ("Calmer evenings" in looked_at(client, f"/projects/{narrowed}").words) is found, narrowed
    assert "Calmer evenings" in looked_at(signed_in(team.lead), "/projects/?whose=mine").words
    assert "No projects yet" in looked_at(signed_in(cast.viewer), "/projects/").words


@pytest.mark.parametrize("count", [1, 12])
def test_questions_do_not_grow_with_the_portfolio(
    team: Team, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    Project.objects.update(visibility="organisation")
    first = Project.objects.get()
    for number in range(count):
        first.pk, first.title, first._state.adding = None, f"Copy {number}", True
        first.save()
    client = signed_in(team.lead)
    with django_assert_num_queries(12):
        client.get("/projects/")


def test_who_can_see_it_is_told_with_whom_it_reaches(team: Team) -> None:
    story, address = f"/projects/{team.project.pk}/", f"/projects/{team.project.pk}/sharing/"
    lead, partner, looker = (signed_in(each) for each in (team.lead, team.partner, team.looker))
    assert ("a", address) in {(tag, given.get("href", "")) for tag, given in looked_at(lead, story).elements}
    page = looked_at(partner, address)
    assert "5 people: the team and its coach." in page.words
    assert "Only a lead widens it: ask" in page.words
    refused = [
        each["value"] for _tag, each in page.elements if each.get("type") == "radio" and "disabled" in each
    ]
    assert refused == ["organisation", "network", "public"]
    assert any(each.get("value") == f"http://testserver{story}" for _tag, each in page.elements)
    assert "Make a package" in page.words
    read = looked_at(looker, address).words
    assert "Save who can see it" not in read
    assert "Ask its lead for a package" in read
    assert lead.post(address, {"visibility": "public"})["Location"] == f"{address}?saved=1"
    page = looked_at(lead, f"{address}?saved=1")
    assert "Saved." in page.words
    assert "Public address, without an account" in page.words
    assert Client().get(address).status_code == 303
    words = looked_at(Client(), story).words
    assert "Share" not in words
    assert team.partner.name not in words


def test_the_story_says_what_a_hand_over_takes_and_what_was_learned(team: Team) -> None:
    lead, address = signed_in(team.lead), f"/projects/{team.project.pk}/"
    assert "Holding the gain" not in looked_at(lead, address).words
    Project.objects.update(state="testing")
    words = looked_at(lead, address).words
    for said in (
        "Holding the gain",
        "Not chosen yet",
        "There is no main measure",
        "Not said yet",
        "Nothing yet.",
    ):
        assert said in words
    say_word(
        actor=team.partner, project=team.project, target="in_control", is_yes=False, words="Nights", now=NOW
    )
    assert f"{team.partner.name} says: not yet" in looked_at(lead, address).words


def test_a_5_mb_aim_is_told_how_long_it_may_be(team: Team) -> None:
    answer = signed_in(team.lead).post(f"/projects/{team.project.pk}/aim/", {"what": "x" * 2_000_000})
    assert answer.status_code == 422
    assert b"Keep this to 300 characters; it has 2,000,000. Shorten it, nothing is lost." in answer.content
    assert b'maxlength="300"' not in answer.content


def test_addresses_are_not_tried_by_the_thousand(team: Team, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"join_team": "2/h/user"}
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/team/"
    form = {"role": "member", "perspective": "staff"}
    unknown = "Nobody here signs in"
    for number, said in enumerate((unknown, unknown, "Many addresses were tried")):
        answer = client.post(address, form | {"email": f"guess{number}@wellrun.example"})
        assert (answer.status_code, said in page_of(answer).words) == (422, True)

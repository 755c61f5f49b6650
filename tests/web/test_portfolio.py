"""The portfolio: narrowed by tag, kept as views, said without blame; and its pages stay quick when full."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build.bulk import a_busy_project
from tests.build.cast import NOW, Cast
from tests.build.crowds import many_projects
from tests.build.kept import kept
from tests.build.projects import Team, a_project, again
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.projects.models import Project, SavedView, Tag
from wellrun.projects.services import give_seat, save_view
from wellrun.projects.values import Filters

pytestmark = pytest.mark.django_db
FILTERS = {"q": "calmer", "state": "", "whose": "quiet", "tag": "", "unit": ""}


@kept
def team(cast: Cast) -> Team:
    team = a_project(cast)
    Project.objects.update(visibility="organisation")
    return team


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def test_filters_are_saved_as_a_tab_shared_and_taken_away(team: Team) -> None:
    client = signed_in(team.leader)
    assert "Keep these filters as a view" in words(client, "/projects/?q=calmer&whose=quiet")
    assert "Keep these filters" not in words(client, "/projects/")
    answer = client.post("/projects/views/", FILTERS | {"name": "Quiet ones", "is_shared": "yes"})
    view = SavedView.objects.get()
    address = f"/projects/?q=calmer&whose=quiet&view={view.pk}"
    assert (answer.status_code, answer["Location"]) == (303, address)
    text = words(client, address)
    for said in (
        "All projects Quiet ones",
        "Everybody in your organisation sees this view",
        "Keep it to myself",
    ):
        assert said in text
    member = signed_in(team.colleague)
    assert "Ruth Callaghan shares this view with you." in words(member, address)
    for do in ("share", "remove"):
        refused = member.post(f"/projects/views/{view.pk}/{do}/")
        assert refused.status_code == 422
        assert "Only the person who saved this view" in page_of(refused).words
        assert signed_in(team.outsider).post(f"/projects/views/{view.pk}/{do}/").status_code == 404
    assert client.post(f"/projects/views/{view.pk}/share/", {"is_shared": "no"}).status_code == 303
    assert "Quiet ones" not in words(member, "/projects/")
    gone = client.post(f"/projects/views/{view.pk}/remove/")
    assert gone["Location"] == address
    assert "Keep these filters as a view" in words(client, address), "the filters stay, to be saved again"


def test_what_cannot_be_saved_is_said_and_kept(team: Team) -> None:
    client = signed_in(team.colleague)
    answer = client.post("/projects/views/", FILTERS | {"name": "<b>Mine</b>", "is_shared": "yes"})
    assert answer.status_code == 422
    assert "A leader, a coach or the improvement office can share views" in page_of(answer).words
    form = page_of(answer).form("/projects/views/")
    assert (form["name"], form["q"], form["whose"]) == ("<b>Mine</b>", "calmer", "quiet")
    assert client.post("/projects/views/", form).status_code == 303
    assert b"<b>Mine</b>" not in client.get("/projects/").content
    assert client.post("/projects/views/", {"name": "All"}).status_code == 422
    assert client.post("/projects/views/", form | {"unit": "x" * 99, "tag": "y" * 999}).status_code == 422


def test_a_tab_that_was_narrowed_further_can_be_saved_itself(team: Team) -> None:
    save_view(actor=team.leader, name="Testing", filters=Filters(state="testing"), now=NOW)
    client, view = signed_in(team.leader), SavedView.objects.get()
    assert "Take this view away" in words(client, f"/projects/?state=testing&view={view.pk}")
    text = words(client, f"/projects/?state=testing&q=calmer&view={view.pk}")
    assert "Take this view away" not in text
    assert "Keep these filters as a view" in text


def test_tags_are_added_seen_filtered_and_taken_off(team: Team) -> None:
    client, base = signed_in(team.partner), f"/projects/{team.project.pk}/"
    assert client.post(f"{base}tags/", {"name": "restraint"}).status_code == 303
    assert "restraint" in words(client, base)
    assert "restraint" in words(signed_in(team.colleague), "/projects/?tag=restraint")
    assert "Nothing fits" in words(client, "/projects/?tag=falls")
    refused = client.post(f"{base}tags/", {"name": "y" * 61})
    assert refused.status_code == 422
    assert page_of(refused).form(f"{base}tags/")["name"] == "y" * 61
    reader = signed_in(team.looker)
    assert reader.post(f"{base}tags/", {"name": "mine"}).status_code == 422
    tag = Tag.objects.get()
    assert reader.post(f"{base}tags/{tag.pk}/remove/").status_code == 422
    assert signed_in(team.outsider).post(f"{base}tags/", {"name": "mine"}).status_code == 404
    assert client.post(f"{base}tags/{tag.pk}/remove/").status_code == 303
    assert "Take off" not in words(client, base)
    assert Project.objects.get().tags.count() == 0


def test_a_guest_of_another_organisation_tags_the_project_they_work_on(cast: Cast, team: Team) -> None:
    person = Person.objects.get(pk=cast.viewer.id)
    give_seat(
        actor=team.lead, project=team.project, person=person, role="member", perspective="staff", now=NOW
    )
    Tag.objects.create(organisation=cast.riverside, name="falls")
    guest, base = signed_in(again(cast.viewer)), f"/projects/{team.project.pk}/"
    for name in ("Falls", "sleep"):
        assert guest.post(f"{base}tags/", {"name": name}).status_code == 303
    assert {tag.name for tag in team.project.tags.all()} == {"falls", "sleep"}


def test_a_unit_stays_chosen_when_more_is_looked_for(team: Team) -> None:
    answer = signed_in(team.leader).get(f"/projects/?unit={team.ward.pk}")
    assert "1 project, in Alder Ward and below" in page_of(answer).words
    assert page_of(answer).form("/projects/")["unit"] == str(team.ward.pk)


def test_silence_is_told_without_blame(team: Team) -> None:
    Project.objects.update(last_news_at=NOW - timedelta(weeks=99))
    text = words(signed_in(team.leader), "/projects/?whose=quiet")
    assert "weeks: ask them" in text
    for blame in ("late", "overdue", "behind", "failed"):
        assert blame not in text.lower()


def test_who_leads_is_told_how_many_are_private_and_who_is_quiet(team: Team) -> None:
    Project.objects.update(visibility="team")
    leader = signed_in(team.leader)
    assert "And 1 private project: only its team sees it." in words(leader, "/projects/")
    text = words(leader, "/projects/?whose=quiet")
    assert "Every team that you can see had news in the last 6 weeks." in text
    assert "Calmer evenings" not in text
    assert "private project" not in words(signed_in(team.lead), "/projects/")


def test_the_number_of_questions_does_not_grow_with_the_portfolio(cast: Cast, team: Team) -> None:
    client = signed_in(team.leader)
    addresses = ("/projects/", "/projects/?q=calmer&state=idea&whose=quiet&tag=falls", "/projects/?tag=sleep")
    many_projects(cast.riverside, count=20)

    def asked() -> list[int]:
        counts = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
        return counts

    asked()
    few = asked()
    many_projects(cast.riverside, count=200)
    for number in range(5):
        save_view(actor=team.leader, name=f"{number}", filters=Filters(search=f"{number}"), now=NOW)
    assert asked() == few
    assert max(few) <= 14


def test_a_long_measure_is_drawn_to_a_year_and_says_so() -> None:
    lead, project = a_busy_project(cycles=6, measures=2, each=400)
    client, address = signed_in(lead), f"/projects/{project.pk}/"
    assert "the last 366 days of 400" in words(client, address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert len(queries) <= 37


def test_a_view_is_renamed_and_takes_on_the_filters_in_force(team: Team) -> None:
    client = signed_in(team.leader)
    client.post("/projects/views/", FILTERS | {"name": "Quiet ones"})
    view = SavedView.objects.get()
    base = f"/projects/views/{view.pk}/"
    opened = page_of(client.get(f"/projects/?{urlencode(FILTERS)}&view={view.pk}"))
    assert opened.form(f"{base}name/")["name"] == "Quiet ones"
    assert f"{base}filters/" not in opened.forms, "they are in force already"
    refused = page_of(client.post(f"{base}name/", {"name": "x" * 61}))
    assert refused.form(f"{base}name/")["name"] == "x" * 61
    assert client.post(f"{base}name/", {"name": "Silent ones"}).status_code == 303
    narrowed = page_of(client.get(f"/projects/?state=testing&view={view.pk}"))
    assert "Let “Silent ones” show this from now on" in narrowed.words
    answer = client.post(f"{base}filters/", narrowed.form(f"{base}filters/"))
    assert answer["Location"] == f"/projects/?state=testing&view={view.pk}"
    view.refresh_from_db()
    assert (view.name, view.filters["state"], view.filters["search"]) == ("Silent ones", "testing", "")
    assert client.post(f"{base}filters/", {}).status_code == 422

"""The family of measures of a project: its page, new numbers for it, and the chart beside the aim."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project, again
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.core.visibility import Visibility
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.services import annotate, use_measure
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Project
from wellrun.projects.services import NewProject, add_driver, start_project

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def client(team: Team) -> Client:
    return signed_in(team.partner)


def words_at(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def test_a_family_is_put_together_with_forms_alone(cast: Cast, client: Client, team: Team) -> None:
    address = f"/projects/{team.project.pk}/measures/"
    words = words_at(client, address)
    for nudge in ("No outcome measure yet", "No process measure yet", "No balancing measure yet"):
        assert nudge in words
    measure = a_measure(cast)
    driver = add_driver(actor=team.lead, project=team.project, kind="primary", text="Spot distress", now=NOW)
    assert "Restraints each week" in words_at(client, f"{address}?q=restraints")
    assert client.post(address, {"measure": measure.pk, "kind": "outcome"}).status_code == 303
    assert "Restraints each week Outcome measure" in words_at(
        client, address
    )  # here, whatever it is elsewhere
    words = words_at(client, address)
    assert "Main measure" in words
    assert "No outcome measure yet" not in words
    assert "Nothing fits" in words_at(client, f"{address}?q=restraints")
    told = {"kind": "process", "driver": driver.pk}
    assert client.post(f"{address}{measure.pk}/", told).status_code == 303
    assert "Watches: Spot distress" in words_at(client, address)
    answer = client.post(f"{address}{measure.pk}/main/")
    assert (answer.status_code, "shows the outcome" in page_of(answer).words) == (422, True)
    client.post(f"{address}{measure.pk}/", {"kind": "outcome"})
    assert client.post(f"{address}{measure.pk}/main/").status_code == 303
    assert client.post(f"{address}{measure.pk}/remove/").status_code == 303
    assert not MeasureUse.objects.exists()


def test_bad_answers_are_refused_with_words(cast: Cast, client: Client, team: Team) -> None:
    address, measure = f"/projects/{team.project.pk}/measures/", a_measure(cast)
    for told in ({"measure": "x", "kind": "outcome"}, {"measure": measure.pk, "kind": "best"}):
        assert client.post(address, told).status_code == 422
    assert client.post(address, {"measure": 10**9, "kind": "outcome"}).status_code == 404
    assert client.post(f"{address}{measure.pk}/remove/").status_code == 404
    assert signed_in(team.colleague).get(address).status_code == 404


def test_who_looks_on_sees_the_family_and_changes_nothing(cast: Cast, team: Team) -> None:
    measure = a_measure(cast)
    use_measure(actor=team.lead, project=team.project, measure=measure, kind="outcome", now=NOW)
    looker, address = signed_in(team.looker), f"/projects/{team.project.pk}/measures/"
    assert "Ask its lead if you want to join the team" in words_at(looker, address)
    assert looker.post(f"{address}{measure.pk}/remove/").status_code == 422
    assert MeasureUse.objects.count() == 1


def test_new_numbers_join_the_family_of_their_project(client: Client, team: Team) -> None:
    page = page_of(client.get(f"/measures/new/?project={team.project.pk}"))
    assert "Its team will see these numbers" in page.words
    table = "week,restraints\n2026-01-05,4\n2026-01-12,2\n2026-01-19,5\n"
    brought = client.post("/measures/new/", {"table": table, "project": team.project.pk})
    assert brought.status_code == 303
    fields = next(form for form in page_of(client.get(brought["Location"])).forms.values() if "y" in form)
    made = client.post(brought["Location"], fields | {"name": "Restraints", "step": "make"})
    assert (made.status_code, made["Location"]) == (303, f"/projects/{team.project.pk}/measures/")
    use = MeasureUse.objects.get()
    assert (use.project, use.kind, use.is_main) == (team.project, "outcome", True)
    assert (use.measure.unit_id, use.measure.visibility) == (team.ward.pk, "team")
    assert client.get(f"/measures/{use.measure_id}/").status_code == 200
    assert signed_in(team.lead).get(f"/measures/{use.measure_id}/").status_code == 200
    assert signed_in(team.leader).get(f"/measures/{use.measure_id}/").status_code == 404


def test_numbers_for_a_project_that_one_does_not_work_on_stay_ones_own(cast: Cast, team: Team) -> None:
    outsider = signed_in(cast.member)
    assert "For the project" not in page_of(outsider.get(f"/measures/new/?project={team.project.pk}")).words


def with_a_test(team: Team, measure: Measure) -> None:
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    idea = add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Distress card", parent_id=early.pk, now=NOW
    )
    for day in (2, 9):
        plan = Plan(question="Can we?", prediction="Yes", starts_on=date(2026, 3, day))
        cycle = plan_cycle(
            actor=team.lead, project=team.project, idea=idea, plan=plan, measure_id=measure.pk, now=NOW
        )
        start_cycle(actor=team.lead, cycle=cycle, now=NOW)


def test_the_chart_stands_beside_the_aim_with_its_tests_as_flags(
    cast: Cast, client: Client, team: Team
) -> None:
    story = f"/projects/{team.project.pk}/"
    assert "No main measure yet" in words_at(client, story)
    measure = a_measure(cast)
    use_measure(actor=team.lead, project=team.project, measure=measure, kind="outcome", now=NOW)
    annotate(actor=cast.owner, measure=measure, period=date(2026, 3, 16), label="New rota", now=NOW)
    with_a_test(team, measure)
    words = words_at(client, story)
    assert "Is it getting better?" in words
    assert "Improving" in words
    assert "Distress card, 2 March 2026" in words
    assert words.index("Distress card, 2 March 2026") < words.index("New rota, 16 March 2026")
    assert "Distress card, 9 March 2026" not in words
    assert "Distress card" in words_at(client, f"/measures/{measure.pk}/")
    assert b"Distress card" in client.get(f"/measures/{measure.pk}/chart.svg").content
    for who in (team.colleague, cast.member):  # they may see the chart, and nothing of the project
        words = words_at(signed_in(who), f"/measures/{measure.pk}/")
        assert "New rota" in words
        assert "Distress card" not in words


def test_a_public_story_shows_no_chart_that_its_team_keeps(cast: Cast, team: Team) -> None:
    measure = a_measure(cast, visibility="team")
    use_measure(actor=team.lead, project=team.project, measure=measure, kind="outcome", now=NOW)
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.PUBLIC)
    assert "Restraints" in words_at(signed_in(team.looker), f"/projects/{team.project.pk}/")
    assert "Restraints" not in words_at(Client(), f"/projects/{team.project.pk}/")
    colleague = signed_in(team.colleague)
    assert "Restraints" not in words_at(colleague, f"/projects/{team.project.pk}/")
    assert "One more measure is kept by its team" in words_at(
        colleague, f"/projects/{team.project.pk}/measures/"
    )


def test_the_page_asks_as_much_for_twelve_measures_as_for_two(
    cast: Cast, team: Team, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, address = signed_in(again(team.lead)), f"/projects/{team.project.pk}/measures/"
    for number in range(12):
        measure = a_measure(cast, name=f"Measure {number}", values=(1, 2, 3))
        use_measure(actor=team.lead, project=team.project, measure=measure, kind="process", now=NOW)
    with django_assert_max_num_queries(20):
        client.get(address)
    with django_assert_max_num_queries(36):
        client.get(f"/projects/{team.project.pk}/")


def test_a_measure_that_others_read_too_says_where_and_names_nothing_that_is_not_shared(
    cast: Cast, client: Client, team: Team
) -> None:
    measure, address = a_measure(cast), f"/projects/{team.project.pk}/measures/"
    use_measure(actor=team.lead, project=team.project, measure=measure, kind="outcome", now=NOW)
    new = NewProject(title="Fewer falls", why="People fall.")
    other = start_project(actor=team.lead, unit=team.ward, project=new, now=NOW)
    use_measure(actor=again(team.lead), project=other, measure=measure, kind="balancing", now=NOW)
    assert "The same numbers are read in: Fewer falls" in words_at(signed_in(again(team.lead)), address)
    assert "Fewer falls" not in words_at(client, address), "its team keeps it to itself"

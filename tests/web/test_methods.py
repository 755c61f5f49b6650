"""Two people of two organisations with two methods read one project, each in their own words."""

import pytest
from django.test import Client

from tests.build.cast import Cast, a_person
from tests.build.kept import kept
from tests.build.packages import a_whole_project
from tests.build.projects import Team
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.organisations.models import Organisation
from wellrun.organisations.values import Method, Role
from wellrun.projects.models import Project
from wellrun.projects.services import give_seat

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    team = a_whole_project(cast)
    Project.objects.filter(pk=team.project.pk).update(state="understanding")
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=cast.viewer.id), role="member",
        now=team.project.created_at,
    )  # fmt: skip
    return team


def speaking(cast: Cast, method: str, *, plain: bool = False) -> Client:
    """Victor, whose own organisation has this method."""
    Organisation.objects.filter(pk=cast.hillside.pk).update(method=method)
    Person.objects.filter(pk=cast.viewer.id).update(plain_words=plain)
    return signed_in(cast.viewer)


def order_of(client: Client, team: Team, *ids: str) -> list[str]:
    html = client.get(f"/projects/{team.project.pk}/").content.decode()
    return sorted(ids, key=lambda each: html.index(f'id="{each}"'))


def test_partners_with_two_methods_read_the_same_project_in_their_own_words(cast: Cast, team: Team) -> None:
    story = f"/projects/{team.project.pk}/"
    lean, standard = speaking(cast, Method.LEAN_A3), signed_in(team.lead)
    there, here = page_of(lean.get(story)).words, page_of(standard.get(story)).words
    for said in ("A3", "Current condition", "Root causes", "Countermeasures", "Follow-up", "Target condition",
                 "Grasping the situation", "Obstacles", "Yokoten"):  # fmt: skip
        assert (said in there, said in here) == (True, False), said
    for said in ("Drivers", "Is it getting better?", "Understanding"):
        assert (said in there, said in here) == (False, True), said
    for same in ("Halve restraints on Alder Ward", "Restraints each week"):
        assert same in there
        assert same in here


def test_the_order_of_sections_is_that_of_the_method(cast: Cast, team: Team) -> None:
    ids = ("aim", "stage", "better", "team")
    assert order_of(signed_in(team.lead), team, *ids) == ["aim", "stage", "better", "team"]
    assert order_of(speaking(cast, Method.LEAN_A3), team, *ids) == ["better", "aim", "stage", "team"]
    client = speaking(cast, Method.EXPERIENCE_BASED_CO_DESIGN)
    assert order_of(client, team, *ids) == ["team", "aim", "stage", "better"]


PAGES = (
    (Method.LEAN_A3, "drivers/", "Root causes and countermeasures"),
    (Method.LEAN_A3, "drivers/", "Target condition Causes Root causes Countermeasures"),
    (Method.LEAN_A3, "drivers/versions/", "Root causes"),
    (Method.LEAN_A3, "tools/", "A3 Grasp the situation Current condition"),
    (Method.LEAN_A3, "barriers/", "Obstacles"),
    (Method.LEAN_A3, "measures/", "Current condition"),
    (Method.DMAIC, "drivers/", "Analyse: causes and solutions"),
    (Method.DMAIC, "tests/", "Improve"),
    (Method.EXPERIENCE_BASED_CO_DESIGN, "team/", "Co-design team"),
    (Method.EXPERIENCE_BASED_CO_DESIGN, "closing/", "Celebration and review"),
    (Method.POCQI, "measures/", "Step 2: measuring quality of care"),
    (Method.POCQI, "", "Step 2: analysing and measuring"),
)


def test_the_pages_of_a_project_are_named_by_the_method(cast: Cast, team: Team) -> None:
    for method, part, said in PAGES:
        answer = speaking(cast, method).get(f"/projects/{team.project.pk}/{part}")
        assert (answer.status_code, said in page_of(answer).words) == (200, True), (method, part)


def test_the_steps_of_a_test_and_the_states_of_lists_follow_too(cast: Cast, team: Team) -> None:
    client, cycle = speaking(cast, Method.LEAN_A3), team.project.cycles.order_by("pk")[0]
    assert " Check " in page_of(client.get(f"/tests/{cycle.pk}/")).words
    assert "Grasping the situation" in page_of(client.get("/projects/")).words
    assert "Grasping the situation" in page_of(client.get("/search/?q=evenings")).words


def test_plain_words_have_their_own_twin_in_every_method(cast: Cast, team: Team) -> None:
    story = f"/projects/{team.project.pk}/"
    words = page_of(speaking(cast, Method.LEAN_A3, plain=True).get(story)).words
    assert "Causes" in words
    assert "Sharing it with others" in words
    assert "Yokoten" not in words


def test_whoever_belongs_to_two_organisations_hears_the_one_they_look_at(cast: Cast, team: Team) -> None:
    Organisation.objects.filter(pk=cast.hillside.pk).update(method=Method.DMAIC)
    both = a_person("Mina Berg", cast.riverside, cast.hillside)
    Person.objects.filter(pk=both.id).update(plain_words=False)
    Project.objects.update(visibility="organisation")
    client, story = signed_in(both), f"/projects/{team.project.pk}/"
    assert "Driver" in page_of(client.get(story)).words
    client.post("/organisations/look-at/", {"organisation": cast.hillside.pk})
    assert "Measure and analyse" in page_of(client.get(story)).words


def test_a_stranger_reads_the_standard_terms(cast: Cast, team: Team, client: Client) -> None:
    Organisation.objects.update(method=Method.POCQI)
    Project.objects.update(visibility="public")
    words = page_of(Client().get(f"/projects/{team.project.pk}/")).words
    assert "Understanding" in words
    assert "Step 2" not in words


def test_an_administrator_chooses_the_method_and_it_takes_effect(cast: Cast, team: Team) -> None:
    ruth = a_person("Ruth Callaghan", cast.riverside, role=Role.ADMINISTRATOR)
    client, address = signed_in(ruth), "/organisations/riverside/administration/settings/"
    form = page_of(client.get(address)).forms[address]
    assert client.post(address, form | {"method": Method.DMAIC}).status_code == 303
    Project.objects.update(visibility="organisation")
    assert "Trying ideas" in page_of(client.get(f"/projects/{team.project.pk}/")).words

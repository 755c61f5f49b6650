"""Search: what is found, by whom, and that the index keeps in step with every write."""

import pytest
from click.testing import CliRunner
from django.db import transaction

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit, the_cast
from tests.build.kept import kept
from tests.build.measures import a_measure, week
from tests.build.projects import a_project
from tests.build.tools import a_card, a_tool
from wellrun.accounts.models import Person
from wellrun.cli.reindex import reindex
from wellrun.core.actor import NOBODY, Actor
from wellrun.core.search.find import find
from wellrun.core.search.index import index_rows, rebuild
from wellrun.core.search.models import SearchEntry
from wellrun.measures import services
from wellrun.measures.models import Measure
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.services import end_membership
from wellrun.projects.models import Project
from wellrun.projects.services import tools

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


def names(actor: Actor, text: str, kind: str = "measure", most: int = 10) -> list[str]:
    return [str(row) for row in find(actor, text, kind=kind, most=most)]


@pytest.mark.parametrize(
    "text", ["restraints", "RESTR", "week restraints", "réstraints", "restraints.", "each (week)"]
)
def test_a_measure_is_found_by_the_words_of_its_name(cast: Cast, text: str) -> None:
    a_measure(cast)
    assert names(cast.owner, text) == ["Restraints each week"]


@pytest.mark.parametrize("text", ["", "   ", "straints", "restraints falls", "re", '"', "* OR *", "\0", "%"])
def test_what_does_not_fit_finds_nothing_and_harms_nothing(cast: Cast, text: str) -> None:
    a_measure(cast)
    assert names(cast.owner, text) == []


def test_a_title_that_fits_comes_before_other_words(cast: Cast) -> None:
    a_measure(cast, name="Zinc", place="Alder Ward")
    a_measure(cast, name="Alder visits")
    a_measure(cast, name="Calls", counts="Every call to Alder.")
    assert names(cast.owner, "alder") == ["Alder visits", "Calls", "Zinc"]
    assert names(cast.owner, "alder", most=1) == ["Alder visits"]


def test_a_project_is_found_by_its_team_alone_until_it_is_shared(cast: Cast) -> None:
    team = a_project(cast)
    assert names(team.lead, "calmer evenings", "project") == ["Calmer evenings on Alder Ward"]
    assert names(team.partner, "loud", "project") == ["Calmer evenings on Alder Ward"]
    assert names(team.colleague, "calmer", "project") == names(team.leader, "calmer", "project") == []
    Project.objects.filter(pk=team.project.pk).update(visibility="organisation")
    assert names(team.colleague, "calmer", "project") == ["Calmer evenings on Alder Ward"]
    assert names(team.outsider, "calmer", "project") == []


def test_units_and_people_are_found_too(cast: Cast) -> None:
    a_unit(cast.riverside, "Łódź Ward")
    Person.objects.get(pk=cast.owner.id).save()
    assert names(cast.member, "lodz", "unit") == ["Łódź Ward"]
    assert names(cast.member, "yusuf", "person") == ["Amina Yusuf"]


# ---- what a person may not see is not found


def test_nothing_is_found_that_its_team_keeps_to_itself(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    nurse = a_person_on("Nadia Cole", ward)
    services.create_measure(
        actor=cast.owner,
        organisation_id=cast.riverside.pk,
        unit_id=ward.pk,
        definition=services_definition("Secret falls", "team"),
        now=NOW,
    )
    assert names(nurse, "secret") == names(cast.owner, "secret") == ["Secret falls"]
    assert names(cast.member, "secret") == names(cast.viewer, "secret") == names(NOBODY, "secret") == []


def services_definition(name: str, visibility: str) -> object:
    from tests.build.measures import a_definition

    return a_definition(name=name, visibility=visibility)


@pytest.mark.parametrize(
    ("visibility", "member", "viewer", "stranger"),
    [
        ("team", False, False, False),
        ("organisation", True, False, False),
        ("network", True, True, False),
        ("public", True, True, True),
    ],
)
def test_each_level_is_found_by_whom_it_is_shared_with(
    cast: Cast, visibility: str, member: bool, viewer: bool, stranger: bool
) -> None:
    a_measure(cast, visibility=visibility)
    found = [bool(names(actor, "restraints")) for actor in (cast.member, cast.viewer, NOBODY)]
    assert found == [member, viewer, stranger]


def test_units_and_people_of_another_organisation_are_not_found(cast: Cast) -> None:
    a_unit(cast.riverside, "Alder Ward")
    assert names(cast.viewer, "alder", "unit") == []
    assert names(cast.viewer, "amina", "person") == []
    assert names(NOBODY, "amina", "person") == []


def test_who_left_the_organisation_is_not_found_in_it(cast: Cast) -> None:
    assert names(cast.owner, "priya", "person") == ["Priya Nair"]
    role = Membership.objects.get(person_id=cast.member.id)
    end_membership(actor=SETTING_UP, membership=role, now=NOW)
    assert names(cast.owner, "priya", "person") == []


# ---- the index keeps in step


def test_a_new_name_is_found_and_the_old_one_is_not(cast: Cast) -> None:
    measure = a_measure(cast)
    services.define_measure(
        actor=cast.owner,
        measure=measure,
        definition=services_definition("Falls each week", "organisation"),  # type: ignore[arg-type]
        now=NOW,
    )
    assert (names(cast.owner, "falls"), names(cast.owner, "restraints")) == (["Falls each week"], [])


def test_a_removed_measure_is_gone_and_comes_back_with_undo(cast: Cast) -> None:
    change = services.remove_measure(actor=cast.owner, measure=a_measure(cast), now=NOW)
    assert names(cast.owner, "restraints") == []
    assert not SearchEntry.objects.filter(kind="measure").exists()
    services.undo_change(actor=cast.owner, change_id=change.id, now=NOW)
    assert names(cast.owner, "restraints") == ["Restraints each week"]


def test_a_write_that_is_not_kept_is_not_in_the_index(cast: Cast) -> None:
    with transaction.atomic():
        a_measure(cast)
        transaction.set_rollback(True)
    assert names(cast.owner, "restraints") == []
    assert not SearchEntry.objects.filter(kind="measure").exists()


def test_a_new_number_leaves_the_index_alone(cast: Cast) -> None:
    measure = a_measure(cast)
    entry = SearchEntry.objects.get(kind="measure")
    SearchEntry.objects.filter(pk=entry.pk).update(words="marked")
    services.record_observation(actor=cast.owner, measure=measure, period=week(40), value=2, now=NOW)
    entry.refresh_from_db()
    assert entry.words == "marked"


def test_a_closed_unit_and_a_person_who_may_not_sign_in_are_gone(cast: Cast) -> None:
    ward, person = a_unit(cast.riverside), Person.objects.get(pk=cast.member.id)
    ward.is_closed = True
    ward.save()
    person.is_active = False
    person.save(update_fields=["is_active"])
    assert (names(cast.owner, "alder", "unit"), names(cast.owner, "priya", "person")) == ([], [])
    assert not SearchEntry.objects.filter(kind="person", thing_id=person.pk).exists()


def test_what_is_deleted_leaves_the_index(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    Unit.objects.get(pk=ward.pk).delete()
    assert not SearchEntry.objects.filter(kind="unit", thing_id=ward.pk).exists()


def test_rows_written_in_bulk_are_found_once_they_are_put_in(cast: Cast) -> None:
    measure = a_measure(cast)
    Measure.objects.filter(pk=measure.pk).update(name="Falls")
    assert names(cast.owner, "falls") == []
    index_rows("measure", [measure.pk])
    assert (names(cast.owner, "falls"), names(cast.owner, "restraints")) == (["Falls"], [])


def test_the_whole_index_can_be_made_again(cast: Cast) -> None:
    measure = a_measure(cast)
    Measure.objects.filter(pk=measure.pk).update(name="Falls")
    SearchEntry.objects.create(kind="measure", thing_id=999_999, title="nobody")
    SearchEntry.objects.filter(kind="person").delete()
    assert rebuild(only_missing=True) == Person.objects.count()
    assert names(cast.owner, "falls") == []
    assert "Search: indexed" in CliRunner().invoke(reindex).output
    assert names(cast.owner, "falls") == ["Falls"]
    assert not SearchEntry.objects.filter(thing_id=999_999).exists()
    assert names(cast.owner, "amina", "person") == ["Amina Yusuf"]


def test_a_person_of_several_organisations_is_found_once(cast: Cast) -> None:
    both = a_person("Mina Berg", cast.riverside, cast.hillside)
    assert names(both, "mina", "person") == ["Mina Berg"]


def test_tools_and_their_cards_are_found_by_who_sees_them(cast: Cast) -> None:
    team = a_project(cast)
    bones = a_tool(team, "fishbone", title="Loud supper")
    cause = a_card(team, bones, "Doors bang at shift change")
    below = a_card(team, bones, "Closers are broken", place="", below=cause)
    people = a_tool(team, "stakeholders", title="Who is touched")
    a_card(team, people, "Portering at night")
    for who, sees, of_team in (
        (team.lead, True, True), (team.partner, True, True), (team.looker, True, False),
        (team.colleague, False, False), (team.outsider, False, False), (NOBODY, False, False),
    ):  # fmt: skip
        assert (names(who, "loud supper", "tool") == ["Loud supper"]) == sees
        assert (names(who, "shift change", "tool_item") == ["Doors bang at shift change"]) == sees
        assert (names(who, "touched", "tool") == ["Who is touched"]) == of_team
        assert (names(who, "portering", "tool_item") == ["Portering at night"]) == of_team
    tools.remove_item(actor=team.lead, tool=bones, item_id=cause.pk, now=NOW)
    assert names(team.lead, "shift", "tool_item") == names(team.lead, "closers", "tool_item") == []
    tools.restore_item(actor=team.lead, tool=bones, item_id=cause.pk, now=NOW)
    tools.write_item(actor=team.lead, tool=bones, item_id=below.pk, text="Closers leak", now=NOW)
    assert names(team.lead, "leak", "tool_item") == ["Closers leak"]
    tools.remove_tool(actor=team.lead, tool=bones, now=NOW)
    assert names(team.lead, "supper", "tool") == names(team.lead, "leak", "tool_item") == []

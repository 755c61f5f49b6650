"""The tree on a page: the top of it, in a fixed number of questions, however large it is."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, SETTING_UP, Cast, a_person_on, a_unit, the_cast
from tests.build.kept import kept
from wellrun.organisations import queries, services
from wellrun.organisations.queries import Branch
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


def names(branch: Branch) -> object:
    return {branch.unit.name: [names(child) for child in branch.children]}


def test_the_tree_is_read_in_order_of_names(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    medicine, surgery = a_unit(cast.riverside, "medicine"), a_unit(cast.riverside, "Surgery")
    a_unit(medicine, "Birch Ward")
    a_unit(medicine, "Älder Ward")
    closed = a_unit(surgery, "Old wing")
    services.close_unit(actor=SETTING_UP, unit=closed, now=NOW)
    root = queries.root_of(cast.riverside.pk)
    with django_assert_num_queries(2):
        tree = queries.tree_below(root)
    assert names(tree) == {
        "Riverside": [{"medicine": [{"Älder Ward": []}, {"Birch Ward": []}]}, {"Surgery": []}]
    }
    assert names(queries.tree_below(surgery, with_closed=True)) == {"Surgery": [{"Old wing": []}]}


def test_of_a_large_tree_the_top_is_shown_and_the_rest_is_counted(cast: Cast) -> None:
    for number in range(3):
        division = a_unit(cast.riverside, f"Division {number}")
        for ward in range(4):
            a_unit(division, f"Ward {number}{ward}")
    tree = queries.tree_below(queries.root_of(cast.riverside.pk), in_sight=5)
    assert [(child.unit.name, len(child.children), child.hidden) for child in tree.children] == [
        ("Division 0", 2, 2), ("Division 1", 0, 4), ("Division 2", 0, 4),
    ]  # fmt: skip


def test_units_are_found_by_name_and_code(cast: Cast) -> None:
    medicine = a_unit(cast.riverside, "Médecine")
    ward = services.add_unit(
        actor=SETTING_UP, parent=medicine, unit=services.NewUnit(name="Alder Ward", code="W-12"), now=NOW
    )
    a_unit(cast.hillside, "Alder Ward")
    here = cast.riverside.pk
    assert queries.units_found(here, "medec") == [medicine]
    assert queries.units_found(here, "ward ALD") == [ward]
    assert queries.units_found(here, "w-12") == [ward]
    assert queries.units_found(here, "ward", within=[ward.path]) == [ward]
    assert queries.units_found(here, "medec", within=[ward.path]) == []
    assert queries.units_found(here, "nothing\0") == []


def test_a_choice_of_units_is_in_the_order_of_the_tree(cast: Cast) -> None:
    birch, medicine = a_unit(cast.riverside, "Birch"), a_unit(cast.riverside, "Medicine")
    ward = a_unit(medicine, "Alder Ward")
    root = queries.root_of(cast.riverside.pk)
    assert queries.units_to_choose(cast.owner, [cast.riverside.pk]) == [root, birch, medicine, ward]
    leader = a_person_on("Lena Ruiz", medicine, role=Role.LEADER)
    assert queries.units_to_choose(leader, [cast.riverside.pk], most=2) == [medicine, ward]
    member = a_person_on("Mo Khan", medicine)
    assert queries.units_to_choose(member, [cast.riverside.pk], most=2) == [medicine]

"""Units are renamed, moved, closed and opened again, and every change has a way back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit, the_cast
from tests.build.kept import kept
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.organisations import queries, services
from wellrun.organisations.models import Unit
from wellrun.organisations.permissions import may_move
from wellrun.organisations.policies import DEEPEST
from wellrun.organisations.services import NewUnit, UndoRefused, UnitRefused
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


def fresh(unit: Unit) -> Unit:
    return Unit.objects.select_related("parent").get(pk=unit.pk)


def move(actor: Actor, unit: Unit, parent: Unit) -> int:
    return services.move_unit(actor=actor, unit=unit, parent=parent, now=NOW).id


def test_a_move_takes_everything_below_along(cast: Cast, ada: Actor) -> None:
    medicine, surgery = a_unit(cast.riverside, "Medicine"), a_unit(cast.riverside, "Surgery")
    ward = a_unit(medicine, "Alder Ward")
    bay = a_unit(ward, "Bay 1")
    other = a_unit(medicine, "Birch Ward")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        move(ada, ward, surgery)
    writes = [one["sql"] for one in asked if one["sql"].startswith('UPDATE "organisations_unit"')]
    assert len(writes) == 1, "one statement for all paths"
    assert fresh(ward).path == f"{surgery.path}{ward.pk}/"
    assert fresh(bay).path == f"{surgery.path}{ward.pk}/{bay.pk}/"
    assert (fresh(ward).depth, fresh(bay).depth) == (2, 3)
    assert (fresh(ward).parent, fresh(bay).parent) == (surgery, ward)
    assert fresh(other).path == other.path


def test_a_move_to_another_depth_counts_the_levels_again(cast: Cast, ada: Actor) -> None:
    medicine = a_unit(cast.riverside, "Medicine")
    ward = a_unit(medicine, "Alder Ward")
    bay = a_unit(ward, "Bay 1")
    move(ada, ward, queries.root_of(cast.riverside.pk))
    assert [fresh(each).depth for each in (ward, bay)] == [1, 2]
    assert fresh(bay).line == (queries.root_of(cast.riverside.pk).pk, ward.pk, bay.pk)


def test_no_unit_comes_to_stand_below_itself(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    bay = a_unit(ward, "Bay 1")
    for below in (ward, bay):
        with pytest.raises(UnitRefused, match="Alder Ward cannot stand below itself") as refusal:
            move(ada, ward, below)
        assert refusal.value.field == "parent"
    stale = a_unit(cast.riverside, "Birch Ward")
    move(ada, ward, stale)
    with pytest.raises(UnitRefused, match="cannot stand below itself"):
        move(ada, stale, bay)  # bay is stale: it was moved below since it was read


def test_a_move_is_refused_where_it_leads_nowhere_good(cast: Cast, ada: Actor) -> None:
    ward, closed = a_unit(cast.riverside), a_unit(cast.riverside, "Old wing")
    services.close_unit(actor=ada, unit=closed, now=NOW)
    with pytest.raises(UnitRefused, match="Old wing is closed"):
        move(ada, ward, closed)
    with pytest.raises(UnitRefused, match="same organisation"):
        move(SETTING_UP, ward, queries.root_of(cast.hillside.pk))
    with pytest.raises(NotAllowed, match="stays at the top"):
        move(ada, queries.root_of(cast.riverside.pk), ward)
    here = queries.root_of(cast.riverside.pk)
    for level in range(DEEPEST - 2):
        here = a_unit(here, f"Level {level}")
    a_unit(ward, "Bay 1")
    with pytest.raises(UnitRefused, match="20 levels deep"):
        move(ada, ward, here)
    assert AuditRecord.objects.filter(action="unit.moved").count() == 0


def test_moving_needs_the_unit_above_and_the_new_place(cast: Cast) -> None:
    medicine, surgery = a_unit(cast.riverside, "Medicine"), a_unit(cast.riverside, "Surgery")
    ward = a_unit(medicine)
    of_medicine = a_person_on("Mo Khan", medicine, role=Role.ADMINISTRATOR)
    of_ward = a_person_on("Wen Li", ward, role=Role.ADMINISTRATOR)
    assert may_move(of_medicine, ward)
    assert (
        may_move(of_ward, ward).refusal == "Only an administrator of the unit above Alder Ward can move it."
    )
    with pytest.raises(NotAllowed, match="Only an administrator of Surgery"):
        move(of_medicine, ward, surgery)


def test_inherited_roles_follow_the_new_place(cast: Cast, ada: Actor) -> None:
    medicine, surgery = a_unit(cast.riverside, "Medicine"), a_unit(cast.riverside, "Surgery")
    ward = a_unit(medicine)
    leader = a_person_on("Lena Ruiz", surgery, role=Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        services.change_unit(actor=leader, unit=ward, name="Ours", now=NOW)
    move(ada, ward, surgery)
    services.change_unit(actor=leader, unit=ward, name="Ours", now=NOW)
    assert fresh(ward).name == "Ours"


def test_a_name_changes_and_the_address_stays(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    change = services.change_unit(actor=ada, unit=ward, name="  Ald\u00e9r  House ", code="A1", now=NOW)
    assert change.sentence == "Renamed Alder Ward to Aldér House."
    assert (fresh(ward).name, fresh(ward).name_key, fresh(ward).slug) == (
        "Aldér House", "alder house", "alder-ward",
    )  # fmt: skip
    assert services.change_unit(actor=ada, unit=ward, name="Aldér House", code="A1", now=NOW).id == 0
    with pytest.raises(UnitRefused, match="settings"):
        services.change_unit(actor=ada, unit=queries.root_of(cast.riverside.pk), name="X", now=NOW)
    with pytest.raises(UnitRefused, match="Aldér House has the code A1 already"):
        services.add_unit(
            actor=ada, parent=queries.root_of(cast.riverside.pk), unit=NewUnit(name="B", code="A1"), now=NOW
        )
    with pytest.raises(UnitRefused, match="200 letters"):
        services.change_unit(actor=ada, unit=ward, name="x" * 201, now=NOW)


def test_closing_goes_from_the_leaves_up_and_keeps_history(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    bay = a_unit(ward, "Bay 1")
    nurse = a_person_on("Nina Bose", ward)
    with pytest.raises(NotAllowed, match="Alder Ward has open units below it: 1"):
        services.close_unit(actor=ada, unit=ward, now=NOW)
    services.close_unit(actor=ada, unit=bay, now=NOW)
    services.close_unit(actor=ada, unit=ward, reason="Merged with Birch", now=NOW)
    assert nurse.roles_on("unit", ward.pk) == {Role.MEMBER}
    with pytest.raises(NotAllowed, match=r"Alder Ward is closed\. Open it first"):
        services.reopen_unit(actor=ada, unit=bay, now=NOW)
    services.reopen_unit(actor=ada, unit=ward, now=NOW)
    services.reopen_unit(actor=ada, unit=bay, now=NOW)
    told = [change.sentence for change in queries.history_of("unit", ward.pk)]
    assert told == ["Opened Alder Ward again.", "Closed Alder Ward. Its history stays.", "Added Alder Ward."]
    with pytest.raises(NotAllowed, match="stays open"):
        services.close_unit(actor=ada, unit=queries.root_of(cast.riverside.pk), now=NOW)


def undo(actor: Actor, cast: Cast, change_id: int) -> str:
    return services.undo_change(
        actor=actor, organisation_id=cast.riverside.pk, change_id=change_id, now=NOW
    ).sentence


def test_every_change_has_its_way_back(cast: Cast, ada: Actor) -> None:
    medicine, surgery = a_unit(cast.riverside, "Medicine"), a_unit(cast.riverside, "Surgery")
    ward = a_unit(medicine)
    moved = move(ada, ward, surgery)
    assert undo(ada, cast, moved) == "Undone. Moved Alder Ward to Medicine."
    renamed = services.change_unit(actor=ada, unit=ward, name="Ash Ward", kind="ward", now=NOW).id
    assert undo(ada, cast, renamed) == "Undone. Renamed Ash Ward to Alder Ward."
    closed = services.close_unit(actor=ada, unit=ward, now=NOW).id
    assert undo(ada, cast, closed) == "Undone. Opened Alder Ward again."
    assert (fresh(ward).parent, fresh(ward).name, fresh(ward).is_closed) == (medicine, "Alder Ward", False)
    added = AuditRecord.objects.get(action="unit.added", thing_id=surgery.pk).pk
    undo(ada, cast, added)
    assert fresh(surgery).is_closed


def test_what_was_changed_since_is_not_taken_back(cast: Cast, ada: Actor) -> None:
    ward = a_unit(cast.riverside)
    first = services.change_unit(actor=ada, unit=ward, name="Ash Ward", now=NOW).id
    services.change_unit(actor=ada, unit=ward, name="Oak Ward", now=NOW)
    with pytest.raises(UndoRefused, match="Ada Moss has changed this since"):
        undo(ada, cast, first)
    hillside = a_unit(cast.hillside, "Oak Ward")
    elsewhere = AuditRecord.objects.get(action="unit.added", thing_id=hillside.pk).pk
    for change_id in (elsewhere, 999_999):
        with pytest.raises(UndoRefused, match="cannot be taken back"):
            undo(ada, cast, change_id)
    with pytest.raises(NotAllowed):
        undo(cast.member, cast, queries.history_of("unit", ward.pk)[0].id)


def test_settings_of_the_organisation(cast: Cast, ada: Actor) -> None:
    wanted = services.OrganisationSettings(
        name="Riverside Trust", code="RXX", code_scheme="ODS", country="gb", method="lean_a3"
    )
    change = services.change_organisation(actor=ada, organisation=cast.riverside, settings=wanted, now=NOW)
    cast.riverside.refresh_from_db()
    assert (cast.riverside.name, cast.riverside.code_scheme, cast.riverside.country) == (
        "Riverside Trust", "ods", "GB",
    )  # fmt: skip
    assert cast.riverside.slug == "riverside"
    assert queries.root_of(cast.riverside.pk).name == "Riverside Trust"
    assert "improvement method" in change.sentence
    for bad, field in (
        ({"country": "England"}, "country"), ({"method": "luck"}, "method"), ({"name": " "}, "name"),
        ({"language": "xx"}, "language"),
    ):  # fmt: skip
        settings = services.OrganisationSettings(**({"name": "Riverside"} | bad))
        with pytest.raises(Refused) as refusal:
            services.change_organisation(actor=ada, organisation=cast.riverside, settings=settings, now=NOW)
        assert refusal.value.field == field
    with pytest.raises(NotAllowed):
        services.change_organisation(actor=cast.member, organisation=cast.riverside, settings=wanted, now=NOW)

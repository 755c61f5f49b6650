"""The tree of units, and roles that are inherited down it."""

import pytest

from tests.build.cast import NOW, SETTING_UP, Cast, a_person, a_person_on, a_unit, the_cast
from tests.build.kept import kept
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.organisations import queries
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.permissions import holds, may_administer, may_view, may_view_unit
from wellrun.organisations.policies import DEEPEST
from wellrun.organisations.services import NewUnit, UnitRefused, add_unit, end_membership, give_role
from wellrun.organisations.services.memberships import MembershipRefused
from wellrun.organisations.values import Role

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


def test_an_organisation_is_the_root_of_its_units(cast: Cast) -> None:
    root = queries.root_of(cast.riverside.pk)
    assert (root.name, root.is_root, root.path) == ("Riverside", True, f"/{root.pk}/")
    division = a_unit(cast.riverside, "Medicine")
    ward = a_unit(division, "Alder Ward")
    assert ward.line == (root.pk, division.pk, ward.pk)
    assert list(queries.units_below(division)) == [division, ward]
    assert queries.unit_with(cast.riverside.pk, "alder-ward") == ward
    record = AuditRecord.objects.get(action="unit.added", thing_id=ward.pk)
    assert (record.organisation_id, record.after["parent_id"]) == (cast.riverside.pk, division.pk)


def test_two_wards_of_one_name_have_two_addresses(cast: Cast) -> None:
    assert [a_unit(cast.riverside).slug for _ in range(3)] == ["alder-ward", "alder-ward-2", "alder-ward-3"]


def test_names_in_any_script_get_an_address(cast: Cast) -> None:
    assert a_unit(cast.riverside, "病棟").slug == "unit"


def test_a_unit_needs_a_name_and_a_place_that_takes_it(cast: Cast) -> None:
    with pytest.raises(UnitRefused, match="Give the unit a name"):
        a_unit(cast.riverside, "  ")
    closed = a_unit(cast.riverside, "Old wing")
    Unit.objects.filter(pk=closed.pk).update(is_closed=True)
    with pytest.raises(NotAllowed, match="Old wing is closed"):
        a_unit(closed, "New ward")
    with pytest.raises(NotAllowed, match="Old wing is closed"):
        a_person_on("Mia Berg", closed)
    here = queries.root_of(cast.riverside.pk)
    for level in range(DEEPEST - 1):
        here = a_unit(here, f"Level {level}")
    with pytest.raises(NotAllowed, match="20 levels deep"):
        a_unit(here, "One more")


def test_roles_hold_below_but_membership_does_not(cast: Cast) -> None:
    division = a_unit(cast.riverside, "Medicine")
    ward = a_unit(division, "Alder Ward")
    for role in Role:
        actor = a_person_on(f"Person{role}", division, role=role)
        assert holds(actor, division, {role})
        assert holds(actor, ward, {role}) is (role != Role.MEMBER)
        assert not holds(actor, queries.root_of(cast.riverside.pk), {role})


def test_only_an_administrator_changes_units_and_roles(cast: Cast) -> None:
    division = a_unit(cast.riverside, "Medicine")
    administrator = a_person_on("Ada Moss", division, role=Role.ADMINISTRATOR)
    ward = add_unit(actor=administrator, parent=division, unit=NewUnit(name="Alder Ward"), now=NOW)
    give_role(actor=administrator, person_id=cast.member.id, unit=ward, role=Role.LEADER, now=NOW)
    assert may_administer(administrator, ward)
    refusal = may_administer(cast.member, ward)
    assert (bool(refusal), refusal.refusal) == (False, "Only an administrator of Alder Ward can change this.")
    with pytest.raises(NotAllowed):
        add_unit(actor=cast.member, parent=ward, unit=NewUnit(name="Bay 1"), now=NOW)
    with pytest.raises(NotAllowed):
        give_role(actor=cast.member, person_id=cast.member.id, unit=ward, role=Role.ADMINISTRATOR, now=NOW)


def test_people_see_the_units_of_their_organisations(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    assert queries.unit_for(cast.member, ward.pk) == ward
    assert queries.unit_for(cast.viewer, ward.pk) is None
    assert may_view_unit(cast.member, ward)
    assert not may_view_unit(cast.viewer, ward)
    assert may_view(cast.member, cast.riverside)
    assert not may_view(cast.viewer, cast.riverside)
    assert not queries.units_visible_to(cast.stranger).exists()


def test_a_role_is_held_once_and_its_history_is_kept(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    again = [
        give_role(actor=SETTING_UP, person_id=cast.member.id, unit=ward, role=Role.COACH, now=NOW)
        for _ in range(2)
    ]
    assert again[0].pk == again[1].pk
    for _ in range(2):
        end_membership(actor=SETTING_UP, membership=again[0], reason="Moved", now=NOW)
    told = AuditRecord.objects.filter(thing="membership", thing_id=again[0].pk).values_list(
        "action", "words__reason"
    )
    assert list(told) == [("membership.given", ""), ("membership.ended", "Moved")]
    with pytest.raises(MembershipRefused, match="roles in the list"):
        give_role(actor=SETTING_UP, person_id=cast.member.id, unit=ward, role="queen", now=NOW)


def test_the_last_administrator_stays(cast: Cast) -> None:
    first = a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)
    held = Membership.objects.get(person_id=first.id, role=Role.ADMINISTRATOR)
    with pytest.raises(MembershipRefused, match="Riverside would have no administrator"):
        end_membership(actor=first, membership=held, now=NOW)
    second = a_person("Ben Okoro", cast.riverside, role=Role.ADMINISTRATOR)
    end_membership(actor=second, membership=held, now=NOW)
    held.refresh_from_db()
    assert held.ended_at == NOW

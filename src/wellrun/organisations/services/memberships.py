"""Writes to roles: who holds which, on which unit."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.policies import is_erased
from wellrun.accounts.services import end_sessions_of
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import Refused
from wellrun.core.folding import folded
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.permissions import may_administer, may_end, may_give_role
from wellrun.organisations.policies import takes_people
from wellrun.organisations.services.directory import list_person
from wellrun.organisations.services.recording import recorded
from wellrun.organisations.services.units import hold_tree
from wellrun.organisations.values import Change, Perspective, Role

THING = "membership"
LONGEST_TITLE = 120


class MembershipRefused(Refused):
    """A role that could not be given, changed or ended."""


@transaction.atomic
def give_role(
    *,
    actor: Actor,
    person_id: int,
    unit: Unit,
    role: str,
    perspective: str = Perspective.STAFF,
    title: str = "",
    now: datetime,
) -> Membership:
    """Let a person hold a role on a unit. A role that is held already is left as it is."""
    audit.take_turn()
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    may_give_role(actor, unit).require()
    _require_choices(role, perspective)
    held = Membership.objects.filter(person_id=person_id, unit=unit, role=role, ended_at=None).first()
    if held is not None:
        return held
    require_none_in(unit.organisation.country, title=title)
    row = Membership(
        person_id=person_id, unit=unit, role=role, perspective=perspective, title=titled(title), since=now
    )
    row.name_key = folded(row.person.name, longest=200)
    row.full_clean(validate_unique=False, validate_constraints=False)
    row.save()
    list_person(person_id, unit.organisation_id)
    recorded(actor, "membership.given", _thing(row), after=_state(row), now=now)
    return row


@transaction.atomic
def change_membership(
    *,
    actor: Actor,
    membership: Membership,
    role: str,
    perspective: str,
    title: str = "",
    undoes: int | None = None,
    now: datetime,
) -> Change:
    """Change the role a person holds on a unit, from which side they know the work, or their title."""
    root = hold_tree(membership.unit.organisation_id)
    row = _locked(membership)
    may_administer(actor, row.unit).require()
    _require_choices(role, perspective)
    require_none_in(row.unit.organisation.country, title=title)
    before = _state(row)
    if role != row.role:
        _require_another_administrator(row, root)
        _require_free(row, role)
    row.role, row.perspective, row.title = role, perspective, titled(title)
    after = _state(row)
    if after == before:
        return Change(id=0, sentence=_("Nothing has changed."))
    row.save(update_fields=["role", "perspective", "title"])
    list_person(row.person_id, root.organisation_id)
    _sign_in_as_others_do(row, root, was=str(before["role"]))
    return recorded(
        actor, "membership.changed", _thing(row), before=before, after=after, undoes=undoes, now=now
    )


@transaction.atomic
def end_membership(
    *, actor: Actor, membership: Membership, reason: str = "", undoes: int | None = None, now: datetime
) -> Change:
    """End a role. It stays in the history. An organisation keeps at least one administrator."""
    root = hold_tree(membership.unit.organisation_id)
    row = _locked(membership)
    may_end(actor, row).require()
    require_none_in(row.unit.organisation.country, reason=reason)
    if row.ended_at is not None:
        return Change(id=0, sentence=_("This role has ended already."))
    _require_another_administrator(row, root)
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    list_person(row.person_id, root.organisation_id)
    _sign_in_as_others_do(row, root, was=row.role)
    return recorded(
        actor, "membership.ended", _thing(row), before=_state(row), reason=reason, undoes=undoes, now=now
    )


@transaction.atomic
def resume_membership(
    *, actor: Actor, membership: Membership, undoes: int | None = None, now: datetime
) -> Change:
    """Take back the end of a role."""
    root = hold_tree(membership.unit.organisation_id)
    row = _locked(membership)
    may_administer(actor, row.unit).require()
    takes_people(row.unit).require()
    if row.ended_at is None:
        return Change(id=0, sentence=_("This role has not ended."))
    if is_erased(row.person):
        raise MembershipRefused(_("This account was erased. Nothing is given back to it."))
    _require_free(row, row.role)
    row.ended_at = None
    row.save(update_fields=["ended_at"])
    list_person(row.person_id, root.organisation_id)
    return recorded(actor, "membership.resumed", _thing(row), after=_state(row), undoes=undoes, now=now)


def _locked(membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("unit__organisation", "person")
    return rows.get(pk=membership.pk)


def titled(title: str) -> str:
    """What somebody does there, on one line. Raises `MembershipRefused` where it is too long."""
    line = on_one_line(title)
    if len(line) > LONGEST_TITLE:
        raise MembershipRefused(
            _("Shorten what they do there to %(count)d letters or fewer.") % {"count": LONGEST_TITLE},
            field="title",
        )
    return line


def _require_choices(role: str, perspective: str) -> None:
    if role not in Role.values:
        raise MembershipRefused(_("Choose one of the roles in the list."), field="role")
    if perspective not in Perspective.values:
        raise MembershipRefused(_("Choose one of the sides in the list."), field="perspective")


def _require_free(row: Membership, role: str) -> None:
    held = Membership.objects.filter(person_id=row.person_id, unit_id=row.unit_id, role=role, ended_at=None)
    if held.exists():
        raise MembershipRefused(
            _("%(person)s holds that role here already.") % {"person": row.person.name}, field="role"
        )


def _require_another_administrator(row: Membership, root: Unit) -> None:
    """Somebody else who can sign in must administer the whole organisation."""
    if row.role != Role.ADMINISTRATOR or row.unit_id != root.pk:
        return
    others = Membership.objects.filter(
        unit=root, role=Role.ADMINISTRATOR, ended_at=None, person__is_active=True
    ).exclude(person_id=row.person_id)
    if not others.exists():
        raise MembershipRefused(
            _("%(organisation)s would have no administrator. Make somebody else one first.")
            % {"organisation": root.name}
        )


def _sign_in_as_others_do(row: Membership, root: Unit, *, was: str) -> None:
    """Where single sign-on is required, only administrators of the whole come in without it."""
    if was == Role.ADMINISTRATOR and row.unit_id == root.pk and row.unit.organisation.requires_sign_on:
        end_sessions_of(people=[row.person_id])


def _thing(row: Membership) -> audit.Thing:
    return audit.Thing(kind=THING, id=row.pk, organisation_id=row.unit.organisation_id)


def _state(row: Membership) -> dict[str, object]:
    """A role as the audit record keeps it. The person is named by id: names can be erased."""
    return {
        "person_id": row.person_id,
        "unit_id": row.unit_id,
        "unit": row.unit.name,
        "role": row.role,
        "perspective": row.perspective,
        "title": row.title,
    }

"""Who may end somebody's sign-in."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.policies import is_erased
from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, refused


def may_deactivate(actor: Actor, person: Person) -> Decision:
    """The installation, or the person. For others `organisations.services.end_sign_in` decides first."""
    if actor.is_system or actor.person_id == person.pk:
        return ALLOWED
    return refused(_("Only an administrator of all their organisations can end somebody's sign-in."))


def may_reactivate(actor: Actor, person: Person) -> Decision:
    """The installation, unless the person was forgotten: who that was is known no more."""
    if is_erased(person):
        return refused(_("This account was erased. It cannot be opened again: invite the person anew."))
    if actor.is_system:
        return ALLOWED
    return refused(_("Only an administrator of all their organisations can let somebody sign in again."))

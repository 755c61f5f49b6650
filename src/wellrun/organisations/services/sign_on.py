"""Whether people of an organisation have to sign in with its own service."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.services import end_sessions_of
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.organisations.models import Organisation
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.queries.sign_on import (
    administrators_with_a_password,
    members_but_administrators,
    providers_for,
)
from wellrun.organisations.services.organisations import thing_of
from wellrun.organisations.services.recording import recorded
from wellrun.organisations.services.units import hold_tree
from wellrun.organisations.values import Change


class SignOnRuleRefused(Refused):
    """A rule that would have locked people out."""


@transaction.atomic
def require_sign_on(*, actor: Actor, organisation: Organisation, is_required: bool, now: datetime) -> Change:
    """Require single sign-on of everybody but the organisation's own administrators, or take that back.

    Everybody else signs in again: at once, and with the service.
    """
    root = hold_tree(organisation.pk)
    may_administer(actor, root).require()
    row = Organisation.objects.get(pk=organisation.pk)
    if row.requires_sign_on == is_required:
        return Change(id=0, sentence=_("Nothing has changed."))
    if is_required:
        _require_a_way_back(row)
        end_sessions_of(people=members_but_administrators(row.pk))
    row.requires_sign_on = is_required
    row.save(update_fields=["requires_sign_on"])
    action = "organisation.sign_on_required" if is_required else "organisation.sign_on_freed"
    return recorded(actor, action, thing_of(row), now=now)


def _require_a_way_back(row: Organisation) -> None:
    if not providers_for(row):
        raise SignOnRuleRefused(
            _("No service is set up for %(organisation)s. Whoever runs this installation sets one up first.")
            % {"organisation": row.name}
        )
    if not administrators_with_a_password(row.pk):
        raise SignOnRuleRefused(
            _(
                "No administrator could come in if the service failed."
                " Let one of them choose a password first, under Your account."
            )
        )

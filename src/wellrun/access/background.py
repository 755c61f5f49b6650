"""Who may look after background work: an administrator of any organisation as a whole."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.organisations.queries.roles import administers_an_organisation


def may_look_after_background(actor: Actor) -> Decision:
    """See what was put aside, try it again, discard it."""
    if actor.is_system or administers_an_organisation(actor):
        return ALLOWED
    return refused(_("Only an administrator of an organisation can see to this."))

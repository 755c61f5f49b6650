"""Who needs a second step when they sign in: administrators do, but for the demo world's."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from wellrun.core.actor import Actor
from wellrun.organisations.values import UNIT, Role


def must_have_second_step(actor: Actor) -> bool:
    """Whoever changes other people's roles can do harm with a lost password."""
    return actor.is_signed_in and not actor.is_demo and bool(actor.places(UNIT, {Role.ADMINISTRATOR}))


def has_second_step(person_id: int) -> bool:
    """Whether a code or a passkey is asked for. Recovery codes alone are none."""
    return bool(_second_steps(person_id).exists())


def may_remove_second_step(actor: Actor) -> bool:
    """An administrator keeps at least one."""
    return not must_have_second_step(actor) or int(_second_steps(actor.id).count()) > 1


def _second_steps(person_id: int):  # type: ignore[no-untyped-def]
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user_id=person_id, type__in=kinds)

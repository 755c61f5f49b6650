"""What a person sees about their own sign-in: second step, devices, other services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from wellrun.access.sign_on import providers


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    id: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondStep:
    has_app: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def is_set_up(self) -> bool:
        return self.has_app or bool(self.passkeys)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOn:
    """Another service that is configured, and whether this person comes in through it."""

    provider: str
    name: str
    connected_id: int | None


def second_step_of(person_id: int) -> SecondStep:
    kept = list(Authenticator.objects.filter(user_id=person_id).order_by("pk"))
    codes = [each.wrap() for each in kept if each.type == Authenticator.Type.RECOVERY_CODES]
    return SecondStep(
        has_app=any(each.type == Authenticator.Type.TOTP for each in kept),
        passkeys=tuple(_passkey(each) for each in kept if each.type == Authenticator.Type.WEBAUTHN),
        codes_left=sum(len(each.get_unused_codes()) for each in codes),
    )


def _passkey(row: Authenticator) -> Passkey:
    return Passkey(id=row.pk, name=row.data["name"], added_at=row.created_at, used_at=row.last_used_at)


def sign_ons_of(person_id: int) -> list[SignOn]:
    held = dict(SocialAccount.objects.filter(user_id=person_id).values_list("provider", "pk"))
    return [SignOn(provider=id_, name=name, connected_id=held.get(id_)) for id_, name in providers()]

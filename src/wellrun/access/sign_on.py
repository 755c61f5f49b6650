"""Single sign-on by OpenID Connect: who comes in, and what is checked beyond what django-allauth checks."""

from __future__ import annotations

import hmac
from contextlib import suppress
from hashlib import sha256
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from wellrun.access.actors import actor_for
from wellrun.access.requests import actor_of
from wellrun.accounts.models import Person
from wellrun.accounts.policies import LONGEST_NAME, normal_email, normal_name
from wellrun.accounts.queries import person_with
from wellrun.core import second_lock
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.queries import all_providers, open_invitation, organisation_with
from wellrun.organisations.services import join_by_invitation

SIGNED_BY = ("RS256", "PS256", "ES256")
REFUSALS = ("failed", "known", "stranger", "elsewhere", "unconfirmed", "taken")
"""Why somebody did not come in; the sign-in page has the sentences."""


class SignOnRefused(ImmediateHttpResponse):  # type: ignore[misc]
    """Back to the sign-in page, or to the person's own account, with the reason."""

    def __init__(self, reason: str, *, page: str = "account_login") -> None:
        super().__init__(HttpResponseRedirect(f"{reverse(page)}?refused={reason}"))


def providers() -> list[tuple[str, str]]:
    """The providers that are configured: their id in addresses, and their name."""
    return [(each.id, each.name) for each in all_providers()]


def nonce_for(state_id: str) -> str:
    """A nonce that only this installation could have made for this attempt (OpenID Connect Core, 3.1.2.1)."""
    return hmac.new(settings.SECRET_KEY.encode(), f"nonce:{state_id}".encode(), sha256).hexdigest()


class Provider(OpenIDConnectProvider):  # type: ignore[misc]
    """Sends a nonce that is bound to the state; options of the address bar are not passed on."""

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> Any:
        state_id = get_random_string(32)
        kwargs["auth_params"] = {**self.get_auth_params(), "nonce": nonce_for(state_id)}
        return super().redirect(request, process, next_url, data, state_id=state_id, **kwargs)

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        """Who it is suffices; what else the provider said is not kept."""
        return {}


class Connection(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Reads the identity from the id_token alone, and trusts it only with signature, nonce and audience."""

    def get_provider(self) -> Provider:
        found = super().get_provider()
        return Provider(self.request, app=found.app)

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        said = self._checked(app, kwargs["response"].get("id_token") or "")
        sent = nonce_for(request.GET.get("state", ""))
        if not hmac.compare_digest(str(said.get("nonce", "")), sent):
            raise OAuth2Error("The nonce is another attempt's.")
        request.sign_on_said = said  # type: ignore[attr-defined]
        return self.get_provider().sociallogin_from_response(request, {"id_token": said})

    def _checked(self, app: Any, id_token: str) -> dict[str, Any]:
        _key_checked(id_token)
        said: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=app.settings["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        if isinstance(said.get("aud"), list) and len(said["aud"]) > 1 and said.get("azp") != app.client_id:
            raise OAuth2Error("The token was made for another program.")
        return said


def _key_checked(id_token: str) -> None:
    """Only signatures with a public key: never none, never one made with the client's own secret."""
    try:
        algorithm = jwtkit.jwt.get_unverified_header(id_token).get("alg")
    except jwtkit.jwt.PyJWTError as error:
        raise OAuth2Error("This is no token.") from error
    if algorithm not in SIGNED_BY:
        raise OAuth2Error("The token is not signed as it must be.")


class SignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who a sign-on may be: found by provider and subject, never by e-mail address."""

    def on_authentication_error(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> None:  # noqa: ARG002
        raise SignOnRefused("failed")

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:  # noqa: ARG002
        return reverse("account:overview")

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:  # noqa: ARG002
        """What the provider says is used for an invitation, and for nothing else."""
        sociallogin.user.email = data.get("email") or ""
        sociallogin.user.name = data.get("name") or ""
        return sociallogin.user

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        said: dict[str, Any] = request.sign_on_said  # type: ignore[attr-defined]
        bound = sociallogin.provider.app.settings.get("organisation", "")
        if sociallogin.state.get("process") == "connect":
            _connect(request, sociallogin, bound)
            return
        if not sociallogin.is_existing:
            _come_in(request, sociallogin, said, bound)
        elif not _belongs(_organisations_of(sociallogin.user), bound):
            raise SignOnRefused("elsewhere")


def _connect(request: HttpRequest, sociallogin: Any, bound: str) -> None:
    """Somebody who has signed in connects a sign-on of theirs."""
    person = actor_of(request)
    if not person.is_signed_in or not _belongs(person.organisation_ids, bound):
        raise SignOnRefused("elsewhere", page="account:overview")
    if sociallogin.is_existing and sociallogin.user.pk != person.person_id:
        raise SignOnRefused("taken", page="account:overview")


def _organisations_of(person: Person) -> frozenset[int]:
    """Nobody has signed in yet, as far as the database knows, so it is asked beyond the second lock."""
    with second_lock.as_system():
        return actor_for(person).organisation_ids


def _belongs(organisation_ids: frozenset[int], bound: str) -> bool:
    """Whether a person of these organisations may come through a provider bound to one. Unbound takes all."""
    organisation = organisation_with(bound) if bound else None
    return not bound or (organisation is not None and organisation.pk in organisation_ids)


def _come_in(request: HttpRequest, sociallogin: Any, said: dict[str, Any], bound: str) -> None:
    """Somebody new: they need an invitation to the address that the provider says is confirmed."""
    token = _invited_with(str(sociallogin.state.get("next") or ""))
    invitation = open_invitation(token, now=timezone.now()) if token else None
    if invitation is None:
        raise SignOnRefused("known" if _is_known(said) else "stranger")
    if not _belongs(frozenset([invitation.unit.organisation_id]), bound):
        raise SignOnRefused("elsewhere")
    if said.get("email_verified") is not True or _address(said) != invitation.email:
        raise SignOnRefused("unconfirmed")
    sociallogin.connect(request, _joined(token, said))
    sociallogin.state["next"] = reverse("today:today")


def _joined(token: str, said: dict[str, Any]) -> Person:
    try:
        return join_by_invitation(token=token, name=_name_in(said), password=None, now=timezone.now())
    except Refused as refusal:
        raise SignOnRefused("known" if _is_known(said) else "failed") from refusal


def _name_in(said: dict[str, Any]) -> str:
    """What the provider calls them, where it can be kept; the person puts it right on their own page."""
    for told in (said.get("name"), said.get("preferred_username")):
        with suppress(Refused):
            name = normal_name(str(told or "")[:LONGEST_NAME])
            require_none_in(name=name)
            return name
    return str(said["email"]).partition("@")[0]


def _invited_with(path: str) -> str:
    """The token of the invitation page that the person came from."""
    parts = path.strip("/").split("/")
    return parts[1] if len(parts) == 2 and parts[0] == "invitation" else ""


def _address(said: dict[str, Any]) -> str:
    try:
        return normal_email(str(said.get("email") or ""))
    except Refused:
        return ""


def _is_known(said: dict[str, Any]) -> bool:
    address = _address(said)
    return bool(address) and person_with(address) is not None

"""Changing a password, an address, a second step. Each change and its record are one transaction."""

from __future__ import annotations

import json
from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.access import actor_of
from wellrun.access.second_step import may_remove_second_step
from wellrun.accounts.queries import person_with
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import View, only
from wellrun.web.shell.render import see_other
from wellrun.web.sign_in.entering import Refusing


def changes(view: View[...]) -> View[...]:
    """The page for a change: shown on GET, made on POST within one transaction. Not for the demo world."""

    def changing(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponse:
        if actor_of(request).is_demo:
            return see_other(f"{reverse('account:overview')}?refused=demo")
        try:
            return view(request, *args, **kwargs)
        except ReauthenticationRequired:
            if get_reauthentication_flows(request.user):
                raise
            return only_by_signing_in(request)

    return only("GET", "POST")(transaction.atomic(changing))


def only_by_signing_in(request: HttpRequest) -> HttpResponse:
    """For whoever has neither a password nor a second step here: another service let them in."""
    words = _("You signed in some time ago. Sign out, sign in once more, and come back here.")
    return forbidden(request, PermissionError(words))


class ToOverview:
    """Afterwards, back to the account."""

    def get_success_url(self) -> str:
        return reverse("account:overview")


class Password(Refusing, ToOverview, account.PasswordChangeView):  # type: ignore[misc]
    template_name = "account/password.html"


class FirstPassword(Refusing, ToOverview, account.PasswordSetView):  # type: ignore[misc]
    template_name = "account/password.html"


class Address(Refusing, account.EmailView):  # type: ignore[misc]
    template_name = "account/address.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One thing is done here. Others that the view of allauth knows (remove, make primary) are not."""
        if "action_add" not in request.POST:
            return see_other(request.path)
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer

    def form_valid(self, form: Any) -> HttpResponse:
        """The answer is the same where somebody has the address already: it tells nothing about them."""
        if person_with(form.cleaned_data["email"]) is None:
            super().form_valid(form)
        return see_other(f"{reverse('account:overview')}?sent=1")


class Again(Refusing, account.ReauthenticateView):  # type: ignore[misc]
    template_name = "account/again.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and not get_reauthentication_flows(request.user):
            return only_by_signing_in(request)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class CodeAgain(Refusing, ReauthenticateView):  # type: ignore[misc]
    template_name = "account/again.html"


class App(Refusing, totp.ActivateTOTPView):  # type: ignore[misc]
    template_name = "account/app.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret = context["form"].secret
        return context | {
            "address": context["totp_url"],
            "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        }


class RemoveApp(Refusing, ToOverview, totp.DeactivateTOTPView):  # type: ignore[misc]
    template_name = "account/remove.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        title = _("Remove the authenticator app")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"title": title, "may": may_remove_second_step(actor_of(self.request))}


class Codes(codes.ViewRecoveryCodesView):  # type: ignore[misc]
    template_name = "account/codes.html"


class NewCodes(Refusing, codes.GenerateRecoveryCodesView):  # type: ignore[misc]
    template_name = "account/new_codes.html"


class AddPasskey(Refusing, webauthn.AddWebAuthnView):  # type: ignore[misc]
    template_name = "account/passkey.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        # Again, now as one that can sign in by itself: the session keeps the latest challenge.
        options = auth.begin_registration(self.request.user, passwordless=True)
        return context | {"form": kwargs.get("form") or self.get_form(), "options": json.dumps(options)}


class RemovePasskey(ToOverview, webauthn.RemoveWebAuthnView):  # type: ignore[misc]
    template_name = "account/remove.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        title = _("Remove the passkey “%(name)s”") % {"name": self.object.wrap().name}
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"title": title, "may": may_remove_second_step(actor_of(self.request))}

    def form_valid(self, form: Any) -> HttpResponse:
        if not may_remove_second_step(actor_of(self.request)):
            return see_other(self.request.path)
        answer: HttpResponse = super().form_valid(form)
        return answer

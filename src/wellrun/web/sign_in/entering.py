"""Coming in with a password, a code or a passkey; a forgotten password; a confirmed address."""

from __future__ import annotations

import json
from typing import Any

from allauth.account import views as account
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.access.sign_on import providers
from wellrun.accounts.queries import is_free_for
from wellrun.web.shell.render import see_other


def refusal_sentences() -> dict[str, str]:
    """Why somebody who tried another way did not come in."""
    return {
        "failed": _("The other service did not say who you are. Try once more."),
        "known": _(
            "You already have an account here. Sign in with your password or passkey,"
            " then connect the other service under Your account."
        ),
        "stranger": _("You have no account here yet. Ask an administrator where you work to invite you."),
        "elsewhere": _("That service is for people of another organisation. Sign in the way you did before."),
        "unconfirmed": _(
            "The invitation is for another e-mail address than the service says is yours. Ask for a new one."
        ),
        "taken": _("That sign-on is connected to another account."),
        "demo": _("People of the demo world are for everybody, so nobody changes how they sign in."),
        "passkey": _("That passkey did not work here. Try once more, or sign in with your password."),
    }


class Refusing:
    """A form that needs another look is answered as every other form here: 422."""

    def form_invalid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if answer.status_code == 200:
            answer.status_code = 422
        return answer


class SignIn(Refusing, account.LoginView):  # type: ignore[misc]
    template_name = "sign_in/sign_in.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refused = refusal_sentences().get(self.request.GET.get("refused", ""), "")
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "providers": providers(),
            "refused": refused,
            "is_renewed": "renewed" in self.request.GET,
            "is_confirmed": "confirmed" in self.request.GET,
            "next": self.request.GET.get("next", "") or self.request.POST.get("next", ""),
        }


class SecondStep(Refusing, AuthenticateView):  # type: ignore[misc]
    template_name = "sign_in/second_step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        options = context["js_data"]["request_options"]
        has_passkey = bool(options["publicKey"].get("allowCredentials"))
        return context | {"options": json.dumps(options) if has_passkey else ""}


class PasskeySignIn(LoginWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Any) -> HttpResponse:  # noqa: ARG002 - the signature is allauth's
        return see_other(f"{reverse('account_login')}?refused=passkey")


def begin_passkey(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - it is kept in allauth's own context
    """A challenge for the browser. Asked for by a post, because the session keeps it."""
    return JsonResponse(webauthn.begin_authentication(user=None))


class Forgotten(Refusing, account.PasswordResetView):  # type: ignore[misc]
    template_name = "sign_in/forgotten.html"


class ForgottenSent(account.PasswordResetDoneView):  # type: ignore[misc]
    template_name = "sign_in/forgotten_sent.html"


class NewPassword(Refusing, account.PasswordResetFromKeyView):  # type: ignore[misc]
    template_name = "sign_in/new_password.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The password, its record and its letter: all or nothing."""
        with transaction.atomic():
            answer: HttpResponse = super().post(*args, **kwargs)
            return answer

    def get_success_url(self) -> str:
        return f"{reverse('account_login')}?renewed"


class ConfirmAddress(account.ConfirmEmailView):  # type: ignore[misc]
    """All of it or nothing: an address has one person, also where two take it at the same moment."""

    template_name = "sign_in/confirm_address.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            wanted = self.get_object().email_address
        except Http404:
            self.object = None
            return self._page(status=404)
        try:
            with transaction.atomic():
                if not is_free_for(wanted.user_id, wanted.email):
                    return self._taken()
                answer: HttpResponse = super().post(*args, **kwargs)
                return answer
        except IntegrityError:
            return self._taken()

    def logout_other_user(self, confirmation: Any) -> None:
        """Opening a link that somebody sent signs nobody out; pressing its button does."""
        if self.request.method == "POST":
            super().logout_other_user(confirmation)

    def _taken(self) -> HttpResponse:
        self.object = self.get_object()
        return self._page(status=409, is_taken=True)

    def _page(self, *, status: int, **more: bool) -> HttpResponse:
        answer: HttpResponse = self.render_to_response(self.get_context_data() | more, status=status)
        return answer

    def get_redirect_url(self) -> str:
        if self.request.user.is_authenticated:
            return reverse("account:overview")
        return f"{reverse('account_login')}?confirmed"


class ConfirmSent(account.EmailVerificationSentView):  # type: ignore[misc]
    template_name = "sign_in/confirm_sent.html"


class Closed(account.AccountInactiveView):  # type: ignore[misc]
    template_name = "sign_in/closed.html"

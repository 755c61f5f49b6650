"""Addresses by the names that django-allauth looks for. What is not listed here is not there."""

from __future__ import annotations

from django.urls import path, register_converter

from wellrun.web.shell.methods import only
from wellrun.web.shell.sign_in import open_to_all
from wellrun.web.sign_in import entering, joining, sign_on, views


class Base36:
    """The id of an account in a link: letters and digits, so that it ends where the dash is."""

    regex = "[0-9A-Za-z]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Base36, "base36")
reading = only("GET")
form = only("GET", "POST")
sending = only("POST")

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/second-step/", open_to_all(form(entering.SecondStep.as_view())), name="mfa_authenticate"),
    path(
        "sign-in/passkey/", open_to_all(sending(entering.PasskeySignIn.as_view())), name="mfa_login_webauthn"
    ),
    path("sign-in/passkey/begin/", open_to_all(sending(entering.begin_passkey)), name="passkey_begin"),
    path(
        "sign-in/forgotten/", open_to_all(form(entering.Forgotten.as_view())), name="account_reset_password"
    ),
    path(
        "sign-in/forgotten/sent/",
        open_to_all(reading(entering.ForgottenSent.as_view())),
        name="account_reset_password_done",
    ),
    path(
        "sign-in/new-password/<base36:uidb36>-<str:key>/",
        open_to_all(form(entering.NewPassword.as_view())),
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/confirm/",
        open_to_all(reading(entering.ConfirmSent.as_view())),
        name="account_email_verification_sent",
    ),
    path(
        "sign-in/confirm/<str:key>/",
        open_to_all(form(entering.ConfirmAddress.as_view())),
        name="account_confirm_email",
    ),
    path("sign-in/closed/", open_to_all(reading(entering.Closed.as_view())), name="account_inactive"),
    path("sign-in/with/<slug:provider_id>/", sign_on.begin, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", sign_on.back, name="openid_connect_callback"),
    path("invitation/<str:token>/", joining.invitation, name="invitation"),
    path("set-up/<str:token>/", joining.set_up, name="set_up"),
]

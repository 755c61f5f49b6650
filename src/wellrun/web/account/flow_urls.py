"""Addresses by the names that django-allauth looks for. What is not listed here is not there."""

from __future__ import annotations

from django.urls import path

from wellrun.web.account import changing, views
from wellrun.web.account.changing import changes
from wellrun.web.shell.methods import only

urlpatterns = [
    path("", views.overview, name="mfa_index"),
    path("password/", changes(changing.Password.as_view()), name="account_change_password"),
    path("password/first/", changes(changing.FirstPassword.as_view()), name="account_set_password"),
    path("address/", changes(changing.Address.as_view()), name="account_email"),
    path("again/", only("GET", "POST")(changing.Again.as_view()), name="account_reauthenticate"),
    path("again/code/", only("GET", "POST")(changing.CodeAgain.as_view()), name="mfa_reauthenticate"),
    path("app/", changes(changing.App.as_view()), name="mfa_activate_totp"),
    path("app/remove/", changes(changing.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path("recovery-codes/", only("GET")(changing.Codes.as_view()), name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", changes(changing.NewCodes.as_view()), name="mfa_generate_recovery_codes"),
    path("passkeys/add/", changes(changing.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", changes(changing.RemovePasskey.as_view()), name="mfa_remove_webauthn"),
]

"""Django's registration of accounts."""

from typing import ClassVar

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "wellrun.accounts"
    open_tables: ClassVar = {
        "accounts_person": "sign-in looks people up before it knows who asks; names stand beside shared work",
        "accounts_session": "read before anybody knows who asks, by a key that only its device has",
        "accounts_letter": "in the tray until it is sent; no page shows it",
        "accounts_remembered": "counts of wrong passwords and the like, kept before anybody has signed in",
        "accounts_notification": "written by one person for another; each page asks for its own person's",
    }

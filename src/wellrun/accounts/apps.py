"""Django's registration of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "wellrun.accounts"

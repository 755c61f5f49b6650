"""Django's registration of organisations."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "wellrun.organisations"

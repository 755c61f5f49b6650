"""Django's registration of PDSA cycles."""

from django.apps import AppConfig


class PdsaConfig(AppConfig):
    name = "wellrun.pdsa"

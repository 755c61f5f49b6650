"""Django's registration of measures."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "wellrun.measures"

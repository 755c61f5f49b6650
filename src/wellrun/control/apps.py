"""Django's registration of control."""

from django.apps import AppConfig


class ControlConfig(AppConfig):
    name = "wellrun.control"

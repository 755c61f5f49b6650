"""The web app, so that Django finds templates, tags and static files."""

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "wellrun.web"
    label = "web"

    def ready(self) -> None:
        """What happens around signing in is written down from the first request on."""
        import_module("wellrun.access.trail")

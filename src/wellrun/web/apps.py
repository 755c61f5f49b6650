"""The web app, so that Django finds templates, tags and static files."""

from importlib import import_module

from django.apps import AppConfig
from django.core.validators import MaxLengthValidator

from wellrun.web.shell.fields import TooLong, say_it_in_our_words


class WebConfig(AppConfig):
    name = "wellrun.web"
    label = "web"

    def ready(self) -> None:
        """What happens around signing in is written down from the first request on.

        And whatever form finds a text too long says so in the same words: Django asks this one class.
        """
        import_module("wellrun.access.trail")
        MaxLengthValidator.message = TooLong()  # type: ignore[assignment]
        say_it_in_our_words()

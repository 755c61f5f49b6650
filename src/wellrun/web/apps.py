"""The web app, so that Django finds templates, tags and static files."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "wellrun.web"
    label = "web"

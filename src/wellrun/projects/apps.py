"""Django's registration of projects."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "wellrun.projects"

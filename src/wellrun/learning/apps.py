"""Django's registration of learning."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "wellrun.learning"

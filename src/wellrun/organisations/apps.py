"""Django's registration of organisations."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_save


class OrganisationsConfig(AppConfig):
    name = "wellrun.organisations"

    def ready(self) -> None:
        """A person's name and words belong to accounts, which knows nothing of directories: so we listen."""
        post_save.connect(_person_saved, sender="accounts.Person", dispatch_uid="organisations.directory")


def _person_saved(
    *, instance: Any, created: bool, update_fields: frozenset[str] | None, **_rest: Any
) -> None:
    from wellrun.organisations.services.directory import list_again  # noqa: PLC0415 - models are loaded now

    is_about = update_fields is None or {"name", "about"} & update_fields
    if is_about and not created:
        list_again(instance)

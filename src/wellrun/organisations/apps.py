"""Django's registration of organisations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import AppConfig
from django.db.models.signals import post_save

from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, PRESENTED, UNITS, RowRule
from wellrun.core.vocabulary import Vocabulary, knows_people


def of_an_own_unit(column: str) -> str:
    """The condition for what belongs to a unit: of one that is shown for its shared work, nothing else is."""
    own = f"unit.organisation_id = {ORGANISATIONS} OR unit.id = {UNITS}"
    return f"EXISTS (SELECT FROM organisations_unit AS unit WHERE unit.id = {column} AND ({own}))"


class OrganisationsConfig(AppConfig):
    name = "wellrun.organisations"
    row_rules = (
        RowRule(
            table="organisations_unit",
            name="of_the_organisation",
            condition=f"{IS_SYSTEM} OR organisation_id = {ORGANISATIONS} OR id = {UNITS}",
        ),
        RowRule(
            table="organisations_membership",
            name="of_the_organisation",
            condition=f"{IS_SYSTEM} OR person_id = {PERSON} OR {of_an_own_unit('unit_id')}",
        ),
        RowRule(
            table="organisations_directoryentry",
            name="of_the_organisation",
            condition=f"{IS_SYSTEM} OR person_id = {PERSON} OR organisation_id = {ORGANISATIONS}",
        ),
        # Whoever has the link may read it, and takes it up before they belong to anything.
        RowRule(
            table="organisations_invitation",
            name="of_the_organisation_or_presented",
            condition=f"{IS_SYSTEM} OR digest = {PRESENTED} OR {of_an_own_unit('unit_id')}",
        ),
    )
    open_tables: ClassVar = {
        "organisations_organisation": "the name of an organisation stands beside everything it has shared",
    }

    def ready(self) -> None:
        """A person's name and words belong to accounts, which knows nothing of directories: so we listen.

        Nor does what writes letters know of methods: so we tell it which words a person reads.
        """
        post_save.connect(_person_saved, sender="accounts.Person", dispatch_uid="organisations.directory")
        knows_people(_vocabulary_of)


def _vocabulary_of(person_id: int) -> Vocabulary:
    from wellrun.organisations.queries.vocabulary import vocabulary_of  # noqa: PLC0415 - models are loaded now

    return vocabulary_of(person_id)


def _person_saved(
    *, instance: Any, created: bool, update_fields: frozenset[str] | None, **_rest: Any
) -> None:
    from wellrun.organisations.services.directory import list_again  # noqa: PLC0415 - models are loaded now

    is_about = update_fields is None or {"name", "about", "is_active"} & update_fields
    if is_about and not created:
        list_again(instance)

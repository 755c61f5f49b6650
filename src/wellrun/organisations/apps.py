"""Django's registration of organisations."""

from typing import ClassVar

from django.apps import AppConfig

from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, UNITS, RowRule


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
            condition=f"""{IS_SYSTEM} OR person_id = {PERSON}
                OR EXISTS (SELECT FROM organisations_unit AS unit WHERE unit.id = unit_id)""",
        ),
    )
    open_tables: ClassVar = {
        "organisations_organisation": "the name of an organisation stands beside everything it has shared"
    }

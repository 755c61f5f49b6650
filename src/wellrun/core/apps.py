"""Django's registration of core."""

from typing import ClassVar

from django.apps import AppConfig

from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, RowRule


class CoreConfig(AppConfig):
    name = "wellrun.core"
    row_rules = (
        RowRule(
            table="core_auditrecord",
            name="of_the_organisation",
            condition=f"""{IS_SYSTEM} OR organisation_id = {ORGANISATIONS} OR actor_id = {PERSON}
                OR (thing = 'person' AND thing_id = {PERSON})""",
            anybody_adds=True,
        ),
        RowRule(
            table="core_auditwords",
            name="of_the_record",
            condition="EXISTS (SELECT FROM core_auditrecord AS record WHERE record.id = record_id)",
            anybody_adds=True,
        ),
    )
    open_tables: ClassVar = {"core_audithead": "a number and a hash, which say nothing of anybody"}

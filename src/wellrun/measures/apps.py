"""Django's registration of measures."""

from typing import ClassVar

from django.apps import AppConfig

from wellrun.conversations.values import register, rules_for, shown_in
from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, UNITS, RowRule
from wellrun.projects.apps import of_a_project_that_is_seen

_OF_THE_MEASURE = "EXISTS (SELECT FROM measures_measure AS measure WHERE measure.id = measure_id)"


class MeasuresConfig(AppConfig):
    name = "wellrun.measures"
    row_rules = (
        RowRule(
            table="measures_measure",
            name="of_the_organisation_or_keeper",
            condition=f"""{IS_SYSTEM} OR organisation_id = {ORGANISATIONS}
                OR kept_by_id = {PERSON} OR unit_id = {UNITS}""",
        ),
        RowRule(
            table="measures_measure",
            name="shared",
            condition=f"visibility = 'public' OR (visibility = 'network' AND {PERSON} IS NOT NULL)",
            reads_only=True,
        ),
        RowRule(
            table="measures_measure",
            name="of_an_own_project",
            condition="wellrun_is_used_by_an_own_project(id)",
        ),
        RowRule(
            table="measures_measureuse",
            name="of_the_measure_or_project",
            condition=f"{_OF_THE_MEASURE} OR {of_a_project_that_is_seen('project_id')}",
        ),
        RowRule(table="measures_observation", name="of_the_measure", condition=_OF_THE_MEASURE),
        RowRule(table="measures_annotation", name="of_the_measure", condition=_OF_THE_MEASURE),
        RowRule(table="measures_phasestart", name="of_the_measure", condition=_OF_THE_MEASURE),
        RowRule(
            table="organisations_unit",
            name="of_a_measure",
            condition="""EXISTS (
                SELECT FROM measures_measure AS measure WHERE measure.unit_id = organisations_unit.id)""",
            reads_only=True,
        ),
        RowRule(
            table="core_auditrecord",
            name="of_a_measure",
            condition="""thing = 'measure'
                AND EXISTS (SELECT FROM measures_measure AS measure WHERE measure.id = thing_id)""",
        ),
        *rules_for(measure=shown_in("measures_measure")),
    )
    lock_functions: ClassVar = (
        # As the owner of the tables: the rules of uses ask for measures, and would be asked in a circle.
        """CREATE OR REPLACE FUNCTION wellrun_is_used_by_an_own_project(measure bigint) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$ SELECT EXISTS (SELECT FROM measures_measureuse WHERE measure_id = measure
            AND project_id = ANY (wellrun_projects())) $$""",
    )

    def ready(self) -> None:
        """What people talk about here."""
        from wellrun.measures.queries.talk import TOPICS  # noqa: PLC0415 - models are loaded now

        register(*TOPICS)

"""Django's registration of control."""

from django.apps import AppConfig

from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, UNITS, RowRule

_OF_THE_PROJECT = "EXISTS (SELECT FROM projects_project AS project WHERE project.id = project_id)"


class ControlConfig(AppConfig):
    name = "wellrun.control"
    row_rules = (
        RowRule(
            table="control_controlitem",
            name="of_the_unit_or_project",
            condition=f"""{IS_SYSTEM} OR owner_id = {PERSON} OR {_OF_THE_PROJECT}
                OR EXISTS (SELECT FROM organisations_unit AS unit WHERE unit.id = unit_id
                    AND (unit.organisation_id = {ORGANISATIONS} OR unit.id = {UNITS}))""",
        ),
        RowRule(table="control_closingreview", name="of_the_project", condition=_OF_THE_PROJECT),
        RowRule(
            table="core_auditrecord",
            name="of_a_control_item",
            condition="""thing = 'control_item'
                AND EXISTS (SELECT FROM control_controlitem AS item WHERE item.id = thing_id)""",
        ),
    )

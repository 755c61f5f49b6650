"""Django's registration of control."""

from django.apps import AppConfig

from wellrun.conversations.values import register, rules_for, shown_in
from wellrun.core.second_lock import IS_SYSTEM, PERSON, RowRule
from wellrun.organisations.apps import of_an_own_unit
from wellrun.projects.apps import of_a_project_that_is_seen

_OF_THE_PROJECT = of_a_project_that_is_seen("project_id")


class ControlConfig(AppConfig):
    name = "wellrun.control"
    row_rules = (
        RowRule(
            table="control_controlitem",
            name="of_the_unit_or_project",
            condition=f"""{IS_SYSTEM} OR owner_id = {PERSON} OR {_OF_THE_PROJECT}
                OR {of_an_own_unit("unit_id")}""",
        ),
        *(
            RowRule(table=f"control_{part}", name="of_the_project", condition=_OF_THE_PROJECT)
            for part in ("agendachoice", "closingreview", "huddle")
        ),
        RowRule(
            table="core_auditrecord",
            name="of_a_control_item",
            condition="""thing = 'control_item'
                AND EXISTS (SELECT FROM control_controlitem AS item WHERE item.id = thing_id)""",
        ),
        *rules_for(control_item=shown_in("control_controlitem")),
    )

    def ready(self) -> None:
        """What people talk about here."""
        from wellrun.control.queries.talk import TOPICS  # noqa: PLC0415 - models are loaded now

        register(*TOPICS)

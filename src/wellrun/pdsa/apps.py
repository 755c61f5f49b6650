"""Django's registration of PDSA cycles."""

from django.apps import AppConfig

from wellrun.conversations.values import register, rules_for, shown_in
from wellrun.core.second_lock import RowRule
from wellrun.projects.apps import of_a_project_that_is_seen


class PdsaConfig(AppConfig):
    name = "wellrun.pdsa"
    row_rules = (
        RowRule(
            table="pdsa_cycle",
            name="of_the_project",
            condition=of_a_project_that_is_seen("project_id"),
        ),
        *(
            RowRule(
                table=table,
                name="of_the_cycle",
                condition="EXISTS (SELECT FROM pdsa_cycle AS cycle WHERE cycle.id = cycle_id)",
            )
            for table in ("pdsa_prediction", "pdsa_daynote")
        ),
        *rules_for(cycle=shown_in("pdsa_cycle")),
    )

    def ready(self) -> None:
        """What people talk about here."""
        from wellrun.pdsa.queries import TOPICS  # noqa: PLC0415 - models are loaded now

        register(*TOPICS)

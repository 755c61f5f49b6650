"""Django's registration of PDSA cycles."""

from django.apps import AppConfig

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
    )

"""Django's registration of learning."""

from django.apps import AppConfig

from wellrun.conversations.values import register, rules_for, shown_in
from wellrun.core.second_lock import PERSON, RowRule


class LearningConfig(AppConfig):
    name = "wellrun.learning"
    row_rules = (
        RowRule(
            table="learning_story",
            name="of_the_project_or_shared",
            condition=f"""EXISTS (SELECT FROM projects_project AS project WHERE project.id = project_id)
                OR (state = 'published' AND (
                    visibility = 'public' OR (visibility = 'network' AND {PERSON} IS NOT NULL)))""",
        ),
        *rules_for(story=shown_in("learning_story")),
    )

    def ready(self) -> None:
        """What people talk about here."""
        from wellrun.learning.queries import TOPICS  # noqa: PLC0415 - models are loaded now

        register(*TOPICS)

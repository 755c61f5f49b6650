"""Django's registration of learning."""

from typing import ClassVar

from django.apps import AppConfig

from wellrun.conversations.values import register, rules_for, shown_in
from wellrun.core.second_lock import PERSON, RowRule
from wellrun.projects.apps import of_a_project_that_is_seen

_SHARED = (
    "state = 'published' AND (visibility = 'public' OR (visibility = 'network' AND {person} IS NOT NULL))"
)


class LearningConfig(AppConfig):
    name = "wellrun.learning"
    row_rules = (
        RowRule(
            table="learning_story",
            name="of_the_project",
            condition=of_a_project_that_is_seen("project_id"),
        ),
        RowRule(
            table="learning_story", name="shared", condition=_SHARED.format(person=PERSON), reads_only=True
        ),
        RowRule(
            table="projects_project",
            name="of_a_shared_story",
            condition="wellrun_tells_its_story(id)",
            reads_only=True,
        ),
        *rules_for(story=shown_in("learning_story")),
    )
    lock_functions: ClassVar = (
        # As the owner of the tables: the rules of stories ask for projects, and would be asked in a circle.
        f"""CREATE OR REPLACE FUNCTION wellrun_tells_its_story(project bigint) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$ SELECT EXISTS (SELECT FROM learning_story WHERE project_id = project
            AND {_SHARED.format(person="wellrun_person()")}) $$""",  # noqa: S608 - of our own words alone
    )

    def ready(self) -> None:
        """What people talk about here."""
        from wellrun.learning.queries import TOPICS  # noqa: PLC0415 - models are loaded now

        register(*TOPICS)

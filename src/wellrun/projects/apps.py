"""Django's registration of projects."""

from django.apps import AppConfig

from wellrun.conversations.values import register, register_grants, rules_for, shown_in
from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, PROJECTS, RowRule

_OF_THE_PROJECT = "EXISTS (SELECT FROM projects_project AS project WHERE project.id = project_id)"

_A_PROJECT_THAT_IS_SEEN = f"""EXISTS (SELECT FROM projects_project WHERE projects_project.id = thing_id
    AND ({IS_SYSTEM} OR organisation_id = {ORGANISATIONS} OR id = {PROJECTS}
        OR visibility = 'public' OR (visibility = 'network' AND {PERSON} IS NOT NULL)))"""
"""What is said about a project is shown where the whole project is, and not where its row alone might be."""


class ProjectsConfig(AppConfig):
    name = "wellrun.projects"
    row_rules = (
        RowRule(
            table="projects_project",
            name="of_the_organisation_or_shared",
            condition=f"""{IS_SYSTEM} OR organisation_id = {ORGANISATIONS} OR id = {PROJECTS}
                OR visibility = 'public' OR (visibility = 'network' AND {PERSON} IS NOT NULL)""",
        ),
        *(
            RowRule(table=f"projects_{part}", name="of_the_project", condition=_OF_THE_PROJECT)
            for part in (
                "action",
                "aim",
                "barrier",
                "check",
                "coachingnote",
                "driver",
                "driverlink",
                "involvement",
                "partnerorganisation",
                "progress",
                "project_tags",
                "seat",
                "word",
            )
        ),
        *(
            RowRule(
                table=f"projects_{part}",
                name=f"of_the_{whole}",
                condition=f"EXISTS (SELECT FROM projects_{whole} AS whole WHERE whole.id = {column})",
            )
            for part, whole, column in (
                ("request", "barrier", "barrier_id"),
                ("turn", "check", "check_round_id"),
                ("checkanswer", "check", "check_round_id"),
                ("agreement", "involvement", "involvement_id"),
            )
        ),
        RowRule(
            table="projects_tag",
            name="of_the_organisation_or_shared",
            condition=f"""{IS_SYSTEM} OR organisation_id = {ORGANISATIONS}
                OR EXISTS (SELECT FROM projects_project_tags AS used WHERE used.tag_id = id)""",
        ),
        RowRule(
            table="core_auditrecord",
            name="of_a_project",
            condition="""thing = 'project'
                AND EXISTS (SELECT FROM projects_project AS project WHERE project.id = thing_id)""",
        ),
        *rules_for(
            project=_A_PROJECT_THAT_IS_SEEN,
            aim=_A_PROJECT_THAT_IS_SEEN,
            driver=shown_in("projects_driver"),
            barrier=shown_in("projects_barrier"),
        ),
    )

    def ready(self) -> None:
        """What people talk about here, and the seats that let them see it."""
        from wellrun.projects.queries.talk import TOPICS  # noqa: PLC0415 - models are loaded now
        from wellrun.projects.queries.teams import grants_of_all  # noqa: PLC0415

        register(*TOPICS)
        register_grants(grants_of_all)

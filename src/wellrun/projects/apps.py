"""Django's registration of projects."""

from django.apps import AppConfig

from wellrun.conversations.values import register, register_grants, rules_for, shown_in
from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, PROJECTS, RowRule

_OWN = f"{IS_SYSTEM} OR organisation_id = {ORGANISATIONS} OR id = {PROJECTS}"
_SHARED = f"visibility = 'public' OR (visibility = 'network' AND {PERSON} IS NOT NULL)"


def of_a_project_that_is_seen(column: str) -> str:
    """The condition for what belongs to a project.

    It says itself which projects are meant, for the row of a project is also shown where its story alone is
    shared: then nothing else of the project is.
    """
    seen = f"projects_project.id = {column} AND ({_OWN} OR {_SHARED})"
    return f"EXISTS (SELECT FROM projects_project WHERE {seen})"


_OF_THE_PROJECT = of_a_project_that_is_seen("project_id")


class ProjectsConfig(AppConfig):
    name = "wellrun.projects"
    row_rules = (
        RowRule(
            table="projects_project",
            name="of_the_organisation_or_team",
            condition=_OWN,
        ),
        RowRule(
            table="projects_project",
            name="shared",
            condition=_SHARED,
            reads_only=True,
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
                "driverversion",
                "involvement",
                "origin",
                "partnerorganisation",
                "progress",
                "project_tags",
                "seat",
                "tool",
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
                ("toolitem", "tool", "tool_id"),
                ("voteround", "tool", "tool_id"),
                ("voteturn", "voteround", "vote_round_id"),
                ("vote", "voteround", "vote_round_id"),
            )
        ),
        RowRule(
            table="projects_partnerorganisation",
            name="of_the_partner",
            condition=f"organisation_id = {ORGANISATIONS}",
        ),
        RowRule(
            table="projects_savedview",
            name="own_or_shared",
            condition=f"""{IS_SYSTEM} OR owner_id = {PERSON}
                OR (is_shared AND organisation_id = {ORGANISATIONS})""",
        ),
        RowRule(
            table="projects_tag",
            name="of_the_organisation_or_shared",
            condition=f"""{IS_SYSTEM} OR organisation_id = {ORGANISATIONS}
                OR EXISTS (SELECT FROM projects_project_tags AS used WHERE used.tag_id = projects_tag.id)
                OR EXISTS (SELECT FROM projects_project AS project
                    WHERE project.organisation_id = projects_tag.organisation_id
                        AND project.id = {PROJECTS})""",  # noqa: S608 - no word of it comes from outside
        ),
        # A guest, and whoever a project is shared with, sees the name of the unit beside it.
        RowRule(
            table="organisations_unit",
            name="of_a_project",
            condition="""EXISTS (
                SELECT FROM projects_project AS project WHERE project.unit_id = organisations_unit.id)""",
            reads_only=True,
        ),
        RowRule(
            table="core_auditrecord",
            name="of_a_project",
            condition=f"thing = 'project' AND {of_a_project_that_is_seen('thing_id')}",
        ),
        *rules_for(
            project=of_a_project_that_is_seen("thing_id"),
            aim=of_a_project_that_is_seen("thing_id"),
            driver=shown_in("projects_driver"),
            barrier=shown_in("projects_barrier"),
        ),
    )

    def ready(self) -> None:
        """What people talk about, the seats that let them see it, what goes with a forgotten person."""
        from wellrun.core.erasure import also_forget  # noqa: PLC0415 - models are loaded now
        from wellrun.projects.queries.talk import TOPICS  # noqa: PLC0415 - models are loaded now
        from wellrun.projects.queries.teams import grants_of_all  # noqa: PLC0415
        from wellrun.projects.services.erasure import forget_told  # noqa: PLC0415

        register(*TOPICS)
        register_grants(grants_of_all)
        also_forget(forget_told)

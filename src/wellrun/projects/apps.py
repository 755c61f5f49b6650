"""Django's registration of projects."""

from django.apps import AppConfig

from wellrun.core.second_lock import IS_SYSTEM, ORGANISATIONS, PERSON, PROJECTS, RowRule

_OF_THE_PROJECT = "EXISTS (SELECT FROM projects_project AS project WHERE project.id = project_id)"


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
                "driverversion",
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
        RowRule(  # a guest, or whoever a project is shared with, reads where it is done
            table="organisations_unit",
            name="of_a_project_in_sight",
            condition="""EXISTS (SELECT FROM projects_project AS project
                WHERE project.unit_id = organisations_unit.id)""",
        ),
        RowRule(
            table="core_auditrecord",
            name="of_a_project",
            condition="""thing = 'project'
                AND EXISTS (SELECT FROM projects_project AS project WHERE project.id = thing_id)""",
        ),
    )

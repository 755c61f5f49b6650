"""A project with an idea to test."""

from tests.build.cast import NOW, Cast, the_cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from wellrun.projects.models import Driver
from wellrun.projects.services import add_driver


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def idea(team: Team) -> Driver:
    driver = add_driver(
        actor=team.lead, project=team.project, kind="primary", text="Spotting distress early", now=NOW
    )
    return add_driver(
        actor=team.partner,
        project=team.project,
        kind="idea",
        text="Distress card",
        parent_id=driver.pk,
        now=NOW,
    )

"""A project with its team, to talk about."""

from tests.build.cast import Cast, the_cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from wellrun.conversations.values import Topic
from wellrun.projects.queries import project_topic


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def topic(team: Team) -> Topic:
    return project_topic(team.project)

"""The cast and a project that Amina leads on Alder Ward."""

from tests.build.cast import Cast, the_cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)

"""The cast, and a whole project of theirs."""

from tests.build.cast import Cast, the_cast
from tests.build.kept import kept
from tests.build.packages import a_whole_project
from tests.build.projects import Team


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def team(cast: Cast) -> Team:
    return a_whole_project(cast)


@kept
def full(cast: Cast) -> Team:
    """With tools, votes and conversations too."""
    return a_whole_project(cast, with_tools=True)

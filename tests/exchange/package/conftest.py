"""The cast, and a whole project of theirs."""

import pytest

from tests.build.cast import Cast, the_cast
from tests.build.packages import a_whole_project
from tests.build.projects import Team


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def team(cast: Cast) -> Team:
    return a_whole_project(cast)


@pytest.fixture
def full(cast: Cast) -> Team:
    """With tools, votes and conversations too."""
    return a_whole_project(cast, with_tools=True)

"""The cast and a project that Amina leads on Alder Ward."""

import pytest

from tests.build.cast import Cast, the_cast
from tests.build.projects import Team, a_project


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def team(cast: Cast) -> Team:
    return a_project(cast)

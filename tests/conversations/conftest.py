"""A project with its team, to talk about."""

import pytest

from tests.build.cast import Cast, the_cast
from tests.build.projects import Team, a_project
from wellrun.conversations.values import Topic
from wellrun.projects.queries import project_topic


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def team(cast: Cast) -> Team:
    return a_project(cast)


@pytest.fixture
def topic(team: Team) -> Topic:
    return project_topic(team.project)

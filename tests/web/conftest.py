"""The demo person at Riverside, and a browser without script."""

from pathlib import Path

import pytest
from django.core.cache import caches
from pytest_django import Settings

from tests.build.cast import NOW, Cast, the_cast
from tests.build.measures import a_measure
from wellrun.access.demo import make_demo_actor
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def demo(cast: Cast) -> Actor:
    """The one person whom pages know until people sign in."""
    return make_demo_actor(now=NOW)


@pytest.fixture
def measure(cast: Cast, demo: Actor) -> Measure:
    """Forty weekly counts, kept by the demo person."""
    return a_measure(cast, by=demo)


@pytest.fixture(autouse=True)
def own_drafts(settings: Settings, tmp_path: Path) -> None:
    """Brought files go to a folder of the test's own."""
    settings.CACHES = {
        **settings.CACHES,
        "drafts": {**settings.CACHES["drafts"], "LOCATION": tmp_path / "drafts"},
    }
    caches["drafts"].clear()

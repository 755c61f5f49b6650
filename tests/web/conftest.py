"""The demo person at Riverside, and a browser without script."""

from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings

from tests.build.cast import Cast, a_person, the_cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.signed_in import signed_in
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def demo(cast: Cast) -> Actor:
    """The person whose pages are looked at: she works at Riverside and at Hillside."""
    return a_person("Mina Berg", cast.riverside, cast.hillside)


@kept
def client(demo: Actor) -> Client:
    """A browser in which she has signed in."""
    return signed_in(demo)


@kept
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

"""The demo world, loaded as `wellrun serve --demo demo` loads it."""

from pathlib import Path

from tests.build.cast import NOW
from tests.build.server import DEMO
from wellrun.access import actor_for
from wellrun.accounts.queries import person_with
from wellrun.cli.serving.demo import load_demo
from wellrun.core.actor import Actor


def load(folder: Path = DEMO) -> list[str]:
    """Load the demo into the test's database; gives what was said."""
    said: list[str] = []
    load_demo(folder, now=NOW, say=said.append)
    return said


def somebody(key: str) -> Actor:
    """A person of the demo, like ``amina.yusuf``."""
    person = person_with(f"{key}@demo.wellrun.example")
    assert person is not None, key
    return actor_for(person)

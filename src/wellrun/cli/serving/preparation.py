"""Getting ready: the data folder, the database and the static files. Quick where there is nothing to do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from wellrun.access.demo import people_to_become
from wellrun.accounts.queries import has_real_people
from wellrun.core import first_key, place
from wellrun.core.tasks import schedule, tidy_up
from wellrun.measures.queries import has_stale_readings
from wellrun.measures.tasks import refresh_readings

Say = Callable[[str], None]


def prepare_database(say: Say) -> None:
    """Bring the tables up to date, and say how far that is."""
    name = "PostgreSQL" if connection.vendor == "postgresql" else "SQLite"
    executor = MigrationExecutor(connection)
    targets = executor.loader.graph.leaf_nodes()
    steps = executor.migration_plan(targets)
    if not steps:
        say(f"Database: {name}, up to date.")
        return
    with click.progressbar(length=len(steps), label=f"Database: {name}, bringing it up to date") as bar:
        executor.progress_callback = lambda action, *_rest: bar.update(action == "apply_success")
        executor.migrate(targets, plan=steps)


def prepare_static_files(say: Say) -> None:
    """Gather what pages look like into the data folder, compressed, when it has changed."""
    mark = Path(settings.STATIC_ROOT) / ".gathered"
    state = _fingerprint()
    if mark.is_file() and mark.read_text(encoding="ascii") == state:
        return
    say("Gathering the look of the pages ...")
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(state, encoding="ascii")


def prepare_background_work(say: Say) -> None:
    """Put in the queue what is due: the daily tidy-up, and readings that an earlier version made."""
    schedule(tidy_up)
    if has_stale_readings() and schedule(refresh_readings):
        say("Readings of an earlier version are made again in the background.")


def first_address() -> str:
    """The page that sets Wellrun up, by its path; empty once there is anybody, or the demo world."""
    folder = place.data_folder()
    if has_real_people() or people_to_become():
        first_key.use_up(folder)
        return ""
    return f"/set-up/{first_key.make(folder)}/"


def close_connections() -> None:
    """Nothing of the database may be shared with the processes started next."""
    for each in connections.all(initialized_only=True):
        each.close()
        if hasattr(each, "close_pool"):
            each.close_pool()


def _fingerprint() -> str:
    state = json.dumps(sorted(_files()))
    return hashlib.sha256(state.encode()).hexdigest()


def _files() -> Iterator[tuple[str, int, int]]:
    for finder in get_finders():
        for path, storage in finder.list(None):
            stat = Path(storage.path(path)).stat()
            yield path, stat.st_size, stat.st_mtime_ns

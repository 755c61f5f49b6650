"""Directory, unit tree, unit and Today pages with 300,000 people in 20,000 units, in server time.

On SQLite by default; beside PostgreSQL with
``python -m tools.postgres python -m benchmarks.organisation_pages``.
"""

import os
import shutil
import tempfile
import time

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.figures import Figure, figure_of, show

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "300000"))
UNITS = int(os.environ.get("BENCH_UNITS", "20000"))
BOUND = 100
RUNS = 21
HARDEST = "directory, nobody fits"
"""Every line of the directory is looked at. It is measured before and after the tidying up."""


def addresses(slug: str) -> dict[str, str]:
    """What is measured: its name, and where it is."""
    here = f"/organisations/{slug}/"
    return {
        "directory, first page": "/people/",
        "directory, in the middle": "/people/?after=150000.omar",
        "directory, a name": "/people/?q=nakato+123",
        "directory, a common word": "/people/?q=nurse",
        HARDEST: "/people/?q=zzzz",
        "unit tree": here,
        "unit tree, search": f"{here}?q=unit+199",
        "a unit": f"{here}units/unit-1/",
        "the organisation as a whole": f"{here}units/{slug}/",
        "administration, people": f"{here}administration/people/",
        "administration, history": f"{here}administration/history/",
        "measures": "/measures/",
        "today": "/",
    }


def samples(client: Client, address: str) -> tuple[list[float], list[float], int]:
    """Wall and processor milliseconds of a page, and how many questions it asks the database."""
    walls, processors = [], []
    for _ in range(RUNS + 2):
        wall, processor = time.perf_counter(), time.process_time()
        response = client.get(address)
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return walls[2:], processors[2:], len(asked)


def tidy_up() -> None:
    """What PostgreSQL's autovacuum does by itself after so many rows: then an index alone answers."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def measure() -> list[Figure]:
    """Figures for each page."""
    from tests.build.crowds import a_crowd
    from tests.build.signed_in import signed_in

    call_command("migrate", verbosity=0)
    organisation, administrator = a_crowd(units=UNITS, people=PEOPLE)
    client = signed_in(administrator, HTTP_HOST="localhost")
    before = samples(client, addresses(organisation.slug)[HARDEST])[0]
    figures = [figure_of(f"{HARDEST}, before autovacuum", before, unit="ms")]
    tidy_up()
    for name, address in addresses(organisation.slug).items():
        walls, processors, asked = samples(client, address)
        figures.append(figure_of(f"{name} ({asked} queries)", walls, unit="ms", bound=BOUND))
        figures.append(figure_of("    processor time", processors, unit="ms"))
    return figures


def main() -> None:
    """Measure in a folder that is thrown away."""
    folder = tempfile.mkdtemp(prefix="wellrun-bench-")
    os.environ.update(
        WELLRUN_DATA=folder,
        WELLRUN_SECRET_KEY="benchmark" * 8,
        DJANGO_SETTINGS_MODULE="wellrun.config.settings",
    )
    try:
        django.setup()
        settings.ALLOWED_HOSTS = ["localhost"]
        show(f"Pages with {PEOPLE:,} people in {UNITS:,} units ({connection.vendor})", measure())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

"""The portfolio with 5,000 projects, and the page of a project with much behind it, in server time."""

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

PROJECTS = int(os.environ.get("BENCH_PROJECTS", "5000"))
PORTFOLIO, PAGE = 100, 80
RUNS = 21
FILTERS = {
    "portfolio": "",
    "portfolio, words": "?q=evenings+49",
    "portfolio, a state": "?state=testing",
    "portfolio, quiet for 6 weeks": "?whose=quiet",
    "portfolio, mine": "?whose=mine",
    "portfolio, a tag": "?tag=falls",
    "portfolio, all at once": "?q=calmer&state=testing&whose=quiet&tag=falls",
    "portfolio, nothing fits": "?q=zzzz",
    "portfolio, the last page": "?page=99",
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


def measured(client: Client, name: str, address: str, bound: float) -> list[Figure]:
    """Two figures for one address."""
    walls, processors, asked = samples(client, address)
    return [
        figure_of(f"{name} ({asked} queries)", walls, unit="ms", bound=bound),
        figure_of("    processor time", processors, unit="ms"),
    ]


def measure() -> list[Figure]:
    """Figures for the portfolio under each filter, and for the busy project."""
    from tests.build.bulk import a_busy_project
    from tests.build.crowds import a_crowd, many_projects
    from tests.build.signed_in import signed_in

    call_command("migrate", verbosity=0)
    lead, project = a_busy_project()
    organisation, administrator = a_crowd(units=200, people=200)
    many_projects(organisation, count=PROJECTS)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = signed_in(administrator, HTTP_HOST="localhost")
    figures = [
        each
        for name, query in FILTERS.items()
        for each in measured(client, name, f"/projects/{query}", PORTFOLIO)
    ]
    own = signed_in(lead, HTTP_HOST="localhost")
    return [*figures, *measured(own, "project page", f"/projects/{project.pk}/", PAGE)]


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
        show(f"Projects: {PROJECTS:,} in the portfolio ({connection.vendor})", measure())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

"""The portfolio with 5,000 projects, and the page of a project with much behind it, in server time."""

import os

from django.core.management import call_command
from django.db import connection
from django.test import Client

from benchmarks.figures import Figure, show
from benchmarks.served import cost, product

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


def measured(client: Client, name: str, address: str, bound: float) -> list[Figure]:
    """Two figures for one address."""
    return cost(lambda _number: client.get(address), runs=RUNS).figures(name, bound=bound)


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
    with product():
        show(f"Projects: {PROJECTS:,} in the portfolio ({connection.vendor})", measure())


if __name__ == "__main__":
    main()

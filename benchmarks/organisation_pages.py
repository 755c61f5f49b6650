"""Directory, unit tree, unit and Today pages with 300,000 people in 20,000 units, in server time.

On SQLite by default; beside PostgreSQL with
``python -m tools.postgres python -m benchmarks.organisation_pages``.
"""

import os

from django.core.management import call_command
from django.db import connection

from benchmarks.figures import Figure, figure_of, show
from benchmarks.served import cost, product

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
    pages = addresses(organisation.slug)
    before = cost(lambda _number: client.get(pages[HARDEST]), runs=RUNS)
    figures = [figure_of(f"{HARDEST}, before autovacuum", before.walls, unit="ms")]
    tidy_up()
    for name, address in pages.items():
        taken = cost(lambda _number, address=address: client.get(address), runs=RUNS)
        figures += taken.figures(name, bound=BOUND)
    return figures


def main() -> None:
    """Measure in a folder that is thrown away."""
    with product():
        show(f"Pages with {PEOPLE:,} people in {UNITS:,} units ({connection.vendor})", measure())


if __name__ == "__main__":
    main()

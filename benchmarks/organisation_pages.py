"""Directory, unit tree, unit and Today pages with 300,000 people in 20,000 units, in server time.

On SQLite by default; beside PostgreSQL, as the owner of the tables and under the second lock, with
``python -m tools.postgres python -m benchmarks.organisation_pages``. A machine that does other work as well
makes wall times longer: processor time, of the page and of PostgreSQL together, tells less of that.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.test import Client

from benchmarks.figures import Figure, figure_of, show
from benchmarks.served import cost, product

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "300000"))
UNITS = int(os.environ.get("BENCH_UNITS", "20000"))
BOUND = 100
RUNS = 21
HARDEST = "directory, nobody fits"
"""No line helps to find the next. It is measured before and after the tidying up."""
ROLE = "wellrun_bench"


def addresses(slug: str) -> dict[str, str]:
    """What is measured: its name, and where it is."""
    here = f"/organisations/{slug}/"
    return {
        "directory, first page": "/people/",
        "directory, in the middle": "/people/?after=150000.omar",
        "directory, a name": "/people/?q=nakato+123",
        "directory, a common word": "/people/?q=nurse",
        "directory, the end of the alphabet": "/people/?q=zoe",
        "directory, two words that never meet": "/people/?q=porter+amina",
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

    from wellrun.core.secure_database import Role, secure

    call_command("migrate", verbosity=0)
    organisation, administrator = a_crowd(units=UNITS, people=PEOPLE)
    client = signed_in(administrator, HTTP_HOST="localhost")
    pages = addresses(organisation.slug)
    before = cost(lambda _number: client.get(pages[HARDEST]), runs=RUNS)
    figures = [figure_of(f"{HARDEST}, before autovacuum", before.walls, unit="ms", bound=BOUND)]
    tidy_up()
    figures += each_page(client, pages)
    if connection.vendor == "postgresql":
        secure(Role(name=ROLE, password="made up"))
        with second_lock():
            figures += [replace(one, name=f"locked: {one.name}") for one in each_page(client, pages)]
    return figures


def each_page(client: Client, pages: dict[str, str]) -> Iterator[Figure]:
    """Wall time and queries; and processor time with what PostgreSQL took, as a mean."""
    for name, address in pages.items():
        used = database_time()
        taken = cost(lambda _number, address=address: client.get(address), runs=RUNS)
        wall, processor = taken.figures(name, bound=BOUND)
        yield wall
        database = (database_time() - used) / (RUNS + 3)  # cost() asks twice before and once after
        together = [each + database for each in taken.processors]
        yield figure_of(
            f"    {processor.name.strip()}, {database:.0f} ms of it the database's", together, unit="ms"
        )


@contextmanager
def second_lock() -> Iterator[None]:
    """Ask as the role that owns nothing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {ROLE}")
        yield
        cursor.execute("SET ROLE NONE")


def database_time() -> float:
    """Processor milliseconds of PostgreSQL's process for us; SQLite works in our own."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure in a folder that is thrown away."""
    with product():
        show(f"Pages with {PEOPLE:,} people in {UNITS:,} units ({connection.vendor})", measure())


if __name__ == "__main__":
    main()

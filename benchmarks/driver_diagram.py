"""A driver diagram of 150 parts with tests and measures: to look at it, and to change it, in server time."""

from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client

from benchmarks.figures import Figure, show
from benchmarks.served import cost, product

BOUND = 50
RUNS = 21


def prepared() -> tuple[Client, int]:
    """A browser of the project's lead, and the project."""
    from tests.build.cast import the_cast
    from tests.build.projects import a_project
    from tests.build.signed_in import signed_in
    from tests.build.theories import a_theory, add_tests, watch_drivers

    call_command("migrate", verbosity=0)
    team = a_project(the_cast())
    a_theory(team.project)
    add_tests(team.project, cycles=60)
    watch_drivers(team.lead, team.project, measures=12)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return signed_in(team.lead, HTTP_HOST="localhost"), team.project.pk


def edits(client: Client, project: int) -> dict[str, Callable[[int], Any]]:
    """What is measured: its name, and the request of each try."""
    from wellrun.projects.models import Driver, DriverLink

    base = f"/projects/{project}/drivers/"
    line = DriverLink.objects.filter(child__kind="idea").order_by("-pk")[0]
    parents = list(Driver.objects.filter(project=project, kind="secondary").values_list("pk", flat=True))
    idea, live = line.child_id, {"HTTP_HX_REQUEST": "true"}

    def post(address: str, told: dict[str, object]) -> Any:
        return client.post(base + address, told, **live)

    return {
        "look at it": lambda _n: client.get(base),
        "choose a part": lambda _n: client.get(f"{base}?at={idea}", **live),
        "move a part up or down": lambda n: post(
            f"{idea}/place/", {"link_id": line.pk, "parent_id": line.parent_id, "position": n % 2}
        ),
        "put a part below another": lambda n: post(
            f"{idea}/place/", {"link_id": line.pk, "parent_id": parents[n % 24], "position": 0}
        ),
        "say it in other words": lambda n: post(f"{idea}/", {"text": f"In other words {n}"}),
        "add an idea": lambda n: post("", {"kind": "idea", "text": f"Idea {n}", "parent": parents[0]}),
    }


def measure() -> list[Figure]:
    """Figures for each thing a team does."""
    figures = []
    for name, work in edits(*prepared()).items():
        figures += cost(work, runs=RUNS, warm_up=3).figures(name, bound=BOUND)
    return figures


def main() -> None:
    """Measure in a folder that is thrown away."""
    with product():
        show(f"A driver diagram of 150 parts ({connection.vendor})", measure())


if __name__ == "__main__":
    main()

"""What permissions cost of a page: every call of one, and finding out which roles the person holds.

The functions themselves are timed where pages call them, inside whole requests, on a real SQLite file. The
asker holds 40 roles, more than anybody will: a decision looks through all of them. Not counted is the
condition that a list puts into its query (`visible_to`): the database would read the rows in any case.
"""

import sys
import time
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from django.core.management import call_command
from django.test import Client

from benchmarks.figures import Figure, figure_of, show
from benchmarks.served import product

UNITS, PROJECTS, ROLES = 20_000, 500, 40
BOUND, RUNS = 2, 21


class Stopwatch:
    """Wall time within the outermost of the functions that it watches, and how often one was called."""

    def __init__(self) -> None:
        self.spent, self.calls, self._depth = 0.0, 0, 0

    def watched(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            self._depth += 1
            began = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.spent += time.perf_counter() - began

        return timed

    def watch(self) -> int:
        """Watch every permission, wherever a module has taken it by name; gives how many there are."""
        from wellrun.access.actors import actor_for

        ours = [module for name, module in list(sys.modules.items()) if name.startswith("wellrun.")]
        watched = {actor_for: self.watched(actor_for)} | {
            function: self.watched(function) for module in ours for function in _permissions_of(module)
        }
        for module in ours:
            for name, found in list(vars(module).items()):
                if isinstance(found, FunctionType) and found in watched:
                    setattr(module, name, watched[found])
        return len(watched)


def _permissions_of(module: Any) -> list[FunctionType]:
    is_of_permissions = module.__name__.endswith(".permissions") or module.__name__.startswith(
        "wellrun.access."
    )
    return [
        found
        for name, found in vars(module).items()
        if is_of_permissions
        and isinstance(found, FunctionType)
        and found.__module__ == module.__name__
        and (module.__name__.endswith(".permissions") or name.startswith(("may_", "must_")))
    ]


def prepared() -> tuple[Client, dict[str, str]]:
    """Somebody with many roles, and the pages that are measured."""
    from tests.build.crowds import a_crowd
    from tests.build.signed_in import signed_in
    from tests.build.whole_world import the_whole_world

    from wellrun.access import actor_for
    from wellrun.accounts.models import Person

    call_command("migrate", verbosity=0)
    organisation, administrator = a_crowd(units=UNITS, people=100)
    world = the_whole_world()
    asker = world.here.ids["lead"]
    _many(organisation, asker, administrator.id)
    pages = {
        "project page, its lead": f"/projects/{world.here.things['project_id']}/",
        f"portfolio of {PROJECTS} projects": "/projects/",
        f"tree of {UNITS:,} units": f"/organisations/{organisation.slug}/",
        "a unit": f"/organisations/{organisation.slug}/units/unit-1/",
        "today": "/",
    }
    return signed_in(actor_for(Person.objects.get(pk=asker)), HTTP_HOST="localhost"), pages


def _many(organisation: Any, asker: int | None, administrator: int) -> None:
    """Projects in bulk, and roles of the asker on many of the units."""
    from tests.build.cast import NOW

    from wellrun.organisations.models import Membership, Unit
    from wellrun.projects.models import Project, Seat

    units = list(
        Unit.objects.filter(organisation=organisation, parent__isnull=False).order_by("pk")[:PROJECTS]
    )
    made = Project.objects.bulk_create(
        Project(
            organisation=organisation, unit=unit, title=f"Project {number}", visibility="organisation",
            state="testing", created_at=NOW, last_news_at=NOW, version=0,
        )
        for number, unit in enumerate(units)
    )  # fmt: skip
    Membership.objects.bulk_create(
        Membership(person_id=asker, unit=unit, role="leader", since=NOW) for unit in units[: ROLES // 2]
    )
    Seat.objects.bulk_create(
        Seat(person_id=asker, project=each, role="member", since=NOW) for each in made[: ROLES // 2]
    )
    Seat.objects.bulk_create(
        Seat(person_id=administrator, project=each, role="lead", since=NOW) for each in made
    )


def asked(client: Client, address: str, watch: Stopwatch) -> tuple[list[float], float, int]:
    """Milliseconds of permissions in each of many requests; of the whole page; and calls in one."""
    samples, whole = [], []
    for _ in range(RUNS + 3):
        watch.spent, watch.calls = 0.0, 0
        began = time.perf_counter()
        response = client.get(address)
        whole.append((time.perf_counter() - began) * 1000)
        samples.append(watch.spent * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
    return samples[3:], sorted(whole[3:])[RUNS // 2], watch.calls


def measure() -> list[Figure]:
    """One figure for each page."""
    client, pages = prepared()
    client.get("/")  # so that every module is there
    watch = Stopwatch()
    if watch.watch() < 40:
        raise SystemExit("Fewer permissions were found than there are.")
    figures = []
    for name, address in pages.items():
        samples, whole, calls = asked(client, address, watch)
        words = f"{name}: {calls} calls, of {whole:.0f} ms"
        figures.append(figure_of(words, samples, unit="ms", bound=BOUND))
    return figures


def main() -> None:
    """Measure in a folder that is thrown away."""
    with product():
        show(f"Permissions within a page, for somebody with {ROLES} roles (SQLite)", measure())


if __name__ == "__main__":
    main()

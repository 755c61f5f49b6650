"""The measure page and the list, in server time, with a million observations stored in a real SQLite file."""

import random
import time

from django.core.management import call_command
from django.test import Client

from benchmarks.figures import Figure, figure_of, show
from benchmarks.served import product

MEASURES = 10_000
OBSERVATIONS = 100


def prepared() -> list[int]:
    """A data folder with a million observations; ids of the measures."""
    from tests.build.bulk import load_observations

    call_command("migrate", verbosity=0)
    return load_observations(measures=MEASURES, each=OBSERVATIONS)


def _visitor() -> Client:
    """A browser in which the keeper of all measures has signed in."""
    from tests.build.bulk import the_keeper
    from tests.build.signed_in import signed_in

    return signed_in(the_keeper(), HTTP_HOST="localhost")


def pages(ids: list[int], *, runs: int) -> tuple[list[float], list[float]]:
    """Wall and processor milliseconds of the page for measures taken at random."""
    client = _visitor()
    walls, processors = [], []
    for one in random.Random(7).sample(ids, runs + 5):
        wall, processor = time.perf_counter(), time.process_time()
        response = client.get(f"/measures/{one}/")
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"/measures/{one}/ answered {response.status_code}")
    return walls[5:], processors[5:]


def lists(*, runs: int) -> list[float]:
    """Wall milliseconds of the list of measures."""
    client = _visitor()
    samples = []
    for _ in range(runs + 2):
        wall = time.perf_counter()
        client.get("/measures/")
        samples.append((time.perf_counter() - wall) * 1000)
    return samples[2:]


def measure() -> list[Figure]:
    """Figures for the page and the list."""
    ids = prepared()
    walls, processors = pages(ids, runs=61)
    return [
        figure_of("measure page, server time", walls, unit="ms", bound=60),
        figure_of("measure page, processor time", processors, unit="ms"),
        figure_of("list of measures, server time", lists(runs=21), unit="ms"),
    ]


def main() -> None:
    """Measure in a folder that is thrown away."""
    with product():
        show(f"Pages at {MEASURES * OBSERVATIONS:,} stored observations (SQLite)", measure())


if __name__ == "__main__":
    main()

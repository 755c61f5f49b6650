"""Pages measured as a server answers them: a data folder that is thrown away, and what one answer costs."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from benchmarks.figures import Figure, figure_of


@contextmanager
def product() -> Iterator[None]:
    """The product in a folder of its own. Its models can be imported inside."""
    import django

    folder = tempfile.mkdtemp(prefix="wellrun-bench-")
    os.environ.update(
        WELLRUN_DATA=folder,
        WELLRUN_SECRET_KEY="benchmark" * 8,
        DJANGO_SETTINGS_MODULE="wellrun.config.settings",
    )
    try:
        django.setup()
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["localhost"]
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall and processor milliseconds of each answer, and the questions to the database of one."""

    walls: list[float]
    processors: list[float]
    asked: int

    def figures(self, name: str, *, bound: float) -> list[Figure]:
        """Two figures, of which the wall time has a bound."""
        return [
            figure_of(f"{name} ({self.asked} queries)", self.walls, unit="ms", bound=bound),
            figure_of("    processor time", self.processors, unit="ms"),
        ]


def cost(answer: Callable[[int], Any], *, runs: int, warm_up: int = 2) -> Cost:
    """Ask again and again; ``answer`` is told how often it was asked before. Any answer but 200 stops it."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    walls, processors = [], []
    for number in range(warm_up + runs):
        wall, processor = time.perf_counter(), time.process_time()
        response = answer(number)
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"answered {response.status_code}")
    with CaptureQueriesContext(connection) as asked:
        answer(warm_up + runs)
    return Cost(walls[warm_up:], processors[warm_up:], len(asked))

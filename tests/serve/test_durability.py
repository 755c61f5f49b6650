"""What was acknowledged is kept: writers at the same moment, and a server that is killed while it writes."""

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.build.prepared import a_prepared_folder
from tests.build.server import ROOT, clean_environment

# A writer in a process of its own. It says a number once the service has returned: it is acknowledged.
WRITER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from datetime import date, datetime, timedelta, UTC
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.measures import queries, services
first, count, measure_id = (int(argument) for argument in sys.argv[1:])
actor = actor_for(Person.objects.get())
measure = queries.get_for(actor, measure_id)
for number in range(first, first + count):
    services.record_observation(
        actor=actor, measure=measure, period=date(1990, 1, 1) + timedelta(days=number), value=number % 10,
        now=datetime(2026, 4, 14, tzinfo=UTC),
    )
    print(number, flush=True)
"""

MAKE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from datetime import datetime, UTC
from tests.build.cast import a_person, an_organisation
from wellrun.measures import services
from wellrun.measures.values import MeasureDefinition
now = datetime(2026, 4, 14, tzinfo=UTC)
actor = a_person("Amina Yusuf", an_organisation())
definition = MeasureDefinition(name="Falls", chart="c", period="day")
organisation_id = min(actor.organisation_ids)
made = services.create_measure(actor=actor, organisation_id=organisation_id, definition=definition, now=now)
print(made.pk)
"""

COUNT = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.core import audit
from wellrun.measures import queries
measure = queries.get_for(actor_for(Person.objects.get()), int(sys.argv[1]))
rows = queries.observations_of(measure)
print(measure.n_points, len(rows), audit.records_of("measure", measure.pk).count() - 1, measure.version - 1)
print(*[row.period.toordinal() for row in rows])
"""


def python(program: str, folder: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=clean_environment(WELLRUN_DATA=str(folder)),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def made(folder: Path) -> int:
    a_prepared_folder(folder)
    return int(python(MAKE, folder).communicate()[0])


def counted(folder: Path, measure: int) -> tuple[list[int], list[date]]:
    counts, days = python(COUNT, folder, measure).communicate()[0].splitlines()
    return [int(count) for count in counts.split()], [date.fromordinal(int(day)) for day in days.split()]


def test_two_writers_at_the_same_moment_both_save_everything(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    measure = made(folder)
    writers = [python(WRITER, folder, first, 60, measure) for first in (0, 1000)]
    said = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert [len(numbers) for numbers in said] == [60, 60]
    counts, _days = counted(folder, measure)
    assert counts == [120, 120, 120, 120], "numbers, rows, records and versions agree"
    assert whole_chain(folder), "two processes wrote one chain"


def killed_again_and_again(folder: Path, *, kills: int) -> None:
    """A writer is killed this many times after a few writes; nothing it acknowledged may be lost."""
    measure, acknowledged = made(folder), set[int]()
    for kill in range(kills):
        writer = python(WRITER, folder, kill * 50, 50, measure)
        assert writer.stdout is not None
        for said, line in enumerate(writer.stdout, 1):
            acknowledged.add(int(line))
            if said > kill % 13:
                writer.send_signal(signal.SIGKILL)
                break
        rest, _none = writer.communicate()
        acknowledged |= {int(line) for line in rest.split("\n")[:-1]}
    counts, days = counted(folder, measure)
    stored = {(day - date(1990, 1, 1)).days for day in days}
    assert acknowledged <= stored
    assert len(stored - acknowledged) <= kills, "at most the one write each time that was under way"
    assert counts == [len(stored)] * 4, "each number has its record, and the reading counts them all"
    assert whole_chain(folder)


def whole_chain(folder: Path) -> bool:
    verify = "from wellrun.cli.main import main; main(['audit', 'verify'])"
    check = python(verify, folder)
    said, _none = check.communicate()
    return check.returncode == 0 and "each as it was written" in said


def test_a_writer_that_is_killed_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    killed_again_and_again(tmp_path / "data", kills=3)


@pytest.mark.deep
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    killed_again_and_again(tmp_path / "data", kills=200)

"""A real worker is killed in the middle of its work, and the work is done after."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.build.prepared import a_prepared_folder
from tests.build.server import PATIENCE, ROOT, clean_environment

PREPARE = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from tests.build.work import stand_still
stand_still.enqueue(sys.argv[1])
print("ready")
"""
STATE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from django_tasks_db.models import DBTaskResult
row = DBTaskResult.objects.get(task_path__endswith="stand_still")
print(row.status, len(row.worker_ids), row.return_value)
"""
WORKER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
from wellrun.cli.serving.background import main
main(parent=os.getppid())
"""


def python(program: str, folder: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=clean_environment(WELLRUN_DATA=str(folder / "data"), WELLRUN_SECRET_KEY="x" * 50),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_for(path: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < until, f"{path.name} did not come"
        time.sleep(0.05)


def test_work_of_a_killed_worker_is_done_by_the_next(tmp_path: Path) -> None:
    a_prepared_folder(tmp_path / "data")
    assert python(PREPARE, tmp_path, tmp_path).communicate()[0] == "ready\n"
    first = python(WORKER, tmp_path)
    wait_for(tmp_path / "begun-1")
    first.kill()
    first.communicate(timeout=PATIENCE)
    assert python(STATE, tmp_path).communicate()[0] == "RUNNING 1 None\n"
    (tmp_path / "go").touch()
    second = python(WORKER, tmp_path)
    try:
        wait_for(tmp_path / "begun-2")
        until = time.monotonic() + PATIENCE
        while (said := python(STATE, tmp_path).communicate()[0]).startswith("RUNNING"):
            assert time.monotonic() < until
    finally:
        second.send_signal(signal.SIGTERM)
        second.communicate(timeout=PATIENCE)
    assert said == "SUCCESSFUL 2 begun-2\n"

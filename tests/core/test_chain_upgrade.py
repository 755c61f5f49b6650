"""A database from before the chain is brought up to date without losing what was recorded."""

import json
import subprocess
import sys
from pathlib import Path

from django.db import connection

from tests.build.server import ROOT, clean_environment

PROGRAM = """
import os, json
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
from datetime import UTC, datetime, timedelta
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
call_command("migrate", "core", "0001_initial", verbosity=0)
state = MigrationExecutor(connection).loader.project_state([("core", "0001_initial")])
old = state.apps.get_model("core", "AuditRecord")
start = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
for number, (id, undoes) in enumerate([(3, None), (4, None), (9, 4)]):
    old.objects.create(
        id=id, undoes=undoes, at=start + timedelta(minutes=number), reason="typed twice",
        actor_id=7, actor_name="Zoë Okafor", on_behalf_of="", organisation_id=1, version=number,
        action="measure.change", thing="measure", thing_id=5, part=f"p{number}",
        before={"value": 1.5, "note": "Ärger"} if number else None, after={"value": number},
    )
call_command("migrate", "core", verbosity=0)
from wellrun.core.audit_check import Walk, faults
from wellrun.core.models import AuditRecord
walk = Walk()
found = [fault.sentence for fault in faults(walk)]
rows = [
    [row.pk, row.undoes, row.at.isoformat(), row.actor_name, row.before, row.after, row.reason, row.part]
    for row in AuditRecord.objects.all()
]
tables = connection.introspection.table_names()
print(json.dumps({"faults": found, "rows": rows, "walked": walk.number, "tables": tables}))
"""


def test_records_from_before_the_chain_are_its_beginning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=clean_environment(
            WELLRUN_DATA=str(tmp_path), WELLRUN_SECRET_KEY="tests-only-" + "x" * 50, **_empty_database()
        ),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["faults"], told["walked"]) == ([], 3)
    assert told["rows"] == [
        [1, None, "2026-03-01T08:30:00+00:00", "Zoë Okafor", None, {"value": 0}, "typed twice", "p0"],
        [2, None, "2026-03-01T08:31:00+00:00", "Zoë Okafor", {"value": 1.5, "note": "Ärger"}, {"value": 1},
         "typed twice", "p1"],
        [3, 2, "2026-03-01T08:32:00+00:00", "Zoë Okafor", {"value": 1.5, "note": "Ärger"}, {"value": 2},
         "typed twice", "p2"],
    ]  # fmt: skip
    assert not [name for name in told["tables"] if "before" in name]


def _empty_database() -> dict[str, str]:
    """Beside the one of the tests: a file of its own on SQLite, a new database on PostgreSQL."""
    if connection.vendor != "postgresql":
        return {}
    import psycopg

    used = connection.settings_dict
    host = {
        "host": used["HOST"],
        "port": used["PORT"] or None,
        "user": used["USER"],
        "password": used["PASSWORD"] or None,
    }
    with psycopg.connect(dbname="postgres", autocommit=True, **host) as server:
        server.execute("DROP DATABASE IF EXISTS before_the_chain")
        server.execute("CREATE DATABASE before_the_chain")
        address = server.info.get_parameters()
    place = "&".join(f"{name}={address[name]}" for name in ("host", "port") if name in address)
    return {"WELLRUN_DATABASE_URL": f"postgresql://{address['user']}@/before_the_chain?{place}"}

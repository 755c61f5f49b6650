"""A writer whom PostgreSQL stopped, so that another could go on, is asked again."""

import json

from tests.postgresql.conftest import Secured

PROGRAM = """
import os, json, threading, time
os.environ["DJANGO_SETTINGS_MODULE"] = "wellrun.config.settings"
import django
django.setup()
import psycopg
from wellrun.core.second_lock import as_system
from tests.build.cast import NOW, a_person, an_organisation
from tests.build.measures import a_definition, week, weekly
from tests.build.signed_in import signed_in
from wellrun.measures.models import Annotation
from wellrun.measures.services import create_measure
with as_system():
    lakeside = an_organisation("Lakeside")
    keeper = a_person("Lena Ortiz", lakeside)
    measure = create_measure(actor=keeper, organisation_id=lakeside.pk, now=NOW,
                             definition=a_definition(name="Falls"), observations=weekly([3] * 12))
    client = signed_in(keeper, headers={"host": "localhost"})
address = f"/measures/{measure.pk}/annotations/"
answers = []
def ask():
    answers.append(client.post(address, {"period": week(3).isoformat(), "label": "Huddles"}).status_code)
with psycopg.connect(os.environ["WELLRUN_DATABASE_OWNER_URL"]) as other:
    other.execute("SET deadlock_timeout = '60s'")  # so that the other one is stopped
    other.execute("SELECT 1 FROM core_audithead FOR UPDATE")
    asking = threading.Thread(target=ask)
    asking.start()
    with psycopg.connect(os.environ["WELLRUN_DATABASE_OWNER_URL"], autocommit=True) as watch:
        for _ in range(400):
            if watch.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()[0]:
                break
            time.sleep(0.01)
    other.execute("SELECT 1 FROM measures_measure WHERE id = %s FOR UPDATE", [measure.pk])
asking.join()
with as_system():
    from django.db import connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        stopped = cursor.fetchone()[0]
    print(json.dumps([answers, Annotation.objects.filter(measure=measure).count(), stopped]))
"""


def test_a_change_that_was_stopped_is_made_once_and_the_person_notices_nothing(secured: Secured) -> None:
    answers, made, stopped = json.loads(secured.python(PROGRAM))
    assert stopped >= 1
    assert (answers, made) == ([303], 1)

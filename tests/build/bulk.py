"""Measures by the thousand, for pages at scale: a few made through the services, then copied in SQL."""

from copy import copy
from datetime import date, timedelta
from random import Random

from django.db import connection, transaction

from tests.build.cast import NOW, a_person, an_organisation, the_cast
from tests.build.projects import a_project
from tests.build.theories import a_theory, add_tests, watch_drivers
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.measures.services import annotate, create_measure
from wellrun.measures.values import MeasureDefinition, NewObservation, next_period
from wellrun.organisations.models import Organisation
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import Project

PATTERNS = 20
FIRST_DAY = date(2020, 1, 1)

_COPY = """
    INSERT INTO measures_observation
        (measure_id, stratum, period, value, numerator, denominator, is_excluded, is_suppressed,
         note, entered_by_id, entered_at)
    SELECT m.id, o.stratum, o.period, o.value, o.numerator, o.denominator, o.is_excluded, o.is_suppressed,
           o.note, o.entered_by_id, o.entered_at
    FROM measures_measure m CROSS JOIN measures_observation o
    WHERE m.id BETWEEN %s AND %s AND o.measure_id = %s
"""


def load_observations(*, measures: int, each: int) -> list[int]:
    """Store ``measures`` measures of ``each`` observations that `the_keeper` can see; returns their ids.

    A million observations take about 10 seconds.
    """
    with transaction.atomic():
        patterns = [_pattern(number, each) for number in range(min(PATTERNS, measures))]
        ids = [pattern.pk for pattern in patterns]
        for number, pattern in enumerate(patterns):
            count = len(range(number, measures, PATTERNS)) - 1
            ids += _copies(pattern, count)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return ids


def the_keeper(*organisations: Organisation) -> Actor:
    """The one person who keeps all of these measures."""
    return a_person("Amina Yusuf", *organisations)


def _pattern(number: int, each: int) -> Measure:
    organisation = an_organisation(f"Organisation {number + 1}")
    period, random, observations = date(2000, 1, 3), Random(number), []
    for _ in range(each):
        observations.append(NewObservation(period=period, value=random.randint(0, 12)))
        period = next_period(period, "week")
    return create_measure(
        actor=the_keeper(organisation),
        organisation_id=organisation.pk,
        definition=MeasureDefinition(
            name=f"Measure {number + 1}", chart="c", target=4, direction="decrease", visibility="organisation"
        ),
        observations=observations,
        now=NOW,
    )


def _copies(pattern: Measure, count: int) -> list[int]:
    rows = [copy(pattern) for _ in range(count)]
    for number, row in enumerate(rows, 2):
        row.pk, row.name = None, f"{pattern.name}, copy {number}"
        row._state.adding = True
    Measure.objects.bulk_create(rows, batch_size=500)
    ids = sorted(row.pk for row in rows)
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(_COPY, [ids[0], ids[-1], pattern.pk])
    return ids


def a_busy_project(*, cycles: int = 40, measures: int = 12, each: int = 2000) -> tuple[Actor, Project]:
    """A project with a theory, tests and a family of long measures, and its lead."""
    team = a_project(the_cast(), state="testing")
    a_theory(team.project, shape=(3, 3, 3))
    add_tests(team.project, cycles=cycles)
    family = watch_drivers(team.lead, team.project, measures=measures, values=_days(each))
    Cycle.objects.filter(project=team.project).update(measure=family[0])
    for number in range(1, 4):
        annotate(
            actor=team.lead, measure=family[0], period=FIRST_DAY + timedelta(days=number * each // 5),
            label=f"What we changed {number}", now=NOW,
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return team.lead, team.project


def _days(count: int) -> list[NewObservation]:
    random = Random(5)
    return [
        NewObservation(period=FIRST_DAY + timedelta(days=day), value=random.randint(0, 12))
        for day in range(count)
    ]

"""Two people move units at the same moment: the tree never becomes a circle."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connection

from tests.build.cast import NOW, SETTING_UP, a_unit, the_cast
from wellrun.core.decision import Refused
from wellrun.organisations.models import Unit
from wellrun.organisations.services import move_unit


def patiently(unit: Unit, parent: Unit) -> str:
    """SQLite in memory, which only tests use, does not let a writer wait: so it is asked again."""
    until = time.monotonic() + 10
    while True:
        try:
            return move_unit(actor=SETTING_UP, unit=unit, parent=parent, now=NOW).sentence
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


@pytest.mark.django_db(transaction=True)
def test_two_moves_below_each_other_leave_a_tree() -> None:
    cast = the_cast()
    one, other = a_unit(cast.riverside, "One"), a_unit(cast.riverside, "Other")
    together = Barrier(2)

    def move(unit: Unit, parent: Unit) -> str:
        together.wait(10)
        try:
            return patiently(unit, parent)
        except Refused as refusal:
            return refusal.sentence
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        told = [each.result() for each in (pool.submit(move, one, other), pool.submit(move, other, one))]
    assert sum("cannot stand below itself" in sentence for sentence in told) == 1
    assert sum(sentence.startswith("Moved") for sentence in told) == 1
    for unit in Unit.objects.filter(organisation=cast.riverside).select_related("parent"):
        above = unit.parent.path if unit.parent else "/"
        assert (unit.path, unit.depth) == (f"{above}{unit.pk}/", len(unit.line) - 1)

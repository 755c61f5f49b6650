"""Stored readings, made again when another edition of the programme made them."""

import pytest

from tests.build.cast import Cast
from tests.build.measures import a_measure
from tests.build.work import work_through_the_queue
from wellrun.core.tasks import schedule
from wellrun.measures import queries
from wellrun.measures.models import Measure, Observation
from wellrun.measures.services import refresh_stale_readings
from wellrun.measures.tasks import refresh_readings


def made_by_an_earlier_edition(measure: Measure) -> None:
    Measure.objects.filter(pk=measure.pk).update(edition="0.0/1", word="Old word", spark="")


def test_readings_of_this_edition_are_left_alone(measure: Measure) -> None:
    assert not queries.has_stale_readings()
    assert refresh_stale_readings() == 0


def test_readings_of_an_earlier_edition_are_made_again(cast: Cast, measure: Measure) -> None:
    before = Measure.objects.get(pk=measure.pk)
    made_by_an_earlier_edition(measure)
    assert queries.has_stale_readings()
    assert refresh_stale_readings() == 1
    after = Measure.objects.get(pk=measure.pk)
    assert (after.word, after.spark, after.edition) == (before.word, before.spark, before.edition)
    assert after.version == before.version, "a reading is not a person's change"


def test_one_organisation_can_be_made_again_alone(cast: Cast, measure: Measure) -> None:
    made_by_an_earlier_edition(measure)
    assert refresh_stale_readings(organisation_id=cast.hillside.pk) == 0
    assert refresh_stale_readings(organisation_id=cast.riverside.pk) == 1


def test_a_series_that_is_no_longer_taken_says_why_and_does_not_stop_the_others(cast: Cast) -> None:
    broken, sound = a_measure(cast, name="Broken"), a_measure(cast, name="Sound")
    Observation.objects.filter(measure=broken, value=8).update(value=-8)
    made_by_an_earlier_edition(broken)
    made_by_an_earlier_edition(sound)
    assert refresh_stale_readings() == 2
    assert "-8" in Measure.objects.get(pk=broken.pk).plain
    assert Measure.objects.get(pk=sound.pk).word == "Improving"
    assert not queries.has_stale_readings()


@pytest.mark.django_db(transaction=True)
def test_the_background_worker_makes_them_again() -> None:
    from tests.build.cast import the_cast

    measure = a_measure(the_cast())
    made_by_an_earlier_edition(measure)
    schedule(refresh_readings)
    work_through_the_queue()
    assert Measure.objects.get(pk=measure.pk).word == "Improving"

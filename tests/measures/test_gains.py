"""A gain stays one when its limits are redrawn on it, and is none where the chart says so."""

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, week, weekly
from wellrun.measures import services
from wellrun.measures.models import Measure

BEFORE = [6, 8, 5, 7, 9, 6, 7, 8, 5, 7, 6, 8, 7, 6, 8, 7]
AFTER = [3, 4, 2, 3, 4, 3, 2, 4, 3, 3, 4, 2]


def counted(
    cast: Cast, values: list[float], *, redrawn: bool = False, direction: str = "decrease"
) -> Measure:
    measure = services.create_measure(
        actor=cast.owner, organisation_id=cast.riverside.pk, now=NOW,
        definition=a_definition(direction=direction), observations=weekly(values),
    )  # fmt: skip
    if redrawn:
        services.start_phase(
            actor=cast.owner, measure=measure, starts_on=week(len(BEFORE)), name="Since huddles",
            reason="We know why", now=NOW,
        )  # fmt: skip
    measure.refresh_from_db()
    return measure


def test_a_gain_is_one_before_and_after_its_limits_are_redrawn(cast: Cast) -> None:
    fresh = counted(cast, BEFORE + AFTER)
    assert (fresh.variation, fresh.has_gained) == ("improving", True)
    redrawn = counted(cast, BEFORE + AFTER, redrawn=True)
    assert (redrawn.variation, redrawn.has_gained) == ("common_cause", True)


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        pytest.param(BEFORE + BEFORE[:12], "decrease", id="nothing changed"),
        pytest.param(BEFORE + AFTER, "increase", id="it got worse"),
        pytest.param(BEFORE + AFTER, "neutral", id="nobody said what is better"),
        pytest.param(BEFORE + AFTER + [4, 9, 12], "decrease", id="it slips"),
    ],
)
def test_limits_that_are_redrawn_make_no_gain(cast: Cast, values: list[float], direction: str) -> None:
    assert not counted(cast, values, redrawn=True, direction=direction).has_gained


def test_a_gain_that_is_taken_back_by_later_numbers_is_none(cast: Cast) -> None:
    measure = counted(cast, BEFORE + AFTER + BEFORE[:9], redrawn=True)
    assert not measure.has_gained

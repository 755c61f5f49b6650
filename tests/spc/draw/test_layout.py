"""Where words go: spreading labels, and the outline of the data."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.draw.layout import Box, Outline, spread

PLACES = st.lists(st.floats(-50, 350), max_size=8)


@given(PLACES)
def test_labels_are_apart_in_order_and_within_bounds(wished: list[float]) -> None:
    placed = spread(wished, gap=16, low=0, high=276)
    assert len(placed) == len(wished)
    assert all(-1e-9 <= place <= 276 + 1e-9 for place in placed)
    ranked = sorted(zip(wished, placed, strict=True))
    for (_, one), (_, other) in pairwise(ranked):
        assert abs(other - one) >= 16 - 1e-9
    assert sorted(placed) == [place for _, place in sorted(ranked, key=lambda pair: (pair[0], pair[1]))]


@given(PLACES)
def test_labels_that_are_apart_already_stay_where_they_are(wished: list[float]) -> None:
    apart = sorted({round(place / 20) * 20.0 for place in wished if 0 <= place <= 260})
    assert spread(apart, gap=16, low=0, high=276) == apart


def test_two_labels_at_one_place_share_the_way() -> None:
    assert spread([100, 100], gap=16, low=0, high=276) == [92, 108]


def test_without_room_for_all_the_gap_gives_way() -> None:
    assert spread([5, 5, 5], gap=16, low=0, high=20) == [0, 10, 20]


def test_nothing_to_place_is_no_trouble() -> None:
    assert spread([], gap=16, low=0, high=20) == []


def test_boxes_that_only_touch_do_not_meet() -> None:
    box = Box(0, 0, 10, 10)
    assert box.meets(Box(9, 9, 20, 20))
    assert not box.meets(Box(10, 0, 20, 10))


def test_the_outline_follows_points_and_the_line_between_them() -> None:
    outline = Outline(0, 100)
    outline.add(38, 42, 20, 30)
    outline.add_line([(40, 25), (80, 65)])
    assert outline.above(36, 44) == 20
    assert outline.below(36, 39) == 30
    assert outline.above(60, 61) == pytest.approx(45)
    assert outline.below(60, 61) == pytest.approx(49)
    assert (outline.above(90, 95), outline.below(90, 95)) == (inf, -inf)
    assert outline.meets(Box(58, 40, 62, 60))
    assert not outline.meets(Box(58, 0, 62, 40))


def test_two_points_at_one_place_make_an_upright_line() -> None:
    outline = Outline(0, 100)
    outline.add_line([(50, 10), (50, 90)])
    assert outline.above(48, 52) == 10


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 50)), min_size=2, max_size=20))
def test_no_point_of_the_line_is_forgotten(places: list[tuple[float, float]]) -> None:
    outline = Outline(0, 100)
    through = sorted(places)
    outline.add_line(through)
    for x, y in through:
        assert outline.above(x - 4, x + 4) <= y + 1e-6
        assert outline.below(x - 4, x + 4) >= y - 1e-6

"""The chart in the terminal: it fits, it marks what counts, and it does without Unicode."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wellrun_spc as spc
from wellrun.cli.charting.plot import HEIGHT, WIDEST, legend, plotted

VALUES = st.lists(st.none() | st.floats(-1e9, 1e9) | st.integers(0, 20).map(float), min_size=1, max_size=300)


@settings(deadline=None)
@given(VALUES, st.booleans(), st.sampled_from(["increase", "decrease", "neutral"]))
def test_any_chart_fits_the_terminal(values, unicode, direction):
    chart = spc.i_chart(values, direction=direction, target=5)
    lines = plotted(chart, unicode=unicode)
    assert max(map(len, lines)) <= WIDEST
    assert len(lines) <= HEIGHT + 2
    assert unicode or all(line.isascii() for line in lines)
    assert unicode or legend(chart, unicode=False).isascii()


def test_centre_limits_and_target_are_named_at_their_ends():
    weeks = [date(2026, 1, 5) + timedelta(weeks=i) for i in range(20)]
    lines = plotted(spc.i_chart([3, 5] * 10, x=weeks, target=7), unicode=True)
    text = "\n".join(lines)
    assert all(name in text for name in ("average", "upper limit", "lower limit", "target"))
    assert lines[-1].split() == ["5", "January", "2026", "18", "May", "2026"]


def test_a_run_chart_has_a_median_and_no_limits():
    text = "\n".join(plotted(spc.run_chart([3, 5, 4, 6, 2]), unicode=True))
    assert "median" in text
    assert "limit" not in text


@pytest.mark.parametrize(
    ("direction", "mark", "meaning"),
    [("increase", "◆", "good news"), ("decrease", "□", "bad news"), ("neutral", "▲", "higher than usual")],
)
def test_the_shape_of_a_mark_says_what_it_is(direction, mark, meaning):
    chart = spc.i_chart([3, 9] * 6 + [30], direction=direction)
    assert mark in "\n".join(plotted(chart, unicode=True))
    assert legend(chart, unicode=True) == f"{mark} {meaning}"


def test_a_point_left_out_is_hollow_and_no_line_goes_to_it():
    chart = spc.i_chart([3, 4, 30, 4, 3], excluded=[2])
    assert "○" in "\n".join(plotted(chart, unicode=True))
    assert legend(chart, unicode=True) == "○ left out"


def test_a_missing_point_leaves_a_gap():
    lines = plotted(spc.i_chart([4, 4, None, 4, 4], centre=9), unicode=True)
    dotted = next(line for line in lines if any("\u2800" < letter < "\u28ff" for letter in line))
    assert " " in dotted.split("│")[1].strip()


def test_a_chart_without_numbers_says_so():
    assert plotted(spc.i_chart([None, None]), unicode=True) == ["(no numbers to draw)"]


def test_shares_are_written_as_percentages():
    chart = spc.p_chart([3, 5, 4], n=[40, 41, 42])
    assert "%" in plotted(chart, unicode=True)[0]

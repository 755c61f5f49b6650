"""Charts as plain dictionaries, and back."""

import json
from datetime import date, datetime, timedelta

import pytest

import wellrun_spc as spc

DAYS = [date(2026, 3, 1) + timedelta(days=day) for day in range(8)]
VALUES = [3, 5, None, 4, 6, 5, 40, 4]


@pytest.mark.parametrize(
    "x",
    [
        None,
        DAYS,
        [datetime(2026, 3, 1, hour, 30) for hour in range(8)],
        list("abcdefgh"),
        [0.5 * k for k in range(8)],
    ],
    ids=["positions", "dates", "times", "labels", "numbers"],
)
def test_a_chart_survives_json_whatever_its_periods_are(x: list[object] | None) -> None:
    chart = spc.i_chart(VALUES, x=x, target=4, direction="decrease", phases=[7], freeze=6)
    assert chart.signals
    assert spc.Chart.from_dict(json.loads(chart.to_json("ward"))) == chart


def test_the_document_has_the_published_shape() -> None:
    stored = spc.p_chart([1, 2, 0], n=[10, 12, 9], x=DAYS[:3]).to_dict("ward 1")
    assert stored["schema"] == "wellrun-chart/1"
    (series,) = stored["series"]
    assert series["key"] == "ward 1"
    assert series["points"][1]["x"] == "2026-03-02"
    point = series["points"][0]
    assert {"x", "value", "centre", "lcl", "ucl", "sigma", "excluded", "signals"} <= point.keys()
    assert series["runs"].keys() == {"useful", "longest", "longest_max", "crossings", "crossings_min"}
    assert {"variation", "assurance", "sentence", "plain"} <= series["reading"].keys()


def test_missing_numbers_are_null_and_never_nan() -> None:
    text = spc.i_chart(VALUES, x=DAYS).to_json()
    assert "NaN" not in text
    assert json.loads(text)["series"][0]["points"][2]["value"] is None


def test_a_document_with_several_charts_asks_for_one() -> None:
    stored = spc.i_chart(VALUES).to_dict()
    with pytest.raises(
        spc.SeriesError, match=r"There are 2 charts in this document\. Pass one of its series\."
    ):
        spc.Chart.from_dict({**stored, "series": stored["series"] * 2})


def test_a_later_form_is_refused_with_what_to_do() -> None:
    with pytest.raises(
        spc.SeriesError, match="stored in the form wellrun-chart/9; this program reads wellrun-chart/1"
    ):
        spc.Chart.from_dict({"schema": "wellrun-chart/9", "series": []})


@pytest.mark.parametrize("broken", [{}, {"series": 3}, {"x_type": "moon"}, {"x_type": "date", "chart": "i"}])
def test_anything_else_is_refused_in_words(broken: dict[str, object]) -> None:
    with pytest.raises(spc.SeriesError, match="This is not a stored chart"):
        spc.Chart.from_dict(broken)

"""Numbers on drawings in the reader's style: everywhere a number stands, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg, sheet_svg

GERMAN = spc.number_style(decimal=",", thousands=".", percent=" %")
MONTHS = [date(2022 + at // 12, at % 12 + 1, 1) for at in range(24)]
SHARES = spc.p_chart([45, 40, 44, 39] * 6, n=[1250] * 24, x=MONTHS, target=0.035, direction="decrease")
VALUES = spc.i_chart([1234.5, 1300.25, 1250, 1900.75] * 6, x=[place / 2 for place in range(24)])
DRAWN: dict[str, Callable[..., str]] = {
    "p": SHARES.svg,
    "i": VALUES.svg,
    "small": spc.i_chart([0.25, 0.5, 0.125, 0.25]).svg,
    "huge": spc.i_chart([1.5e9, 2.5e10, 3e10]).svg,
    "beyond": spc.i_chart([1.5e17, 2.5e17, 3e17]).svg,
    "phases": spc.i_chart([3.5, 4.5, 5] * 8, phases=[spc.PhaseStart(12, "New team")], freeze=6).svg,
    "groups": spc.xbar_chart([[1.5, 2.5], [2.5, 3.75], [2, 4]] * 5).svg,
    "funnel": spc.funnel([3000, 9, 2500, 400], [40_000, 500, 70_000, 6000], units=list("abcd")).svg,
    "pareto": spc.pareto(["a", "b", "c"], [2500, 300, 20]).svg,
    "cusum": spc.cusum([3.5, 4, 5, 3, 9, 9, 9, 8, 9.5] * 2).svg,
    "vlad": spc.vlad([0, 1, 0, 0] * 6, [0.2, 0.35, 0.15, 0.3] * 6).svg,
}
ENGLISH_NUMBER = re.compile(r"\d\.\d{1,2}(?!\d)|\d,\d{3}|\d%")


def told(svg: str) -> list[str]:
    """All texts of a drawing, and what is told to people who hear it."""
    return [*re.findall(r">([^<>\n]+)<", svg), *re.findall(r'aria-label="([^"]*)"', svg)]


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("theme", ["page", "light"])
@pytest.mark.parametrize("name", DRAWN)
def test_no_number_is_left_in_english(name: str, form: str, theme: str) -> None:
    drawn = DRAWN[name](form=form, theme=theme, number=GERMAN, title="Chart")
    assert [text for text in told(drawn) if ENGLISH_NUMBER.search(text)] == []
    english = DRAWN[name](form=form, theme=theme, title="Chart")
    # the same words and numbers, and no mark of the style in English
    plain = str.maketrans({",": "", ".": "", "\u00a0": "", " ": ""})
    if form == "wide":
        assert [text.translate(plain) for text in told(drawn)] == [
            text.translate(plain) for text in told(english)
        ]


def test_axis_labels_tooltips_and_ends_are_in_the_style() -> None:
    texts = told(SHARES.svg(number=GERMAN))
    assert "Upper limit 4,9\u00a0%" in texts
    assert "January 2022: 3,6\u00a0% (45 of 1.250)" in texts
    assert "Target 3,5\u00a0%" in texts
    axis = told(spc.i_chart([0.25, 0.5, 0.125, 0.25]).svg(number=GERMAN))
    assert {"0,5", "1,0"} <= set(axis)
    assert "Point 11,5: 1.901" in told(VALUES.svg(number=GERMAN))


def test_an_end_label_that_has_no_room_keeps_its_whole_number() -> None:
    narrow = told(SHARES.svg(form="narrow", number=spc.number_style(decimal=",", percent=" %"), width=170))
    assert "4,9\u00a0%" in narrow


def test_a_notebook_follows_the_style_in_force_and_then_english_again() -> None:
    before = VALUES._repr_svg_()
    with spc.numbers_as(GERMAN):
        assert "Average 1.421" in VALUES._repr_svg_()
        with spc.numbers_as(None):
            assert "Average 1.421" in VALUES._repr_svg_()
        assert "99,8\u00a0%" in DRAWN["funnel"].__self__._repr_svg_()  # type: ignore[attr-defined]
    assert VALUES._repr_svg_() == before
    assert "Average 1,421" in before


def test_several_charts_and_lists_are_in_the_style() -> None:
    assert "4,9\u00a0%" in sheet_svg([("A", SHARES), ("B", SHARES)], number=GERMAN)
    assert "4,9\u00a0%" in spc.plot_multiples({"A": SHARES, "B": SHARES}, number=GERMAN)
    assert "range of 505 to 2.338" in chart_svg(VALUES, form="spark", number=GERMAN)


def test_a_stored_chart_without_messages_keeps_its_reading() -> None:
    stored = SHARES.to_dict()
    stored["series"][0]["reading"]["messages"] = []
    old = spc.Chart.from_dict(stored)
    assert SHARES.reading.plain in told(old.svg(theme="light", title="", number=GERMAN))[0]

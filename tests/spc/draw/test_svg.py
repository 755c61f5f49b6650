"""How SVG is written: numbers, escapes, paths."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.draw.svg import escape, num, path, points, steps


@pytest.mark.parametrize(
    ("value", "written"),
    [(12.0, "12"), (12.34, "12.3"), (-0.04, "0"), (-3.25, "-3.2"), (0, "0"), (1e6, "1000000")],
)
def test_numbers_are_rounded_once_and_written_briefly(value: float, written: str) -> None:
    assert num(value) == written


def test_markup_in_text_is_only_text() -> None:
    assert escape("<b>\"A\" & 'B'</b>") == "&lt;b&gt;&quot;A&quot; &amp; 'B'&lt;/b&gt;"


@given(st.text())
def test_any_text_at_all_can_stand_in_an_element_and_in_an_attribute(text: str) -> None:
    element = ET.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert element.get("b") == (element.text or "")


def test_paths_are_brief() -> None:
    corners = [(0.0, 10.0), (5.0, 10.0), (5.0, 20.0), (9.0, 20.0)]
    assert steps(corners) == "M0 10H5V20H9"
    assert steps([]) == ""
    assert path(corners[:2]) == "M0 10L5 10"
    assert points(corners[:2]) == "0,10 5,10"

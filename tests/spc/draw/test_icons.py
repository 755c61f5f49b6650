"""The signs of variation and assurance: shapes differ, so that colour is never alone."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

import pytest

import wellrun_spc as spc
from wellrun_spc.draw.png import png
from wellrun_spc.draw.signs import SIGNS, meanings, symbol
from wellrun_spc.results import Assurance, Variation

NAMED = [(name, side) for name in meanings() for side in ("high", "low")]


def test_every_variation_and_assurance_has_a_sign() -> None:
    assert set(meanings()) == {*Variation.__args__, *Assurance.__args__}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "side"), NAMED)
def test_a_sign_is_a_whole_picture_with_a_name(name: str, side: str) -> None:
    svg = spc.icon(name, side=side)
    root = Xml.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext("{http://www.w3.org/2000/svg}title") != ""
    assert "style" not in svg
    assert svg._repr_svg_() == svg
    assert png(svg).startswith(b"\x89PNG")


def test_signs_that_mean_different_things_differ_without_colour() -> None:
    bare = {
        re.sub(r'(fill|stroke)="#[0-9a-f]+"', "", spc.icon(name, side=side, label="")) for name, side in NAMED
    }
    assert len(bare) == len(SIGNS)


def test_a_reading_has_both_its_signs() -> None:
    reading = spc.i_chart([10, 12, 9, 11] * 6 + [40], direction="decrease", target=3).reading
    assert spc.icon(reading) == spc.icon("concerning", side="high")
    assert spc.icon(reading, of="assurance") == spc.icon("consistently_misses")
    assert 'aria-label="Concerning, high"' in spc.icon(reading)
    early = spc.i_chart([None]).reading
    assert 'aria-label="Too early to tell"' in spc.icon(early)
    assert 'aria-label="Target not judged"' in spc.icon("not_assessed", of="assurance")


def test_a_sign_beside_its_word_is_silent() -> None:
    svg = spc.icon("common_cause", label="", size=20, theme="dark")
    assert 'aria-hidden="true"' in svg
    assert "<title>" not in svg
    assert 'width="20"' in svg


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("better", {}, "There is no sign of better. Use one of improving"),
        ("improving", {}, "There is no sign of improving without a side."),
        ("improving", {"of": "size"}, "A reading has no size. Use variation or assurance."),
    ],
)
def test_a_sign_that_does_not_exist_is_refused(name, options, words) -> None:
    with pytest.raises(spc.SeriesError) as caught:
        spc.icon(name, **options)
    assert words in str(caught.value)


def test_a_page_gets_the_same_shapes_with_classes_for_its_style_sheet() -> None:
    for sign in SIGNS.values():
        root = Xml.fromstring(symbol(sign))
        assert root.get("id") == f"i-{sign.name}"
        assert all(part.get("class", "").startswith("vi-") for part in root)

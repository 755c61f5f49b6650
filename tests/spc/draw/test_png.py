"""Pictures as PNG, with the bundled font."""

import re
import struct
from importlib.resources import files

import pytest
from tests.spc.draw.pictures import restraints

from wellrun_spc.draw import chart_svg, sheet_svg
from wellrun_spc.draw.png import png

SVG = chart_svg(restraints(), theme="light", title="Restraints each week")


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_picture_has_twice_the_size_of_the_drawing_unless_said() -> None:
    height = int(re.findall(r'height="(\d+)"', SVG)[0])
    assert size(png(SVG)) == (1604, height * 2)
    assert size(png(SVG, scale=1)) == (802, height)


def test_its_words_are_seen() -> None:
    without_words = re.sub(r"<text.*?</text>", "", SVG)
    assert len(png(SVG, scale=1)) > 1.5 * len(png(without_words, scale=1))


def test_bold_words_are_bold_and_other_letters_are_other_letters() -> None:
    light = SVG.replace('font-weight="600"', 'font-weight="400"')
    assert png(SVG, scale=1) != png(light, scale=1)
    assert png(SVG.replace("Average", "Ąverąge"), scale=1) != png(SVG, scale=1)


def test_the_fonts_travel_with_their_licence() -> None:
    fonts = files("wellrun_spc.draw") / "fonts"
    names = sorted(file.name for file in fonts.iterdir())
    assert names == [
        "AtkinsonHyperlegibleNext-Regular.ttf",
        "AtkinsonHyperlegibleNext-SemiBold.ttf",
        "OFL.txt",
    ]
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text(encoding="utf-8")


def test_a_sheet_becomes_a_picture_too() -> None:
    assert size(png(sheet_svg([("Alder Ward", restraints())]), scale=1))[0] == 818


def test_what_is_not_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be made into a picture"):
        png("not a picture")

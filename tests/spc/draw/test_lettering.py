"""How much room words take: the fonts' own widths, shortening, wrapping."""

from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.draw.lettering import ELLIPSIS, shorten, text_width, wrap

TEXT = st.text(st.characters(codec="utf-8"), max_size=60)


def test_widths_are_those_of_the_font() -> None:
    assert text_width("W", 1000) == 856 * 1.02
    assert text_width("W", 1000, bold=True) == 877 * 1.02
    assert text_width("Wellrun", 26) == 2 * text_width("Wellrun", 13)


def test_letters_that_the_font_lacks_have_a_width_all_the_same() -> None:
    assert text_width("安", 10) > text_width("Ж", 10) > text_width("i", 10)
    assert text_width("e\u0327", 10) == text_width("e", 10)


def test_a_text_that_fits_is_left_alone() -> None:
    assert shorten("Huddles", 200, 13) == "Huddles"


def test_a_long_text_keeps_its_beginning() -> None:
    short = shorten("Percentage of people seen within four hours", 120, 13)
    assert short.endswith(ELLIPSIS)
    assert short.startswith("Percentage of")


def test_no_stump_of_a_word_is_left() -> None:
    assert shorten("Since huddles began", text_width("Since huddles be…", 13), 13) == "Since huddles…"
    assert (
        shorten("Since huddles stopped", text_width("Since huddles stop…", 13), 13) == "Since huddles stop…"
    )
    assert shorten("Alder Ward and more", text_width("Alder Ward…", 13), 13) == "Alder Ward…"


def test_without_room_nothing_is_written() -> None:
    assert shorten("Huddles", 3, 13) == ""


@given(TEXT, st.floats(0, 400), st.booleans())
def test_shortened_text_fits(text: str, room: float, bold: bool) -> None:
    assert text_width(shorten(text, room, 13, bold=bold), 13, bold=bold) <= room or text == ""


@given(TEXT, st.floats(20, 400), st.integers(1, 4))
def test_wrapped_text_fits_its_lines(text: str, room: float, lines: int) -> None:
    wrapped = wrap(text, room, 13, lines=lines)
    assert len(wrapped) <= lines
    assert all(text_width(line, 13) <= room for line in wrapped)


def test_text_is_broken_between_words() -> None:
    assert wrap("seen within four hours", text_width("seen within", 13), 13, lines=2) == [
        "seen within",
        "four hours",
    ]

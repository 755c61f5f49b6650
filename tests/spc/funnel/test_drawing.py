"""The picture of a funnel: what is marked, what is named, and that words never lie on each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spc.draw.pictures import collisions, read

from wellrun_spc.draw.axes import number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.form import FORMS
from wellrun_spc.draw.frame import Frame, inside
from wellrun_spc.draw.funnel import funnel_svg
from wellrun_spc.draw.layout import Box
from wellrun_spc.draw.names import Named, draw_names
from wellrun_spc.draw.palette import THEMES
from wellrun_spc.draw.png import png
from wellrun_spc.funnels import Funnel, funnel
from wellrun_spc.series import SeriesError

WARDS = ["Alder", "Beech", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel"]


def wards(**options: object) -> Funnel:
    return funnel(
        [12, 30, 9, 80, 41, 3, 1, 22],
        [200, 260, 190, 210, 400, 60, 300, 240],
        units=WARDS,
        target=0.1,
        **options,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_units_inside_are_circles_and_units_outside_are_triangles_with_their_names(form: str) -> None:
    picture = read(wards().svg(form=form))  # type: ignore[arg-type]
    assert len(picture.all("pt")) == 6
    assert picture.tips("pt pt--shift") == [unit.plain for unit in wards().outside]
    assert {"Damson", "Gorse"} <= set(picture.texts)
    assert "Alder" not in picture.texts


def test_lines_are_named_at_their_ends_and_not_in_a_legend() -> None:
    texts = read(wards().svg()).texts
    for words in (
        "Upper 99.8% limit",
        "Upper 95% limit",
        "Target 10%",
        "Lower 95% limit",
        "Lower 99.8% limit",
    ):
        assert words in texts
    pooled = funnel([12, 30, 9], [200, 260, 190])
    assert "Average 7.85%" in read(pooled.svg()).texts
    assert "Expected 1" in read(funnel([12, 30], expected=[15, 28]).svg()).texts


def test_units_asked_for_are_named_wherever_they_lie() -> None:
    picture = read(wards().svg(highlight=["Alder", "No such unit"]))
    assert "Alder" in picture.texts
    assert len([mark for mark in picture.all("mean") if mark.tag.endswith("circle")]) == 1


def test_a_point_tells_its_numbers_when_pointed_at() -> None:
    assert "Alder: 6% (12 of 200)" in read(wards().svg()).tips("pt")


def test_the_story_is_told_to_people_who_hear_the_chart() -> None:
    picture = read(wards().svg(title="Falls on 8 wards"))
    assert picture.title == f"Falls on 8 wards. {wards().plain}"
    assert "8 units. Target 10%." in picture.root.findtext("{http://www.w3.org/2000/svg}desc", "")


def test_a_file_of_its_own_carries_its_title_and_reading_and_can_do_without() -> None:
    assert "Falls on 8 wards" in read(wards().svg(title="Falls on 8 wards", theme="light")).texts
    bare = funnel_svg(wards(), title="Falls on 8 wards", theme="dark", heading=False)
    assert "Falls on 8 wards" not in read(bare).texts


def test_the_axes_say_what_they_show() -> None:
    texts = read(wards().svg(y_label="Stays with a fall", x_label="Stays in the year")).texts
    assert "Stays with a fall" in texts
    assert "Stays in the year" in texts
    assert "Expected number in each unit" in read(funnel([1, 2], expected=[1, 2]).svg()).texts


def test_adjusted_limits_are_drawn_where_they_are_in_force() -> None:
    plain, wide = wards(), wards(overdispersion="additive")
    assert wide.adjusted
    assert read(wide.svg()).points("limit") != read(plain.svg()).points("limit")


def test_a_funnel_of_many_units_stays_light_and_names_only_a_few() -> None:
    sizes = [50 + 7 * place for place in range(400)]
    found = funnel([size // (3 if place % 9 == 0 else 10) for place, size in enumerate(sizes)], sizes)
    svg = found.svg()
    assert len(svg) < 60_000
    assert any("with no room for a name here" in text for text in read(svg).texts)


def test_a_curve_is_cut_where_it_leaves_the_panel() -> None:
    frame = Frame(left=0, right=10, top=0, height=100, width=10, axis=number_axis([0, 1], from_zero=True))
    pieces = inside(frame, [(0, 2), (2, 0.5), (4, 1.5), (6, 1.5), (8, 0), (10, -1)])
    assert [[(round(x, 6), round(y, 6)) for x, y in piece] for piece in pieces] == [
        [(pytest.approx(4 / 3), 0), (2, 50), (3, 0)],
        [(pytest.approx(20 / 3, abs=1e-5), 0), (8, 100)],
    ]


def test_a_name_that_fits_nowhere_is_left_out_and_counted() -> None:
    canvas = Canvas(THEMES["page"], FORMS["wide"])
    crowd = [(float(x), float(y)) for x in range(0, 200, 8) for y in range(0, 200, 8)]
    wanted = [Named(96, 96, "A ward in a crowd")]
    within = Box(0, 0, 200, 200)
    assert draw_names(canvas, wanted, crowd, within=within, most=9) == wanted
    assert draw_names(canvas, wanted, [(96, 96)], within=within, most=0) == wanted
    assert draw_names(canvas, wanted, [(96, 96)], within=within, most=1) == []
    assert canvas.parts[-1].endswith("A ward in a crowd</text>")


def test_a_form_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(SeriesError, match="There is no form called spark"):
        wards().svg(form="spark")  # type: ignore[arg-type]


def test_a_notebook_shows_the_funnel() -> None:
    assert wards()._repr_svg_() == wards().svg(theme="light")
    assert png(wards().svg(theme="light")).startswith(b"\x89PNG")


UNITS = st.lists(
    st.tuples(st.integers(1, 2000), st.floats(0, 1), st.text("abcdefg MWi", max_size=30)),
    min_size=1,
    max_size=25,
)


@settings(max_examples=50)
@given(
    UNITS,
    st.sampled_from(["wide", "narrow"]),
    st.sampled_from(["page", "light"]),
    st.sampled_from(["exact", "arcsine"]),
    st.sampled_from(["none", "additive"]),
    st.none() | st.sampled_from([0.0, 0.03, 0.5, 1.0]),
)
def test_words_never_collide(units, form, theme, method, overdispersion, target) -> None:  # type: ignore[no-untyped-def]
    found = funnel(
        [round(size * share) for size, share, _ in units],
        [size for size, _, _ in units],
        units=[f"{name}{place}" for place, (_, _, name) in enumerate(units)],
        method=method,
        overdispersion=overdispersion,
        target=target,
    )
    svg = found.svg(form=form, theme=theme, title="A title of some length", y_label="Stays with a fall")
    assert collisions(read(svg)) == []
    assert svg == found.svg(
        form=form, theme=theme, title="A title of some length", y_label="Stays with a fall"
    )
    assert "style=" not in svg
    assert "nan" not in svg

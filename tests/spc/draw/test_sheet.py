"""Many charts on one sheet."""

import pytest
from tests.spc.draw.pictures import SVG, collisions, months, read, restraints

import wellrun_spc as spc
from wellrun_spc.draw import sheet_svg
from wellrun_spc.results import Result


def charts(count: int) -> list[tuple[str, Result]]:
    chart = spc.chart([5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5], x=months(12))
    return [(f"Ward {number}", chart) for number in range(1, count + 1)]


def test_every_chart_has_its_heading_and_a_name_of_its_own() -> None:
    root = read(sheet_svg(charts(3), title="Falls", id="f")).root
    cells = root.findall(f"{SVG}svg")
    assert [cell.get("aria-labelledby") for cell in cells] == ["f-1-wide-t", "f-2-wide-t", "f-3-wide-t"]
    assert [text.text for text in root.findall(f"{SVG}text")] == ["Ward 1", "Ward 2", "Ward 3"]
    assert (cells[0].findtext(f"{SVG}title") or "").startswith("Falls. Ward 1, April 2016 to March 2017. ")


def test_charts_stand_in_rows_and_columns_without_overlap() -> None:
    root = read(sheet_svg([*charts(4), ("Alder", restraints())], columns=3)).root
    cells = root.findall(f"{SVG}svg")
    places = [tuple(float(cell.attrib[name]) for name in ("x", "y", "width", "height")) for cell in cells]
    assert len({x for x, *_ in places}) == 3
    assert places[3][1] >= places[0][1] + max(height for *_, height in places[:3])
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    assert all(x + w <= width and y + h <= height for x, y, w, h in places)


def test_one_column_is_wide_and_more_are_narrow_unless_said() -> None:
    assert 'viewBox="0 0 770' in sheet_svg(charts(1))
    assert 'viewBox="0 0 336' in sheet_svg(charts(2), columns=2)
    assert 'viewBox="0 0 320 76"' in sheet_svg(charts(2), columns=2, form="spark")


def test_a_sheet_can_lie_on_a_page_or_stand_alone() -> None:
    assert 'class="plot plot--wide"' in sheet_svg(charts(1), theme="page")
    assert "class=" not in sheet_svg(charts(1))
    assert '<rect width="818"' in sheet_svg(charts(1), theme="dark")
    assert "<rect" not in sheet_svg(charts(1), theme="page")


def test_a_long_heading_is_shortened_to_its_chart() -> None:
    sheet = read(sheet_svg([("Ward " * 60, charts(1)[0][1])] * 2, columns=2))
    heading = next(word for word in sheet.words if word.text.startswith("Ward"))
    assert heading.text.endswith("…")
    assert heading.box.right - heading.box.left < 336


def test_an_empty_sheet_is_a_sheet() -> None:
    assert collisions(read(sheet_svg([]))) == []


def test_a_sheet_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1 column; it was given 0"):
        sheet_svg(charts(1), columns=0)

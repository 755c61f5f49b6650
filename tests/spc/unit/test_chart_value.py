"""A chart as a value: it compares, prints, and shows itself."""

from __future__ import annotations

from xml.etree import ElementTree

import wellrun_spc as spc


def test_the_same_data_make_the_same_chart() -> None:
    assert spc.i_chart([1, 2, 3]) == spc.i_chart([1, 2, 3])
    assert spc.i_chart([1, 2, 3]) != spc.i_chart([1, 2, 4])


def test_a_chart_draws_itself() -> None:
    chart = spc.i_chart([1, 2, 3, 2, 1, 2], target=2, direction="increase")
    for drawn in (chart.svg(title="Falls"), chart.svg(form="spark"), chart._repr_svg_()):
        assert ElementTree.fromstring(drawn).tag.endswith("svg")


def test_each_verb_makes_its_kind() -> None:
    made = [
        spc.run_chart([1, 2]), spc.i_chart([1, 2]), spc.mr_chart([1, 2]),
        spc.p_chart([1, 2], [3, 4]), spc.u_chart([1, 2], n=[3, 4]), spc.c_chart([1, 2]),
    ]  # fmt: skip
    assert [chart.chart for chart in made] == ["run", "i", "mr", "p", "u", "c"]
    assert all(isinstance(chart, spc.Chart) and isinstance(chart, spc.Result) for chart in made)


def test_what_the_package_offers_is_listed() -> None:
    assert all(hasattr(spc, name) for name in spc.__all__)
    assert sorted(spc.__all__) == sorted(set(spc.__all__))

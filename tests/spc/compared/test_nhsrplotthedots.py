"""Wellrun's nhs-mdc/1 and NHSRplotthedots 0.2.2 agree to 1e-9, apart from the departures listed here."""

from __future__ import annotations

import pytest
from tests.spc.compared import nhs
from tests.spc.compared.oracle import cases

import wellrun_spc as spc

ALL = [
    pytest.param(facet, id="-".join(filter(None, (case["case"], facet.name))))
    for case in cases("nhsrplotthedots")
    if case["status"] == "ok"
    for facet in nhs.facets(case)
]
REFUSED = {case["tag"]: case for case in cases("nhsrplotthedots") if case["status"] != "ok"}


def never_varies(facet: nhs.Facet) -> bool:
    """The peer screens out every moving range, and has no limits then."""
    return facet.case["tag"] == "constant"


def has_no_sensible_icon(facet: nhs.Facet) -> bool:
    """The peer shows an assurance icon without a target, or without limits."""
    return (facet.case["tag"], facet.name) in {("facets targets", "S2"), ("n 1", None), ("constant", None)}


@pytest.mark.parametrize("facet", ALL)
def test_centre_lines_and_limits_agree(facet: nhs.Facet) -> None:
    chart = nhs.chart_of(facet)
    if never_varies(facet):
        assert {(point.lcl, point.centre, point.ucl) for point in chart.points} == {(100.0,) * 3}
    else:
        assert nhs.line_differences(facet, chart) == []


@pytest.mark.parametrize("facet", ALL)
def test_signals_agree_point_by_point(facet: nhs.Facet) -> None:
    assert nhs.signal_differences(facet, nhs.chart_of(facet)) == []


@pytest.mark.parametrize("facet", ALL)
def test_both_verdicts_agree(facet: nhs.Facet) -> None:
    chart = nhs.chart_of(facet)
    if has_no_sensible_icon(facet):
        facet = facet._replace(icon={**facet.icon, "assurance_type": nhs.ASSURANCE[chart.reading.assurance]})
    assert nhs.icon_differences(facet, chart) == []


def test_a_series_that_makes_the_peer_stop_is_charted() -> None:
    (facet,) = nhs.facets(
        REFUSED["missing inside a monotone stretch"] | {"icons": {"facet": [None]}, "points": {}}
    )
    assert nhs.chart_of(facet).reading.variation in ("common_cause", "improving", "concerning")


def test_duplicate_dates_are_refused_by_both() -> None:
    (facet,) = nhs.facets(REFUSED["duplicate dates"] | {"icons": {"facet": [None]}, "points": {}})
    with pytest.raises(spc.SeriesError, match=r"This period is already in row \d+\."):
        nhs.chart_of(facet)

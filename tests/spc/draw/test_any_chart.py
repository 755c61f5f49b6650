"""Whatever the series: the drawing is well formed, and no words lie on each other or leave it."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.spc.draw.pictures import collisions, read

import wellrun_spc as spc
from wellrun_spc.draw import Annotation, chart_svg

KINDS = st.sampled_from(spc.CHARTS)
NAMES = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=60)


@st.composite
def periods(draw: st.DrawFn, count: int) -> list[object] | None:
    kind = draw(st.sampled_from(["none", "dates", "months", "labels"]))
    start = draw(st.dates(date(1950, 1, 1), date(2060, 1, 1)))
    if kind == "none":
        return None
    if kind == "labels":
        return [f"{draw(NAMES)} {index}" for index in range(count)]
    if kind == "months":
        first = start.year * 12 + start.month - 1
        return [date((first + i) // 12, (first + i) % 12 + 1, 1) for i in range(count)]
    step = draw(st.integers(1, 400))
    return [start + timedelta(step * index) for index in range(count)]


@st.composite
def results(draw: st.DrawFn) -> spc.Chart:
    count = draw(st.integers(1, 60))
    kind = draw(KINDS)
    size = draw(st.sampled_from([1, 10, 1000, 1_000_000]))
    whole = st.integers(0, 30 * size)
    number = st.floats(-size * 30, size * 30) if kind in ("run", "i", "mr", "xbar", "s") else whole
    one = st.lists(number, max_size=4) if kind in ("xbar", "s") else st.none() | number
    values = draw(st.lists(one, min_size=count, max_size=count))
    starts = draw(st.lists(st.integers(1, count - 1), max_size=4, unique=True)) if count > 1 else []
    try:
        return spc.chart(
            values,
            chart=kind,
            x=draw(periods(count)),
            n=draw(st.lists(st.integers(1, 2).map((30 * size).__mul__), min_size=count, max_size=count))
            if kind in ("p", "u", "np", "p_prime", "u_prime", "i_prime")
            else None,
            phases=[spc.PhaseStart(at=at, name=draw(NAMES)) for at in sorted(starts)],
            excluded=draw(st.lists(st.integers(0, count - 1), max_size=3, unique=True)),
            freeze=draw(st.none() | st.integers(1, count)),
            target=draw(st.none() | st.floats(0, 1)),
            direction=draw(st.sampled_from(["increase", "decrease", "neutral"])),
            rules=draw(st.sampled_from(["anhoej/1", "nhs-mdc/1"])),
        )
    except spc.SeriesError:
        return spc.chart([1, 2, 3])


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    chart=results(),
    form=st.sampled_from(["wide", "narrow"]),
    theme=st.sampled_from(["page", "dark"]),
    words=NAMES,
    last=st.none() | st.integers(1, 30),
    data=st.data(),
)
def test_words_never_collide(chart, form, theme, words, last, data) -> None:  # type: ignore[no-untyped-def]
    places = data.draw(st.lists(st.sampled_from([point.x for point in chart.points]), max_size=5))
    svg = chart_svg(
        chart,
        form=form,
        theme=theme,
        title=words,
        y_label=words,
        last=last,
        annotations=[Annotation(place, words) for place in places],
    )
    assert collisions(read(svg)) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(chart=results(), words=NAMES)
def test_a_sparkline_is_always_small(chart, words) -> None:  # type: ignore[no-untyped-def]
    svg = chart_svg(chart, form="spark", title=words)
    read(svg)
    assert len(svg.encode()) < 4_500

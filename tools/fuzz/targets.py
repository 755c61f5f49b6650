"""What is tried. A target may refuse in words (`SeriesError`, `TableError`); any other error is a finding."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from xml.etree import ElementTree as Xml

import wellrun_spc as spc
from tools.fuzz.given import (
    ODD,
    Given,
    count,
    length,
    listed,
    maybe,
    number,
    one_of,
    places,
    size,
    text,
    xs,
)  # fmt: skip
from tools.fuzz.many import files, panels
from wellrun.exchange.columns import guess_roles
from wellrun.exchange.dataset import in_file, series_from
from wellrun.exchange.dates import written_in
from wellrun.exchange.tables import FOR_PAGES, TableError, read_table
from wellrun_spc.draw import Annotation
from wellrun_spc.messages import Message
from wellrun_spc.series.kinds import COUNTS, WITH_DENOMINATORS

BROKEN = re.compile(r'="[^"]*\b(?:nan|inf)\b[^"]*"')
"""A coordinate that is no number."""


def drawn(svg: str) -> None:
    """A drawing is whole, and each coordinate in it is a number."""
    Xml.fromstring(svg)  # noqa: S314 - our own drawing
    bare = re.sub(r'(?:aria-label|aria-labelledby|id)="[^"]*"', "", svg)
    found = BROKEN.search(bare)
    assert found is None, found  # noqa: S101 - a finding


STYLE = spc.number_style(decimal=",", thousands="\u202f", percent=" %")


def told(*messages: Message) -> None:
    """Every message is said in another style, with nothing left out."""
    for each in messages:
        assert spc.render(each, spc.english(), STYLE), each  # noqa: S101


def kept(made: spc.Chart | spc.Funnel | spc.Pareto | spc.Cumulative) -> None:
    """What is stored as JSON and read back is the same."""
    stored = json.loads(made.to_json())
    assert type(made).from_dict(stored) == made, "not the same when read back"  # noqa: S101


def chart(given: Given) -> None:
    """Every chart with every option."""
    kind, points = one_of(given, *spc.CHARTS), length(given)
    counts = kind in COUNTS
    values = listed(given, count if counts else number, points)
    needs_n = kind in WITH_DENOMINATORS
    n = listed(given, size, points) if needs_n or given.ConsumeIntInRange(0, 7) == 7 else None
    made = spc.chart(
        values,
        chart=kind,
        x=xs(given, points),
        n=None if kind == "c" else n,
        notes=listed(given, text, points) if given.ConsumeIntInRange(0, 15) == 15 else None,
        excluded=places(given, points),
        suppressed=places(given, points),
        phases=_phases(given, points),
        freeze=maybe(given, lambda g: one_of(g, g.ConsumeIntInRange(0, 70), *ODD)),
        target=maybe(given, lambda g: one_of(g, number(g), listed(g, number, points))),
        direction=one_of(given, "increase", "decrease", "neutral"),
        rules=one_of(given, *spc.RULE_SETS),
        screen=one_of(given, None, "once", "never", True),
        multiply=one_of(given, 1, 1, 1, 1000, number(given)),
        bridge_gaps=given.ConsumeBool(),
        centre=maybe(given, number),
        percent=one_of(given, None, True, False),
    )
    kept(made)
    drawn(made.svg(
        form=one_of(given, "wide", "narrow", "spark"),
        title=text(given),
        y_label=text(given),
        last=maybe(given, lambda g: g.ConsumeIntInRange(-2, 70)),
        theme=one_of(given, "page", "light", "dark"),
        number=one_of(given, None, STYLE),
        annotations=[Annotation(point.x, text(given)) for point in made.points[:3]],
    ))  # fmt: skip
    told(*made.reading.messages, *made.notice_messages)
    for signal in made.signals:
        told(*signal.messages)
    for suggestion in spc.suggest_phases(made):
        told(*suggestion.messages)


def _phases(given: Given, points: int) -> object:
    found = places(given, points)
    if found and given.ConsumeBool() and isinstance(found, list):
        return [spc.PhaseStart(at, text(given), text(given), maybe(given, number)) for at in found]
    return found


def funnel(given: Given) -> None:
    """Every kind, method and adjustment."""
    units = length(given)
    ratio = given.ConsumeBool()
    sizes = listed(given, size, units)
    made = spc.funnel(
        listed(given, count, units),
        None if ratio else sizes,
        expected=sizes if ratio else None,
        units=listed(given, text, units) if given.ConsumeBool() else None,
        kind=None if ratio else one_of(given, None, "proportion", "rate"),
        method=one_of(given, "exact", "exact", "prediction", "arcsine", "log", "shmi", "cqc"),
        level=one_of(given, 95, 99.8),
        overdispersion=one_of(given, "none", "additive", "multiplicative"),
        trim=one_of(given, 0.1, 0, 0.49, number(given)),
        target=maybe(given, number),
        multiply=one_of(given, 1, 1, 1000, number(given)),
    )
    kept(made)
    drawn(made.svg(
        form=one_of(given, "wide", "narrow"), title=text(given), theme="light",
        number=one_of(given, None, STYLE),
    ))  # fmt: skip


def pareto(given: Given) -> None:
    """Kinds one by one, or with their counts."""
    kinds = length(given)
    made = spc.pareto(
        [one_of(given, given.ConsumeUnicode(3), number(given), "Falls", "Other") for _ in range(kinds)],
        listed(given, count, kinds) if given.ConsumeBool() else None,
        top=maybe(given, lambda g: g.ConsumeIntInRange(-1, 20)),
        keep_missing=given.ConsumeBool(),
    )
    kept(made)
    drawn(made.svg(
        form=one_of(given, "wide", "narrow"), title=text(given), theme="light",
        number=one_of(given, None, STYLE),
    ))  # fmt: skip


def cumulative(given: Given) -> None:
    """CUSUM, EWMA, Bernoulli CUSUM and VLAD."""
    kind, points = given.ConsumeIntInRange(0, 3), length(given)
    common = {
        "x": xs(given, points),
        "excluded": places(given, points),
        "direction": one_of(given, "increase", "decrease", "neutral"),
    }
    outcomes = [one_of(given, 0, 0, 0, 1, None, True, number(given)) for _ in range(points)]
    odds = one_of(given, 2.0, 0.5, number(given))
    made: spc.Cumulative
    if kind < 2:
        values = listed(given, number, points)
        common |= {"centre": maybe(given, number), "sigma": maybe(given, number)}
        common |= {"freeze": maybe(given, lambda g: g.ConsumeIntInRange(0, 70))}
        k, h = one_of(given, 0.5, number(given)), one_of(given, 5, number(given))
        made = (
            spc.cusum(values, k=k, h=h, headstart=one_of(given, 0, number(given)), **common)
            if kind
            else spc.ewma(values, lam=one_of(given, 0.2, 1, number(given)), width=h, **common)
        )
    elif kind == 2:
        p0 = one_of(given, None, given.ConsumeFloatInRange(0, 1), number(given))
        limit = one_of(given, 3.5, number(given))
        made = spc.bernoulli_cusum(outcomes, p0=p0, odds_ratio=odds, limit=limit, **common)
    else:
        risks = [one_of(given, given.ConsumeFloatInRange(0, 1), number(given)) for _ in range(points)]
        made = spc.vlad(outcomes, risks, odds_ratio=odds, reset=given.ConsumeBool(), **common)
    kept(made)
    drawn(made.svg(
        form=one_of(given, "wide", "narrow"), title=text(given), theme="light",
        number=one_of(given, None, STYLE),
    ))  # fmt: skip


def others(given: Given) -> None:
    """Capability and recommendations."""
    points = length(given)
    values = listed(given, number, points)
    if given.ConsumeBool():
        bounds = {name: maybe(given, number) for name in ("upper", "target")}
        json.dumps(spc.capability(values, lower=number(given), **bounds).to_dict(), allow_nan=False)
    else:
        spc.recommend(values, n=listed(given, size, points) if given.ConsumeBool() else None)


CHARTED = spc.chart(
    [3, 4, None, 5, 9, 2, 1, 4] * 3, target=5, direction="decrease", phases=[12], freeze=20
).to_dict()
STORED: Mapping[str, tuple[type, dict[str, object]]] = {
    "chart": (spc.Chart, CHARTED),
    "funnel": (spc.Funnel, spc.funnel([3, 9, 2], [40, 50, 70]).to_dict()),
    "pareto": (spc.Pareto, spc.pareto(["a", "b", "a"]).to_dict()),
    "cumulative": (spc.Cumulative, spc.cusum([3, 4, 5, 3, 9, 9, 9]).to_dict()),
}


def portable(given: Given) -> None:
    """A stored chart with something in it changed, moved or gone."""
    kind, whole = STORED[one_of(given, *STORED)]
    document = json.loads(json.dumps(whole))
    for _ in range(given.ConsumeIntInRange(1, 3)):
        _damage(given, document)
    kind.from_dict(document)  # type: ignore[attr-defined]


def _damage(given: Given, node: object) -> None:
    """Change one thing somewhere in a document."""
    while isinstance(node, (dict, list)) and node:
        key = one_of(given, *node) if isinstance(node, dict) else given.ConsumeIntInRange(0, len(node) - 1)
        inside = node[key]
        if not (isinstance(inside, (dict, list)) and inside) or given.ConsumeIntInRange(0, 7) == 7:
            bad = one_of(given, None, 0, -1, 1e999, "", "x", [], {}, [1], True, given.ConsumeUnicode(3))
            if given.ConsumeBool():
                del node[key]
            else:
                node[key] = bad
            return
        node = inside


def table(given: Given) -> None:
    """Any bytes as a file, to the charts that they give."""
    survive(given.ConsumeBytes(given.remaining_bytes()))


def workbook(given: Given) -> None:
    """A workbook whose parts are anything."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/") and given.ConsumeIntInRange(0, 2) == 2:
                place = given.ConsumeIntInRange(0, len(part))
                part = part[:place] + given.ConsumeBytes(20) + part[place + given.ConsumeIntInRange(0, 20) :]
            new.writestr(name, part)
    survive(packed.getvalue())


def dates(given: Given) -> None:
    """Any text as a date."""
    written_in(given.ConsumeUnicode(60))


def survive(content: bytes) -> None:
    """A file to charts, or a refusal."""
    found = read_table(content, limits=FOR_PAGES)
    guess = guess_roles(found)
    data = series_from(found, guess.roles, dates="day-first" if guess.questions else None, skip_bad=True)
    for series in data.series[:3]:
        try:
            made = spc.chart(series.values, x=series.x, chart="i")
        except spc.SeriesError as error:
            in_file(error, series, guess.roles)
        else:
            drawn(made.svg())


def _workbook() -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - only this target needs it

    packed = io.BytesIO()
    book = Workbook(packed)
    sheet = book.add_worksheet("Data")
    for row, cells in enumerate(
        [("date", "falls"), ("2021-01-01", 3), ("2021-02-01", 4), ("2021-03-01", "*")]
    ):
        sheet.write_row(row, 0, cells)
    book.close()
    return packed.getvalue()


WORKBOOK = _workbook()
TARGETS: Mapping[str, Callable[[Given], None]] = {
    each.__name__: each
    for each in (chart, panels, files, funnel, pareto, cumulative, others, portable, table, workbook, dates)
}


def tried(name: str, given: Given) -> None:
    """One try; a refusal in words is an answer."""
    with suppress(spc.SeriesError, TableError):
        TARGETS[name](given)

"""A result as plain dictionaries: numbers, text, lists, true, false and null; never NaN."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from wellrun_spc.portable.documents import as_lists
from wellrun_spc.results import Phase, Point, Reading, Result, Runs, Signal, X

SCHEMA = "wellrun-chart/1"
"""Name and version of the shape. A key may be added to it; one that changes or goes makes version 2."""


def document(charts: Iterable[tuple[str, Result]]) -> dict[str, object]:
    """Many charts as one document; each has a key that tells it from the others."""
    return {"schema": SCHEMA, "series": [series_dict(result, key) for key, result in charts]}


def series_dict(result: Result, key: str = "") -> dict[str, object]:
    """One chart. Dates are ISO text; ``x_type`` says what the text in x was."""
    return {
        "key": key,
        "chart": result.chart,
        "rules": result.rules,
        "direction": result.direction,
        "target": result.target,
        "multiply": result.multiply,
        "screened": result.screened,
        "percent": result.percent,
        "period": result.period,
        "x_type": x_type(result.points[0].x),
        "points": [_point(point) for point in result.points],
        "phases": [_phase(phase) for phase in result.phases],
        "signals": [_signal(signal) for signal in result.signals],
        "runs": _runs(result.runs),
        "reading": _reading(result.reading),
        "notices": list(result.notices),
        "notice_messages": as_lists(result.notice_messages),
    }


def x_type(x: X) -> str:
    """What kind of period this is: date, time, number or label."""
    if isinstance(x, datetime):
        return "time"
    if isinstance(x, date):
        return "date"
    return "label" if isinstance(x, str) else "number"


def _x(x: X | None) -> float | int | str | None:
    return x.isoformat() if isinstance(x, date) else x


def _point(point: Point) -> dict[str, object]:
    return {
        "x": _x(point.x),
        "value": point.value,
        "numerator": point.numerator,
        "n": point.denominator,
        "centre": point.centre,
        "lcl": point.lcl,
        "ucl": point.ucl,
        "sigma": point.sigma,
        "target": point.target,
        "phase": point.phase,
        "excluded": point.excluded,
        "suppressed": point.suppressed,
        "used": point.used,
        "lcl_clipped": point.lcl_clipped,
        "ucl_clipped": point.ucl_clipped,
        "note": point.note,
        "signals": list(point.signals),
    }


def _runs(runs: Runs) -> dict[str, object]:
    return {
        "useful": runs.useful,
        "longest": runs.longest,
        "longest_max": runs.longest_max,
        "crossings": runs.crossings,
        "crossings_min": runs.crossings_min,
    }


def _phase(phase: Phase) -> dict[str, object]:
    return {
        "index": phase.index,
        "start": phase.start,
        "end": phase.end,
        "baseline_end": phase.baseline_end,
        "name": phase.name,
        "reason": phase.reason,
        "n_used": phase.n_used,
        "centre": phase.centre,
        "sigma": phase.sigma,
        "lcl": phase.lcl,
        "ucl": phase.ucl,
        "mean_range": phase.mean_range,
        "frozen": phase.frozen,
        "trial": phase.trial,
        "runs": _runs(phase.runs),
        "middle": phase.middle,
        "sigma_z": phase.sigma_z,
    }


def _signal(signal: Signal) -> dict[str, object]:
    return {
        "rule": signal.rule,
        "phase": signal.phase,
        "positions": list(signal.positions),
        "side": signal.side,
        "sentence": signal.sentence,
        "plain": signal.plain,
        "located": signal.located,
        "clear": signal.clear,
        "messages": as_lists(signal.messages),
    }


def _reading(reading: Reading) -> dict[str, object]:
    return {
        "variation": reading.variation,
        "assurance": reading.assurance,
        "sentence": reading.sentence,
        "plain": reading.plain,
        "word": reading.word,
        "assurance_word": reading.assurance_word,
        "assurance_plain": reading.assurance_plain,
        "side": reading.side,
        "since": _x(reading.since),
        "mixed": reading.mixed,
        "reason": reading.reason,
        "messages": as_lists(reading.messages),
    }

"""A finding in words: the pattern itself, plainly and in the field's terms."""

from __future__ import annotations

from collections.abc import Callable

from wellrun_spc.messages import Message, render
from wellrun_spc.readings.scene import Scene
from wellrun_spc.results import Signal
from wellrun_spc.rules import Finding


def signal_of(finding: Finding, phase: int, scene: Scene) -> Signal:
    """The signal, with its sentence and its plain twin."""
    return Signal(
        rule=finding.rule,
        phase=phase,
        positions=finding.positions,
        side=finding.side,
        sentence=render(field_message(finding, phase, scene)),
        plain=render(plain_message(finding, phase, scene)),
        located=finding.located,
    )


def plain_message(finding: Finding | Signal, phase: int, scene: Scene) -> Message:
    """The pattern in everyday words."""
    return _PLAIN.get(finding.rule, _run)(finding, phase, scene)


def _when(finding: Finding | Signal, scene: Scene) -> str:
    return "now" if finding.positions[-1] == scene.latest else "then"


def _ends(finding: Finding | Signal, scene: Scene) -> dict[str, object]:
    first, last = finding.positions[0], finding.positions[-1]
    return {"first": scene.named(first), "last": scene.named(last)}


def _outside(finding: Finding | Signal, phase: int, scene: Scene) -> Message:
    if scene.chart == "mr":
        return _jump(finding, scene)
    return _stretch(finding, scene, scene.limit_line(finding.positions, finding.side))


def _jump(finding: Finding | Signal, scene: Scene) -> Message:
    name = "jump" if len(finding.positions) == 1 else "jumps"
    last = finding.positions[-1]
    line = ("line.range", {"value": scene.limit_line(finding.positions, "high")[1].get("value", "")})
    return f"{name}.{_when(finding, scene)}", {
        "period": scene.period,
        "moment": scene.moment(last)
        if _when(finding, scene) == "now" and name == "jump"
        else scene.named(last),
        "counted": scene.counted(len(finding.positions)),
        "line": line,
    }


def _run(finding: Finding | Signal, phase: int, scene: Scene) -> Message:
    return _stretch(finding, scene, scene.centre_line(phase))


def _stretch(finding: Finding | Signal, scene: Scene, line: Message) -> Message:
    count, last, when = len(finding.positions), finding.positions[-1], _when(finding, scene)
    if count == 1:
        return f"one.{finding.side}.{when}", {
            "period": scene.period,
            "moment": scene.moment(last),
            "Moment": scene.named(last, "Moment"),
            "line": line,
        }
    whole = last - finding.positions[0] + 1 == count
    name = "run" if whole or when == "then" else "skip"
    return f"{name}.{finding.side}.{when}", {
        "counted": scene.counted(count), "line": line, **_ends(finding, scene),
    }  # fmt: skip


def _trend(finding: Finding | Signal, phase: int, scene: Scene) -> Message:
    start, end = scene.values[finding.positions[0]], scene.values[finding.positions[-1]]
    assert start is not None
    assert end is not None
    return f"trend.{finding.side}.{_when(finding, scene)}", {
        "counted": scene.counted(len(finding.positions)),
        "from": scene.number(start),
        "to": scene.number(end),
        **_ends(finding, scene),
    }


def _near(finding: Finding | Signal, phase: int, scene: Scene) -> Message:
    positions, high = finding.positions, finding.side == "high"
    beyond = any(_is_beyond(scene, i, high) for i in positions)
    window = max(3, positions[-1] - positions[0] + 1)
    return f"{'past' if beyond else 'near'}.{finding.side}.{_when(finding, scene)}", {
        "count": len(positions),
        "counted": scene.counted(window),
        "line": scene.limit_line(positions, finding.side),
        **_ends(finding, scene),
    }


def _is_beyond(scene: Scene, position: int, high: bool) -> bool:
    value, limit = scene.values[position], (scene.upper if high else scene.lower)[position]
    return value is not None and limit is not None and (value > limit if high else value < limit)


def _crossings(finding: Finding | Signal, phase: int, scene: Scene) -> Message:
    runs = scene.phases[phase].runs
    form = ("none", "one")[runs.crossings] if runs.crossings < 2 else "other"
    line = "line.middle.bare" if scene.chart == "run" else "line.average.bare"
    return f"crossings.{form}", {
        "count": runs.crossings,
        "line": (line, {}),
        "counted": scene.counted(runs.useful),
        "expected": runs.crossings_min,
    }


_PLAIN: dict[str, Callable[[Finding | Signal, int, Scene], Message]] = {
    "outside": _outside,
    "trend": _trend,
    "two_of_three": _near,
    "crossings": _crossings,
}


def field_message(finding: Finding, phase: int, scene: Scene) -> Message:
    """The pattern in the field's words."""
    described = scene.phases[phase]
    assert described.centre is not None
    runs = described.runs
    name = "field.crossings" if finding.rule == "crossings" else f"field.{finding.rule}.{finding.side}"
    return name, {
        "counted": ("count.point.one" if len(finding.positions) == 1 else "count.point.other",
                    {"count": len(finding.positions)}),
        "centre": scene.number(described.centre),
        "where": where(finding, scene),
        "useful": runs.useful,
        "crossings": runs.crossings,
        "expected": runs.crossings_min if finding.rule == "crossings" else runs.longest_max,
    }  # fmt: skip


def where(finding: Finding | Signal, scene: Scene) -> Message:
    """The periods a signal rests on: "6 April 2026", or "2 February 2026 to 6 April 2026"."""
    first, last = finding.positions[0], finding.positions[-1]
    return "field.where.one" if first == last else "field.where.other", {
        "first": scene.moment(first), "last": scene.moment(last),
    }  # fmt: skip

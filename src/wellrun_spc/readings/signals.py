"""A finding in words: the pattern itself, plainly and in the field's terms."""

from __future__ import annotations

from collections.abc import Callable

from wellrun_spc.messages import Message, render
from wellrun_spc.readings.patterns import (
    COUNTED,
    MIXED,
    beyond_one_sigma,
    counted_field,
    counted_plain,
    in_a_row,
    is_often,
)
from wellrun_spc.readings.places import Pattern, ends_of, when_of, where
from wellrun_spc.readings.scene import LINE_NAMES, Scene
from wellrun_spc.results import Signal
from wellrun_spc.rules import Finding

ABOUT_MIDDLE = frozenset({"shift", "longest_run", "crossings"})
"""On g charts these look at the median."""


def signal_of(finding: Finding, phase: int, scene: Scene) -> Signal:
    """The signal, with its sentence and its plain twin."""
    messages = field_message(finding, phase, scene), plain_message(finding, phase, scene)
    sentence, plain = map(render, messages)
    return Signal(
        rule=finding.rule,
        phase=phase,
        positions=finding.positions,
        side=finding.side,
        sentence=sentence,
        plain=plain,
        located=finding.located,
        clear=finding.clear,
        messages=messages,
    )


def plain_message(pattern: Pattern, phase: int, scene: Scene) -> Message:
    """The pattern in everyday words."""
    if pattern.rule == "crossings":
        return _crossings(phase, scene)
    if pattern.rule in COUNTED:
        return counted_plain(pattern, phase, scene)
    return _PLAIN.get(pattern.rule, _other)(pattern, scene)


def field_message(pattern: Pattern, phase: int, scene: Scene) -> Message:
    """The pattern in the field's words."""
    if pattern.rule in COUNTED:
        return counted_field(pattern, phase, scene)
    facts: dict[str, object] = {
        "counted": scene.counted(len(pattern.positions), "point"),
        "centre": scene.level(*pattern.positions),
        "where": where(pattern, scene),
    }
    middle = scene.phases[phase].middle
    if middle is not None and pattern.rule in ABOUT_MIDDLE:
        name, facts = _about_runs(pattern, phase, scene, facts | {"centre": scene.number(middle)})
        return f"{name}.median", facts
    if pattern.rule in MIXED:
        return f"field.{pattern.rule}", facts
    return _about_runs(pattern, phase, scene, facts)


def _about_runs(pattern: Pattern, phase: int, scene: Scene, facts: dict[str, object]) -> Message:
    """Patterns named by their side; long runs and crossings with what chance would give."""
    if pattern.rule not in ("longest_run", "crossings"):
        known = pattern.rule in _PLAIN
        return f"field.{pattern.rule}.{pattern.side}" if known else "field.pattern", facts | {
            "rule": pattern.rule
        }
    runs = scene.phases[phase].runs
    facts["useful"] = scene.counted(runs.useful, "point")
    if pattern.rule == "longest_run":
        return f"field.longest_run.{pattern.side}", facts | {"most": runs.longest_max}
    return "field.crossings", facts | {"crossings": runs.crossings, "least": runs.crossings_min}


def meaning_of(leading: Pattern, phase: int, scene: Scene) -> Message | None:
    """What else to say about the signal that a verdict follows, where its sentence is not enough."""
    if leading.rule in MIXED or is_often(leading, phase, scene):
        return f"mixed.{leading.rule}", {}
    if leading.located:
        return None
    if not leading.clear:
        return "side.unclear", {}
    return f"side.{leading.side}", {"line": scene.run_line(scene.latest)}


def _outside(pattern: Pattern, scene: Scene) -> Message:
    line = scene.limit_line(pattern.positions, pattern.side)
    return _jump(pattern, scene, line) if scene.chart == "mr" else _stretch(pattern, scene, line)


def _run(pattern: Pattern, scene: Scene) -> Message:
    return _stretch(pattern, scene, scene.run_line(*pattern.positions))


def _jump(pattern: Pattern, scene: Scene, line: Message) -> Message:
    when, last = when_of(pattern, scene), pattern.positions[-1]
    if len(pattern.positions) > 1:
        counted = scene.counted(len(pattern.positions))
        return f"jumps.{when}", {"counted": counted, "line": line, **ends_of(pattern, scene)}
    if when == "now":
        return "jump.now", {"period": scene.each(), "moment": scene.moment(last), "line": line}
    return "jump.then", {"named": scene.named(last), "line": line}


def _stretch(pattern: Pattern, scene: Scene, line: Message) -> Message:
    """One point, or points in a row, on one side of a line."""
    count, last, when = len(pattern.positions), pattern.positions[-1], when_of(pattern, scene)
    if count == 1 and when == "now":
        return f"one.{pattern.side}.now", {
            "period": scene.each(), "moment": scene.moment(last), "line": line,
        }  # fmt: skip
    if count == 1:
        return f"one.{pattern.side}.then", {"Moment": scene.named(last, "Moment"), "line": line}
    counted = scene.counted(count)
    if when == "then":
        return f"run.{pattern.side}.then", {"counted": counted, "line": line, **ends_of(pattern, scene)}
    is_whole = last - pattern.positions[0] + 1 == count
    name = ("pair" if count == 2 else "run") if is_whole else "run.skipping"
    return f"{name}.{pattern.side}.now", {
        "counted": counted, "line": line,
    }  # fmt: skip


def _trend(pattern: Pattern, scene: Scene) -> Message:
    counted = scene.counted(len(pattern.positions))
    if when_of(pattern, scene) == "then":
        return f"trend.{pattern.side}.then", {"counted": counted, **ends_of(pattern, scene)}
    start, end = (scene.number(scene.values[pattern.positions[i]]) for i in (0, -1))
    return f"trend.{pattern.side}.now", {"counted": counted, "from": start, "to": end}


def _near(pattern: Pattern, scene: Scene) -> Message:
    positions, when = pattern.positions, when_of(pattern, scene)
    count, window = len(positions), max(3, positions[-1] - positions[0] + 1)
    facts: dict[str, object] = {
        "count": count,
        "counted": scene.counted(window),
        "near": (_nearness(pattern, scene), {"line": scene.limit_line(positions, pattern.side)}),
    }
    name = "near.all" if count == window else "near"
    return f"{name}.{when}", facts if when == "now" else facts | ends_of(pattern, scene)


def _nearness(pattern: Pattern, scene: Scene) -> str:
    if pattern.side == "high":
        is_past = any(scene.values[i] > scene.upper[i] for i in pattern.positions)
    else:
        is_past = any(scene.values[i] < scene.lower[i] for i in pattern.positions)
    return f"near_or_past.{pattern.side}" if is_past else "near"


def _crossings(phase: int, scene: Scene) -> Message:
    runs = scene.phases[phase].runs
    form = {0: "none", 1: "one"}.get(runs.crossings, "other")
    line = "average" if scene.phases[phase].middle is None else "middle"
    return f"crossings.{LINE_NAMES.get(scene.chart, line)}.{form}", {
        "count": runs.crossings,
        "counted": scene.counted(runs.useful),
        "least": runs.crossings_min,
    }


def _other(pattern: Pattern, scene: Scene) -> Message:
    """A part that somebody added, for which there are no words yet."""
    last = pattern.positions[-1]
    if when_of(pattern, scene) == "now":
        return "pattern.now", {"period": scene.each(), "moment": scene.moment(last)}
    return "pattern.then", {"named": scene.named(last)}


_PLAIN: dict[str, Callable[[Pattern, Scene], Message]] = {
    "outside": _outside,
    "shift": _run,
    "longest_run": _run,
    "trend": _trend,
    "two_of_three": _near,
    "four_of_five": beyond_one_sigma,
    "near_centre": in_a_row,
    "far_from_centre": in_a_row,
    "alternating": in_a_row,
}

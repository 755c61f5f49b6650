"""The patterns of the larger rule sets in words."""

from __future__ import annotations

from wellrun_spc.kernel.runs import runs_expected
from wellrun_spc.messages import Message
from wellrun_spc.readings.places import Pattern, ends_of, when_of
from wellrun_spc.readings.scene import Scene

COUNTED = frozenset({"runs_count", "box_corner"})
"""About a whole phase, with numbers of their own."""
MIXED = frozenset({"near_centre", "far_from_centre", "alternating"})
"""These never tell which way the numbers went; they may tell that two things are mixed."""


def beyond_one_sigma(pattern: Pattern, scene: Scene) -> Message:
    """Four of five: how many of how many are well above or below the centre."""
    positions = pattern.positions
    facts: dict[str, object] = {
        "count": len(positions),
        "counted": scene.counted(max(5, positions[-1] - positions[0] + 1)),
        "line": scene.centre_line(*positions),
    }
    moment = when_of(pattern, scene)
    return f"beyond.{pattern.side}.{moment}", facts if moment == "now" else facts | ends_of(pattern, scene)


def in_a_row(pattern: Pattern, scene: Scene) -> Message:
    """So many points in a row close to the centre, away from it, or up and down in turn."""
    facts: dict[str, object] = {
        "counted": scene.counted(len(pattern.positions)),
        "line": scene.centre_line(*pattern.positions),
    }
    moment = when_of(pattern, scene)
    return f"{pattern.rule}.{moment}", facts if moment == "now" else facts | ends_of(pattern, scene)


def counted_plain(pattern: Pattern, phase: int, scene: Scene) -> Message:
    """The number of runs, or the pair of longest run and crossings, in everyday words."""
    facts = _facts(pattern, phase, scene) | {
        "counted": scene.counted(scene.phases[phase].runs.useful),
        "line": scene.run_line(*pattern.positions),
    }
    if pattern.rule == "box_corner":
        return "box_corner", facts
    return f"runs_count.{'many' if is_often(pattern, phase, scene) else 'few'}", facts


def counted_field(pattern: Pattern, phase: int, scene: Scene) -> Message:
    """The same in the field's words."""
    middle = scene.phases[phase].middle
    name = f"field.{pattern.rule}" if middle is None else f"field.{pattern.rule}.median"
    return name, _facts(pattern, phase, scene) | {
        "centre": scene.level(*pattern.positions) if middle is None else scene.number(middle),
        "useful": scene.counted(scene.phases[phase].runs.useful, "point"),
    }


def is_often(pattern: Pattern, phase: int, scene: Scene) -> bool:
    """Whether the numbers change sides more often than chance gives."""
    runs = scene.phases[phase].runs
    return pattern.rule == "runs_count" and runs.crossings + 1 > runs_expected(runs.useful)[1]


def _facts(pattern: Pattern, phase: int, scene: Scene) -> dict[str, object]:
    runs = scene.phases[phase].runs
    if pattern.rule == "box_corner":
        return {"longest": scene.counted(runs.longest), "crossings": runs.crossings}
    least, most = runs_expected(runs.useful)
    return {"runs": runs.crossings + 1, "least": least, "most": most}

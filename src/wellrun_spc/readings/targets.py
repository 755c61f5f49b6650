"""Whether a target will be met: where it lies against the limits."""

from __future__ import annotations

from wellrun_spc.messages import Message, sentences
from wellrun_spc.readings.scene import Scene
from wellrun_spc.results import Assurance

ROUNDING = 1e-12


def assurance_of(scene: Scene) -> Assurance:
    """The target at the latest usable point against the limits there (NHS Making Data Count icon logic)."""
    if not scene.usable:
        return "not_assessed" if any(target == target for target in scene.targets) else "no_target"
    target, low, high = _at_latest(scene)
    if target != target:
        return "no_target"
    if not scene.is_directed or low != low:
        return "not_assessed"
    # with less for better, all is turned over: then more is better
    worst, best, aim = (low, high, target) if scene.direction == "increase" else (-high, -low, -target)
    slack = ROUNDING * (abs(low) + abs(high))
    if aim < worst - slack or (aim <= worst + slack and scene.rules.on_limit == "met"):
        return "consistently_meets"
    return "consistently_misses" if aim > best + slack else "hit_and_miss"


def _at_latest(scene: Scene) -> tuple[float, float, float]:
    latest = scene.latest
    return scene.targets[latest], scene.lower[latest], scene.upper[latest]


def assurance_message(assurance: Assurance, scene: Scene, *, settled: bool) -> Message:
    """The same in everyday words, with a warning where the numbers are not settled."""
    if assurance == "no_target":
        return "target.none", {}
    if assurance == "not_assessed":
        return ("target.no_direction" if scene.direction == "neutral" else "target.no_limits"), {}
    target, low, high = _at_latest(scene)
    message: Message = (
        _name(assurance, scene) + (".up_to" if scene.starts_nowhere(low) else ""),
        {
            "target": scene.quoted(target),
            "low": scene.number(low),
            "high": scene.number(high),
            "periods": f"{scene.period}s",
        },
    )
    return message if settled else sentences([message, ("target.unsettled", {})])


def _name(assurance: Assurance, scene: Scene) -> str:
    good_side = "high" if scene.direction == "increase" else "low"
    return {
        "consistently_meets": f"target.meets.{good_side}",
        "consistently_misses": f"target.misses.{good_side}",
    }.get(assurance, "target.mixed")

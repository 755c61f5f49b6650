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


def assurance_message(assurance: Assurance, scene: Scene, doubt: str) -> Message:
    """The same in everyday words. ``doubt`` is the id of a sentence that says why it may not last."""
    if assurance == "no_target":
        return "target.none", {}
    if assurance == "not_assessed":
        return ("target.no_direction" if scene.direction == "neutral" else "target.no_limits"), {}
    message: Message = (
        f"target.{assurance}",
        {
            "target": scene.quoted(scene.targets[scene.latest]),
            "range": scene.usual_range(),
            "periods": scene.each("periods"),
        },
    )
    return sentences([message, (doubt, {})]) if doubt else message

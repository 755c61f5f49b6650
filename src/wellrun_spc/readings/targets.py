"""Whether a target will be met: where it lies against the limits."""

from __future__ import annotations

from wellrun_spc.messages import Message
from wellrun_spc.readings.scene import Scene
from wellrun_spc.results import Assurance


def assurance_of(scene: Scene) -> Assurance:
    """The target at the latest usable point against the limits there (NHS Making Data Count icon logic)."""
    target = scene.targets[scene.latest]
    if target is None:
        return "no_target"
    low, high = scene.lower[scene.latest], scene.upper[scene.latest]
    if scene.direction == "neutral" or scene.chart == "mr" or low is None or high is None:
        return "not_assessed"
    good, bad = (low, high) if scene.direction == "increase" else (-high, -low)
    aim = target if scene.direction == "increase" else -target
    slack = 1e-12 * (abs(low) + abs(high))
    if aim < good - slack or (aim <= good + slack and scene.rules.on_limit == "met"):
        return "consistently_meets"
    return "consistently_misses" if aim > bad + slack else "hit_and_miss"


def assurance_message(assurance: Assurance, scene: Scene, *, settled: bool) -> Message:
    """The same in everyday words, with a warning where the numbers are not settled."""
    if assurance == "no_target":
        return "target.none", {}
    target = scene.targets[scene.latest]
    low, high = scene.lower[scene.latest], scene.upper[scene.latest]
    if assurance == "not_assessed":
        return _not_assessed(scene), {}
    assert target is not None
    assert low is not None
    assert high is not None
    name = {"consistently_meets": "target.meets", "consistently_misses": "target.misses"}.get(
        assurance, "target.mixed"
    )
    message: Message = (
        name + (".up_to" if below_all(scene, low) else ""),
        {
            "target": scene.number(target),
            "low": scene.number(low),
            "high": scene.number(high),
            "periods": f"{scene.period}s",
        },
    )
    return message if settled else ("text", {"parts": (message, ("target.unsettled", {}))})


def _not_assessed(scene: Scene) -> str:
    return "target.no_direction" if scene.direction == "neutral" else "target.no_limits"


def below_all(scene: Scene, low: float) -> bool:
    """Whether a lower limit is below zero though no value is: then "usual range" starts nowhere people know."""
    return low < 0 and all(value is None or value >= 0 for value in scene.values)

"""The reading of a chart: what the latest point tells, since when, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.messages import Message, render
from wellrun_spc.readings.scene import Scene
from wellrun_spc.readings.signals import plain_message, where
from wellrun_spc.readings.targets import assurance_message, assurance_of, below_all
from wellrun_spc.results import Reading, Signal, Variation

ENOUGH_POINTS = 12
"""Fewer points than this are too few for limits to settle, and for most patterns to show."""


def reading_of(scene: Scene, signals: Sequence[Signal]) -> Reading:
    """The verdict: variation follows the signal that holds at the latest usable point."""
    here = _current_phase(scene)
    current = [signal for signal in signals if signal.phase == here]
    holding = [signal for signal in current if not signal.located or scene.latest in signal.positions]
    leading = _leading(holding, scene)
    variation = _variation(leading, scene)
    assurance = assurance_of(scene) if scene.usable else "not_assessed"
    early = (
        variation in ("common_cause", "not_assessed") and not current and _have(scene, here) < ENOUGH_POINTS
    )
    field = _text(_field(variation, leading, current, scene, here, early))
    plain = _text(_plain(variation, leading, holding, current, scene, here, early))
    target = assurance_message(assurance, scene, settled=leading is None)
    return Reading(
        variation=variation,
        assurance=assurance,
        side=leading.side if leading else None,
        since=scene.x[leading.positions[0]] if leading else None,
        mixed=len({signal.side for signal in holding}) > 1 and scene.direction != "neutral",
        sentence=render(field),
        plain=render(plain),
        word=render(("word.early" if early else f"word.{variation}", {})),
        assurance_word=render((f"word.{assurance}", {})),
        assurance_plain=render(target),
        reason=render(_reason(leading, scene)),
        messages=(field, plain, target),
    )


def _text(parts: list[Message]) -> Message:
    return "text", {"parts": tuple(parts)}


def _current_phase(scene: Scene) -> int:
    for phase in reversed(scene.phases):
        if phase.start <= scene.latest:
            return phase.index
    return len(scene.phases) - 1


def _have(scene: Scene, phase: int) -> int:
    start, end = scene.phases[phase].start, scene.phases[phase].end
    return sum(1 for position in scene.usable if start <= position <= end)


def _is_good(signal: Signal, scene: Scene) -> bool:
    return signal.side == ("high" if scene.direction == "increase" else "low")


def _leading(holding: Sequence[Signal], scene: Scene) -> Signal | None:
    if scene.rules.conflict == "improvement" and scene.direction != "neutral":
        for signal in holding:
            if _is_good(signal, scene):
                return signal
    return holding[0] if holding else None


def _variation(leading: Signal | None, scene: Scene) -> Variation:
    if len(scene.usable) < 2:
        return "not_assessed"
    if leading is None:
        return "common_cause"
    if scene.direction == "neutral" or scene.chart == "mr":
        return "special_high" if leading.side == "high" else "special_low"
    return "improving" if _is_good(leading, scene) else "concerning"


def _field(
    variation: Variation,
    leading: Signal | None,
    current: Sequence[Signal],
    scene: Scene,
    here: int,
    early: bool,
) -> list[Message]:
    have: Message = (
        "count.point.one" if _have(scene, here) == 1 else "count.point.other",
        {"count": _have(scene, here)},
    )
    if early:
        return [("field.not_assessed" if variation == "not_assessed" else "field.early", {"have": have})]
    parts: list[Message] = [(f"field.{variation}", {})]
    if leading is not None:
        parts.append(("verbatim", {"sentence": leading.sentence}))
    elif current:
        parts.append(("field.earlier", {"also": _latest(current).sentence}))
    return parts


def _latest(signals: Sequence[Signal]) -> Signal:
    return max(signals, key=lambda signal: signal.positions[-1])


def _plain(
    variation: Variation,
    leading: Signal | None,
    holding: Sequence[Signal],
    current: Sequence[Signal],
    scene: Scene,
    here: int,
    early: bool,
) -> list[Message]:
    if early:
        return [_early(scene, here)]
    if leading is None:
        return _steady(current, scene)
    parts = [plain_message(leading, leading.phase, scene)]
    if not leading.located:
        parts.append((f"now.{leading.side}", {}))
    parts.append(("unlikely", {}))
    for other in holding:
        if other.side != leading.side and scene.direction != "neutral":
            name = "good_too" if _is_good(other, scene) else "bad_too"
            parts.append((name, {"also": plain_message(other, other.phase, scene)}))
            break
    if variation == "concerning":
        parts.append(("ask", {}))
    elif variation != "improving":
        parts.append(("decide", {}))
    return parts


def _early(scene: Scene, here: int) -> Message:
    have = _have(scene, here)
    more = ENOUGH_POINTS - have
    name = "early.phase" if here > 0 else "early"
    form = "one" if have == 1 else "other"
    return f"{name}.{'one' if more == 1 else 'other'}", {
        "have": (f"count.point.{form}", {"count": have}),
        "count": more,
    }


def _steady(current: Sequence[Signal], scene: Scene) -> list[Message]:
    if current:
        earlier = _latest(current)
        return [("steady.now", {}), plain_message(earlier, earlier.phase, scene), ("was_unlikely", {})]
    return [_usual_range(scene), ("steady.next", {})]


def _usual_range(scene: Scene) -> Message:
    low, high = scene.lower[scene.latest], scene.upper[scene.latest]
    if low is None or high is None:
        return "steady.no_limits", {}
    if scene.chart in ("p", "u"):
        return "steady.limits", {"period": scene.period}
    name = "steady.up_to" if below_all(scene, low) else "steady.range"
    return name, {"period": scene.period, "low": scene.number(low), "high": scene.number(high)}


def _reason(leading: Signal | None, scene: Scene) -> Message:
    if leading is None:
        return "reason.none", {"rules": scene.rules.key}
    return "reason.signal", {
        "rules": scene.rules.key, "rule": leading.rule.replace("_", " "), "where": where(leading, scene),
    }  # fmt: skip

"""The reading of a chart: what the latest point tells, since when, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wellrun_spc.messages import Message, render, sentences
from wellrun_spc.readings.places import where
from wellrun_spc.readings.scene import Scene
from wellrun_spc.readings.signals import field_message, meaning_of, plain_message
from wellrun_spc.readings.targets import assurance_message, assurance_of
from wellrun_spc.results import Reading, Signal, Variation

ENOUGH_POINTS = 12
"""With fewer points limits have not settled, and most patterns cannot show."""


class Verdict(NamedTuple):
    """What is so at the latest usable point, before it is put in words."""

    variation: Variation
    leading: Signal | None
    """The signal that the verdict follows."""
    holding: Sequence[Signal]
    """All signals that hold at the latest point."""
    current: Sequence[Signal]
    """All signals of the phase that the latest point is in."""
    phase: int
    have: int
    """Usable points in that phase."""

    @property
    def is_early(self) -> bool:
        """Too few points, and nothing found yet."""
        return not self.current and self.have < ENOUGH_POINTS


def reading_of(scene: Scene, signals: Sequence[Signal]) -> Reading:
    """The verdict on a chart, with its words."""
    verdict = _verdict(scene, signals)
    leading = verdict.leading
    assurance = assurance_of(scene)
    field = sentences(_field(verdict, scene))
    plain = sentences(_plain(verdict, scene))
    target = assurance_message(assurance, scene, _doubt(verdict, scene))
    return Reading(
        variation=verdict.variation,
        assurance=assurance,
        side=leading.side if leading else None,
        since=scene.x[leading.positions[0]] if leading else None,
        mixed=_other_side(verdict, scene) is not None,
        sentence=render(field),
        plain=render(plain),
        word=render(("word.early" if verdict.is_early else f"word.{verdict.variation}", {})),
        assurance_word=render((f"word.{assurance}", {})),
        assurance_plain=render(target),
        reason=render(_reason(leading, scene)),
        messages=(field, plain, target),
    )


def _verdict(scene: Scene, signals: Sequence[Signal]) -> Verdict:
    latest = scene.latest
    here = next((phase for phase in reversed(scene.phases) if phase.start <= latest), scene.phases[-1])
    current = [signal for signal in signals if signal.phase == here.index]
    holding = [signal for signal in current if latest in signal.positions or not signal.located]
    leading = _leading(holding, scene)
    have = sum([1 for position in scene.usable if here.start <= position <= here.end])
    return Verdict(_variation(leading, scene), leading, holding, current, here.index, have)


def _doubt(verdict: Verdict, scene: Scene) -> str:
    """A process that is not stable, or hardly known, gets no claim without this."""
    if verdict.leading is not None:
        return "target.changing"
    return "target.trial" if scene.phases[verdict.phase].trial else ""


def _is_good(signal: Signal, scene: Scene) -> bool:
    return signal.side == ("high" if scene.direction == "increase" else "low")


def _leading(holding: Sequence[Signal], scene: Scene) -> Signal | None:
    """The first in the rule set's order; or the first good one, where the set puts improvement first."""
    if scene.rules.conflict == "improvement" and scene.is_directed:
        holding = sorted(holding, key=lambda signal: not _is_good(signal, scene))
    return holding[0] if holding else None


def _variation(leading: Signal | None, scene: Scene) -> Variation:
    if len(scene.usable) < 2:
        return "not_assessed"
    if leading is None:
        return "common_cause"
    if scene.is_directed and leading.clear:
        return "improving" if _is_good(leading, scene) else "concerning"
    return "special_high" if leading.side == "high" else "special_low"


def _other_side(verdict: Verdict, scene: Scene) -> Signal | None:
    """A signal at the latest point that says the opposite of the leading one."""
    if verdict.leading is None or not scene.is_directed:
        return None
    apart = [signal for signal in verdict.holding if signal.clear and signal.side != verdict.leading.side]
    return apart[0] if apart and verdict.leading.clear else None


def _field(verdict: Verdict, scene: Scene) -> list[Message]:
    if verdict.is_early or verdict.variation == "not_assessed":
        name = "field.not_assessed" if verdict.variation == "not_assessed" else "field.early"
        return [(name, {"have": scene.counted(verdict.have, "point")})]
    parts: list[Message] = [(f"field.{verdict.variation}", {})]
    if verdict.leading is not None:
        others = [signal for signal in verdict.holding if signal is not verdict.leading]
        parts += [field_message(signal, signal.phase, scene) for signal in (verdict.leading, *others)]
    elif verdict.current:
        earlier = _most_recent(verdict.current)
        parts += [("field.earlier", {}), field_message(earlier, earlier.phase, scene)]
    return parts


def _most_recent(signals: Sequence[Signal]) -> Signal:
    return max(signals, key=lambda signal: signal.positions[-1])


def _plain(verdict: Verdict, scene: Scene) -> list[Message]:
    leading = verdict.leading
    if verdict.is_early or verdict.variation == "not_assessed":
        return [_early(verdict, scene)]
    if leading is None:
        return _steady(verdict, scene)
    parts = [plain_message(leading, leading.phase, scene), ("unlikely", {})]
    meaning = meaning_of(leading, leading.phase, scene)
    if meaning is not None:
        parts.append(meaning)
    other = _other_side(verdict, scene)
    if other is not None:
        also = plain_message(other, other.phase, scene)
        parts.append(("good_too" if _is_good(other, scene) else "bad_too", {"also": also}))
    if verdict.variation == "concerning":
        parts.append(_question(leading, scene))
    elif verdict.variation != "improving":
        parts.append(("decide", {}))
    return parts


def _question(leading: Signal, scene: Scene) -> Message:
    if not leading.located:
        return "ask.since", {}
    if len(leading.positions) == 1 or leading.rule in ("outside", "two_of_three", "four_of_five"):
        return "ask", {}
    return "ask.around", {"first": scene.named(leading.positions[0])}


def _early(verdict: Verdict, scene: Scene) -> Message:
    more = max(1, ENOUGH_POINTS - verdict.have)
    name = "early.phase" if verdict.phase > 0 else "early"
    have = scene.counted(verdict.have, "point")
    return f"{name}.{'one' if more == 1 else 'other'}", {"have": have, "count": more}


def _steady(verdict: Verdict, scene: Scene) -> list[Message]:
    if verdict.current:
        earlier = _most_recent(verdict.current)
        return [("steady.now", {}), plain_message(earlier, earlier.phase, scene), ("was_unlikely", {})]
    return [_usual_range(verdict, scene), ("steady.next", {})]


def _usual_range(verdict: Verdict, scene: Scene) -> Message:
    latest, phase = scene.latest, scene.phases[verdict.phase]
    if scene.lower[latest] != scene.lower[latest]:
        return "steady.no_limits", {}
    if phase.lcl is None or phase.ucl is None:
        return "steady.ranges", {"period": scene.each()}
    if phase.lcl == phase.ucl:
        return "steady.same", {"period": scene.each()}
    name = "steady.jumps" if scene.chart == "mr" else "steady.range"
    return name, {"period": scene.each(), "range": scene.usual_range()}


def _reason(leading: Signal | None, scene: Scene) -> Message:
    if leading is None:
        return "reason.none", {"rules": scene.rules.key}
    return "reason.signal", {
        "rules": scene.rules.key, "rule": leading.rule.replace("_", " "), "where": where(leading, scene),
    }  # fmt: skip

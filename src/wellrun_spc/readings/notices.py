"""What a reader should know about how a chart was made."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.limits import Lines
from wellrun_spc.messages import Message
from wellrun_spc.phases import Span
from wellrun_spc.readings.scene import Scene
from wellrun_spc.results import Phase
from wellrun_spc.series import SUBGROUPS, Series

_RANGED = frozenset({"i", "t", "i_prime", "p_prime", "u_prime"}) | SUBGROUPS
"""Charts that need to see values beside each other, not only values."""


def notices_of(scene: Scene, series: Series, spans: Sequence[Span], lines: Sequence[Lines]) -> list[Message]:
    """Notices about the latest limits, and about points that do not count."""
    notices: list[Message] = []
    latest = scene.phases[-1]
    if scene.chart != "run":
        notices += _about_limits(scene, latest, lines[-1])
    if spans[-1].awaited:
        notices.append(("notice.awaited", {"have": scene.counted(spans[-1].awaited, "point")}))
    dropped = sum([line.dropped for line in lines])
    if dropped:
        notices.append((f"notice.screened.{'one' if dropped == 1 else 'other'}", {"count": dropped}))
    if series.excluded:
        notices.append(("notice.excluded", {"have": scene.counted(len(series.excluded), "point")}))
    if series.suppressed:
        notices.append(("notice.suppressed", {"have": scene.counted(len(series.suppressed), "point")}))
    return notices


def _about_limits(scene: Scene, latest: Phase, lines: Lines) -> list[Message]:
    if lines.n_used < lines.least:
        return [("notice.no_limits", {})]
    if scene.chart in _RANGED and not any(error == error for error in lines.sigma):
        return [("notice.no_subgroups" if scene.chart in SUBGROUPS else "notice.no_neighbours", {})]
    if latest.trial:
        return [("notice.trial", {"have": scene.counted(latest.n_used, "point")})]
    return []

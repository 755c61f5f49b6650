"""What became of a theory between two moments: new, gone, in other words, in another place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wellrun.projects.values import Part, Theory


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """The same part, said in another way or for another reason."""

    before: Part
    after: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A part that serves something else now. ``None`` is the aim."""

    part: Part
    before: tuple[Part | None, ...]
    after: tuple[Part | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All that changed, each part by the order of the diagram it stands in."""

    aim: tuple[str, str] | None
    added: tuple[Part, ...]
    removed: tuple[Part, ...]
    reworded: tuple[Reworded, ...]
    moved: tuple[Moved, ...]
    reordered: tuple[Part, ...]
    """Under the same parents as before, in another place among the others."""

    @property
    def is_none(self) -> bool:
        lists = (self.added, self.removed, self.reworded, self.moved, self.reordered)
        return self.aim is None and not any(lists)


def differences(before: Theory, after: Theory) -> Differences:
    """Parts are the same by their number, whatever they say: a part that was reworded was not replaced."""
    old, new = ({part.id: part for part in theory.parts} for theory in (before, after))
    both = [part for part in after.parts if part.id in old]
    moved = _moved(both, before, after, old, new)
    elsewhere = {move.part.id for move in moved}
    shuffled = _reordered(before, after) - elsewhere
    return Differences(
        aim=(before.aim, after.aim) if before.aim != after.aim else None,
        added=tuple(part for part in after.parts if part.id not in old),
        removed=tuple(part for part in before.parts if part.id not in new),
        reworded=tuple(
            Reworded(before=old[part.id], after=part) for part in both if _says(old[part.id]) != _says(part)
        ),
        moved=moved,
        reordered=tuple(part for part in both if part.id in shuffled),
    )


def _says(part: Part) -> tuple[str, str]:
    return part.text, part.why


def _moved(
    both: Sequence[Part], before: Theory, after: Theory, old: Mapping[int, Part], new: Mapping[int, Part]
) -> tuple[Moved, ...]:
    was, now = _parents(before), _parents(after)
    return tuple(
        Moved(
            part=part,
            before=tuple(old[pk] if pk is not None else None for pk in was[part.id]),
            after=tuple(new[pk] if pk is not None else None for pk in now[part.id]),
        )
        for part in both
        if set(was[part.id]) != set(now[part.id])
    )


def _parents(theory: Theory) -> dict[int, list[int | None]]:
    found: dict[int, list[int | None]] = {part.id: [] for part in theory.parts}
    for parent, child in theory.lines:
        found[child].append(parent)
    return found


def _reordered(before: Theory, after: Theory) -> frozenset[int]:
    """The fewest parts that, put elsewhere under the same parent, give the new order."""
    out: set[int] = set()
    was, now = _children(before), _children(after)
    for parent in was.keys() & now.keys():
        out |= _out_of_order(was[parent], now[parent])
    return frozenset(out)


def _children(theory: Theory) -> dict[int | None, list[int]]:
    found: dict[int | None, list[int]] = {}
    for parent, child in theory.lines:
        found.setdefault(parent, []).append(child)
    return found


def _out_of_order(was: Sequence[int], now: Sequence[int]) -> set[int]:
    place = {child: number for number, child in enumerate(was)}
    kept = [child for child in now if child in place]
    return set(kept) - set(_longest_rising(kept, place))


def _longest_rising(children: Sequence[int], place: Mapping[int, int]) -> Collection[int]:
    """The longest run of children that stand in their old order (patience sorting)."""
    ends: list[int] = []
    runs: list[list[int]] = []
    for child in children:
        at = bisect_left(ends, place[child])
        run = [*(runs[at - 1] if at else ()), child]
        ends[at : at + 1], runs[at : at + 1] = [place[child]], [run]
    return runs[-1] if runs else ()

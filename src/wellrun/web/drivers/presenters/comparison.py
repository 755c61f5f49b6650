"""What changed between two versions of a diagram, in words and on the newer diagram."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.projects.policies import Differences, Moved, Reworded, differences
from wellrun.projects.values import DriverKind, Part, Theory
from wellrun.web.components.tree.nodes import Node, Note
from wellrun.web.drivers.presenters.tree import heads


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One part, and what became of it."""

    kind: str
    text: str
    details: tuple[tuple[str, str], ...] = ()
    """A word and what it is about: "Before", "Now"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """All parts of which the same is true."""

    title: str
    icon: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the page shows of two versions."""

    summary: str
    groups: tuple[ChangeGroup, ...]
    heads: tuple[str, ...]
    top: Node


def present_comparison(before: Theory, after: Theory) -> Comparison:
    found = differences(before, after)
    groups = tuple(group for group in _groups(found) if group.lines)
    return Comparison(
        summary=", ".join(f"{group.title}: {len(group.lines)}" for group in groups),
        groups=groups,
        heads=heads(),
        top=_tree(after, _marks(found)),
    )


def _groups(found: Differences) -> tuple[ChangeGroup, ...]:
    aim = (
        (
            ChangeLine(
                kind=worded(_("{Aim}")), text=found.aim[1] or worded(_("No {aim} yet")), details=_aim(found)
            ),
        )
        if found.aim
        else ()
    )
    return (
        ChangeGroup(title=worded(_("{The_aim}")), icon="flag", lines=aim),
        ChangeGroup(title=_("Added"), icon="plus", lines=_plain(found.added)),
        ChangeGroup(title=_("Removed"), icon="st-drop", lines=_plain(found.removed)),
        ChangeGroup(title=_("In other words"), icon="edit", lines=tuple(map(_reworded, found.reworded))),
        ChangeGroup(title=_("Moved"), icon="arrow", lines=tuple(map(_moved, found.moved))),
        ChangeGroup(title=_("In another order"), icon="down", lines=_plain(found.reordered)),
    )


def _aim(found: Differences) -> tuple[tuple[str, str], ...]:
    return ((_("Before:"), found.aim[0] or worded(_("No {aim} yet"))),) if found.aim else ()


def _kind(part: Part) -> str:
    return str(DriverKind(part.kind).label)


def _plain(parts: Iterable[Part]) -> tuple[ChangeLine, ...]:
    return tuple(ChangeLine(kind=_kind(part), text=part.text) for part in parts)


def _reworded(change: Reworded) -> ChangeLine:
    before, after = change.before, change.after
    details = []
    if before.text != after.text:
        details.append((_("Before:"), before.text))
    if before.why != after.why:
        details += [(_("Why, before:"), before.why or "–"), (_("Why, now:"), after.why or "–")]
    return ChangeLine(kind=_kind(after), text=after.text, details=tuple(details))


def _moved(change: Moved) -> ChangeLine:
    def served(parents: Iterable[Part | None]) -> str:
        return ", ".join(parent.text if parent else worded(_("{the_aim}")) for parent in parents)

    return ChangeLine(
        kind=_kind(change.part),
        text=change.part.text,
        details=((_("It served:"), served(change.before)), (_("Now:"), served(change.after))),
    )


def _marks(found: Differences) -> Mapping[int, list[Note]]:
    marks: dict[int, list[Note]] = {}
    for part in found.added:
        marks.setdefault(part.id, []).append(Note(icon="plus", text=_("Added")))
    for change in found.reworded:
        marks.setdefault(change.after.id, []).append(Note(icon="edit", text=_("In other words")))
    for part in (*(move.part for move in found.moved), *found.reordered):
        marks.setdefault(part.id, []).append(Note(icon="arrow", text=_("Moved")))
    return marks


def _tree(theory: Theory, marks: Mapping[int, list[Note]]) -> Node:
    parts = {part.id: part for part in theory.parts}

    def below(parent: int | None, kind: str) -> tuple[Node, ...]:
        return tuple(_node(parts[child], kind) for child in theory.below(parent))

    def _node(part: Part, above: str) -> Node:
        return Node(
            kind=_kind(part),
            text=part.text,
            href="",
            look="strong" if part.kind == DriverKind.PRIMARY else "",
            notes=tuple(marks.get(part.id, ())),
            skips=part.kind == DriverKind.IDEA and above == DriverKind.PRIMARY,
            below=below(part.id, part.kind),
        )

    return Node(
        kind=heads()[0],
        text=theory.aim or worded(_("No {aim} yet")),
        href="",
        look="aim",
        below=below(None, ""),
    )

"""The diagram as a tree of links."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.projects.queries import Branch, Driver
from wellrun.projects.values import DriverKind
from wellrun.web.components.tree.nodes import Node
from wellrun.web.drivers.presenters.notes import Notes
from wellrun.web.drivers.presenters.sources import DriverSources
from wellrun.web.shell.words import spoken


def heads() -> tuple[str, ...]:
    """The names of the columns, in the person's own method."""
    words = spoken()
    return tuple(map(words.heading, ("section_aim", "head_primary", "head_secondary", "head_ideas")))


def present_tree(sources: DriverSources, at: Driver | None) -> Node:
    """The aim with all that serves it."""
    growing = _Growing(sources, at)
    return Node(
        kind=heads()[0],
        text=sources.aim or worded(_("No {aim} yet")),
        href=reverse("projects:story", args=[sources.project.pk]),
        look="aim",
        data=(("kind", "aim"),),
        below=growing.below(sources.branches),
    )


class _Growing:
    """What all nodes share is worked out once: a diagram may have hundreds."""

    def __init__(self, sources: DriverSources, at: Driver | None) -> None:
        self.notes = Notes(sources)
        self.base = reverse("drivers:diagram", args=[sources.project.pk])
        self.at = at.pk if at else None
        self.kinds = {kind.value: str(kind.label) for kind in DriverKind}

    def below(self, branches: tuple[Branch, ...], parent: str = "") -> tuple[Node, ...]:
        return tuple(self._node(branch, place, parent) for place, branch in enumerate(branches))

    def _node(self, branch: Branch, place: int, parent: str) -> Node:
        driver = branch.driver
        return Node(
            kind=self.kinds[driver.kind],
            text=driver.text,
            href=f"{self.base}?at={driver.pk}#chosen",
            look="strong" if driver.kind == DriverKind.PRIMARY else "",
            notes=self.notes.of(branch),
            is_chosen=driver.pk == self.at,
            skips=driver.kind == DriverKind.IDEA and parent == DriverKind.PRIMARY,
            data=(
                ("part", str(driver.pk)),
                ("line", str(branch.link_id)),
                ("kind", driver.kind),
                ("parent", str(branch.parent_id or "")),
                ("place", str(place)),
            ),
            below=self.below(branch.below, driver.kind),
        )

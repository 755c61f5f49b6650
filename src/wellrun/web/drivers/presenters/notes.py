"""The small lines in a part: how far its tests are, what watches it, what else it serves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.measures.queries import MeasureUse
from wellrun.projects.queries import Branch
from wellrun.projects.values import DriverKind
from wellrun.web.components.tree.nodes import Note
from wellrun.web.drivers.presenters.sources import DriverSources
from wellrun.web.pdsa.presenters.words import status_of


class Notes:
    """The lines of every part, from rows that are read once."""

    def __init__(self, sources: DriverSources) -> None:
        self._latest = sources.latest
        self._uses: Mapping[int | None, list[MeasureUse]] = _by_driver(sources)
        self._parents = _parents(sources)

    def of(self, branch: Branch) -> tuple[Note, ...]:
        if not branch.also_serves:
            return self.on_its_own(branch)
        others = [text for pk, text in self._parents[branch.driver.pk] if pk != branch.parent_id]
        return (
            *self.on_its_own(branch),
            Note(text=_("Also serves: %(others)s") % {"others": ", ".join(others)}),
        )

    def on_its_own(self, branch: Branch) -> tuple[Note, ...]:
        """Where every line of the diagram can be seen, none needs to be told."""
        driver, out = branch.driver, []
        if driver.kind == DriverKind.IDEA:
            icon, status = status_of(self._latest.get(driver.pk))
            out.append(Note(icon=icon, text=status))
        out += [Note(icon="chart", text=watched_by(use)) for use in self._uses.get(driver.pk, ())]
        return tuple(out)


def watched_by(use: MeasureUse) -> str:
    """ "Restraints a week: Improving": the measure, and what its chart says."""
    word = use.measure.word
    return f"{use.measure.name}: {word}" if word else use.measure.name


def _by_driver(sources: DriverSources) -> Mapping[int | None, list[MeasureUse]]:
    found: dict[int | None, list[MeasureUse]] = defaultdict(list)
    for use in sources.uses:
        found[use.driver_id].append(use)
    return found


def _parents(sources: DriverSources) -> Mapping[int, list[tuple[int | None, str]]]:
    texts = sources.texts
    found: dict[int, list[tuple[int | None, str]]] = defaultdict(list)
    for branch in sources.every:
        parent = branch.parent_id
        entry = (parent, worded(_("{the_aim}")) if parent is None else texts[parent])
        if entry not in found[branch.driver.pk]:
            found[branch.driver.pk].append(entry)
    return found

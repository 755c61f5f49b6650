"""The diagram as a picture and slides show it."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.exchange.diagrams import Diagram, Item
from wellrun.exchange.diagrams.values import AIM
from wellrun.projects.queries import Branch
from wellrun.projects.values import DriverKind
from wellrun.web.drivers.presenters.notes import Notes
from wellrun.web.drivers.presenters.sources import DriverSources
from wellrun.web.drivers.presenters.tree import heads
from wellrun_spc.wording import format_date

COLUMNS = {DriverKind.PRIMARY: 1, DriverKind.SECONDARY: 2, DriverKind.IDEA: 3}


def present_diagram(sources: DriverSources, *, today: date) -> Diagram:
    """Each part once, with a line to every parent it serves."""
    project, notes = sources.project, Notes(sources)
    parts = {branch.driver.pk: branch for branch in reversed(sources.every)}
    ordered = dict.fromkeys(branch.driver.pk for branch in sources.every)
    place = ", ".join(dict.fromkeys((project.unit.name, project.organisation.name)))
    lines = dict.fromkeys((branch.parent_id or AIM, branch.driver.pk) for branch in sources.every)
    return Diagram(
        title=worded(_("{Driver_diagram}: %(title)s")) % {"title": project.title},
        caption=f"{place}. {format_date(today)}.",
        heads=heads(),
        items=(
            Item(id=AIM, column=0, text=sources.aim or worded(_("No {aim} yet"))),
            *(_item(parts[number], notes) for number in ordered),
        ),
        lines=tuple(lines),
        is_mirrored=translation.get_language_bidi(),
    )


def _item(branch: Branch, notes: Notes) -> Item:
    driver, own = branch.driver, notes.on_its_own(branch)
    is_idea = driver.kind == DriverKind.IDEA
    return Item(
        id=driver.pk,
        column=COLUMNS[DriverKind(driver.kind)],
        text=driver.text,
        sign=own[0].icon.removeprefix("st-") if is_idea else "",
        notes=tuple(note.text for note in own),
    )

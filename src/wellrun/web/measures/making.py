"""The second step of a new measure: the forms over a brought file, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.exchange.dataset import SeriesData
from wellrun.measures import services
from wellrun.measures.queries import Measure, missing_kind
from wellrun.measures.values import RATIO_CHARTS
from wellrun.projects.queries import Project
from wellrun.web.measures.bringing import (
    EVERY_GROUP,
    MOST_GROUPS,
    Brought,
    observations_from,
    places_of,
    suggested_chart,
    understand,
)
from wellrun.web.measures.drafts import Draft
from wellrun.web.measures.forms.new import ColumnsForm
from wellrun.web.measures.forms.new_measure import NewMeasureForm
from wellrun.web.measures.forms.units import number_in
from wellrun.web.measures.presenters.preview import ChartSettings

Organisations = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A brought file with the two forms over it, already filled with what we guess or were told."""

    brought: Brought
    columns: ColumnsForm
    definition: NewMeasureForm

    @classmethod
    def of(cls, draft: Draft, organisations: Organisations, units: Organisations = ()) -> Making:
        """Raises `TableError` where the file holds nothing to chart."""
        brought = understand(draft)
        data = {**_guessed(draft, brought, organisations), **_still_true(draft.choices, brought)}
        columns = ColumnsForm(
            data,
            table=brought.table,
            by=places_of(brought.table, brought.guess.roles)["by"],
            question=brought.question,
            keys=brought.keys,
        )
        is_ratio = brought.roles.n is not None
        definition = NewMeasureForm(data, is_ratio=is_ratio, organisations=organisations, units=units)
        columns.is_valid()
        definition.is_valid()
        return cls(brought=brought, columns=columns, definition=definition)

    @property
    def chosen(self) -> list[SeriesData]:
        """The series to be made into measures; empty before a group is chosen."""
        return self.brought.series_for(self.columns.data.get("group", ""))

    @property
    def shown(self) -> SeriesData | None:
        """The series whose chart is drawn: the chosen one, or the first so that there is something to see."""
        return next(iter(self.chosen or self.brought.dataset or ()), None)

    @property
    def settings(self) -> ChartSettings:
        """What the drawing needs, as far as the form is right so far."""
        form, data = self.definition, self.definition.cleaned_data
        options = {
            "direction": data.get("direction", "neutral"),
            "rules": data.get("rules", "anhoej/1"),
            "target": form.target_on_chart,
            "multiply": form.scale,
        }
        return ChartSettings(
            name=data.get("name") or self.brought.roles.y,
            place=data.get("place", ""),
            y_label=data.get("y_label") or self.brought.roles.y,
            chart=data.get("chart") or (suggested_chart(self.shown) if self.shown else "i"),
            rules=str(options["rules"]),
            period="",
            options=options,
        )

    @property
    def is_ready(self) -> bool:
        """Nothing is left to ask, choose or put right."""
        return bool(self.chosen) and not self.columns.errors and not self.definition.errors

    def forgive_empty(self) -> None:
        """What has not been filled in yet is not wrong yet."""
        for name in [name for name in self.definition.errors if not self.definition.data.get(name)]:
            del self.definition.errors[name]

    def ask_for_group(self) -> None:
        """Say, beside the question, that it is still open."""
        if "dates" in self.columns.fields and not self.columns.data.get("dates"):
            self.columns.add_error("dates", _("Say which comes first. We do not guess this."))
        elif "group" in self.columns.fields and not self.chosen:
            self.columns.add_error("group", _("Choose one group."))


def _still_true(choices: Mapping[str, str], brought: Brought) -> dict[str, str]:
    """What was chosen, without what the newly chosen columns have made impossible."""
    is_ratio = brought.roles.n is not None
    kept = dict(choices)
    if (kept.get("chart") in RATIO_CHARTS) != is_ratio:
        kept.pop("chart", None)
    if kept.get("group") not in {EVERY_GROUP, *brought.keys}:
        kept.pop("group", None)
    # A name that was only ever a column's name follows the chosen column.
    others = {name for name in brought.table.header if name != brought.roles.y}
    for field, names in (("y_label", others), ("name", {name.capitalize() for name in others})):
        if kept.get(field) in names:
            kept.pop(field)
    return kept


def _guessed(draft: Draft, brought: Brought, organisations: Organisations) -> dict[str, str]:
    """The forms as we would fill them in."""
    series = next(iter(brought.dataset or brought.likely or ()), None)
    few = 1 < len(brought.keys) <= MOST_GROUPS
    return {
        **places_of(brought.table, brought.roles),
        "group": EVERY_GROUP if few else "",
        "name": PurePath(draft.name).stem.replace("_", " ").replace("-", " ").strip().capitalize()
        or brought.roles.y.capitalize(),
        "chart": suggested_chart(series) if series else "i",
        "direction": "neutral",
        "rules": "anhoej/1",
        "multiply": "1",
        "y_label": brought.roles.y,
        "organisation": str(organisations[0][0]) if len(organisations) == 1 else "",
    }


def _unit_of(project: Project | None, organisation_id: int) -> int | None:
    """A measure that is made for a project belongs to the project's unit, unless somebody says another."""
    return project.unit_id if project and project.organisation_id == organisation_id else None


def make_measures(
    actor: Actor, making: Making, *, project: Project | None = None, now: datetime
) -> list[Measure]:
    """All measures or none, in their project's family too: nothing is half saved. Raises `Refused`."""
    roles, form = making.brought.roles, making.definition
    organisation_id = int(form.cleaned_data["organisation"])
    with transaction.atomic():
        made = [
            services.create_measure(
                actor=actor,
                organisation_id=organisation_id,
                unit_id=number_in(form.cleaned_data["unit"]) or _unit_of(project, organisation_id),
                definition=form.definition(
                    place=series.key if series.parts else "", numerator=roles.y, denominator=roles.n or ""
                ),
                observations=observations_from(series, is_ratio=form.is_ratio),
                now=now,
            )
            for series in making.chosen
        ]
        if project is not None:
            for measure in made:
                services.use_measure(
                    actor=actor, project=project, measure=measure, kind=missing_kind(project), now=now
                )
    return made

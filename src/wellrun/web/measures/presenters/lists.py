"""The list of measures as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.measures.queries import MeasureRow
from wellrun.organisations.queries import Unit
from wellrun.web.components.measure_card.tag import MeasureCard, SignLine
from wellrun.web.components.segments.tag import Segment
from wellrun.web.measures.presenters.words import kind_text, since_text

SHOWN = 60
"""Cards on one page: each carries its own drawing."""
READINGS = {
    "": (),
    "improving": ("improving",),
    "concerning": ("concerning",),
    "other": ("common_cause", "not_assessed", "special_high", "special_low", ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Measures of one organisation, or of one family in it."""

    title: str
    cards: tuple[MeasureCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureList:
    """What the list page shows."""

    groups: tuple[Group, ...]
    count: str
    search: str
    readings: tuple[Segment, ...]
    organisation: int | None
    unit: str
    is_filtered: bool
    is_cut: bool


def present_card(row: MeasureRow, *, with_place: bool = True) -> MeasureCard:
    """One measure from its stored reading: nothing is computed."""
    archived = _("archived") if row.is_archived else ""
    kinds = (kind_text(row.kind), _("invented") if row.is_invented else "", archived)
    place = row.place or row.unit
    return MeasureCard(
        title=f"{row.name}, {place}" if with_place and place and place not in row.name else row.name,
        href=reverse("measures:detail", args=[row.id]),
        value=row.last_value or "–",
        unit=since_text(row.last_period, row.period),
        kind=" · ".join(filter(None, kinds)),
        spark=row.spark,
        signs=present_signs(row),
    )


def present_signs(row: MeasureRow) -> tuple[SignLine, ...]:
    """The two signs of a measure; the second only where a target gives it something to say."""
    variation = SignLine(
        of=row.variation or "not_assessed", side=row.side, word=row.word or _("No numbers yet")
    )
    if row.assurance in {"", "not_assessed"}:
        return (variation,)
    return (variation, SignLine(of=row.assurance, word=row.assurance_word))


def _segments(kept: Mapping[str, object], reading: str) -> tuple[Segment, ...]:
    words = {
        "": _("All"),
        "improving": _("Improving"),
        "concerning": _("Concerning"),
        "other": _("Steady and others"),
    }
    return tuple(
        Segment(
            text=text,
            href="?" + urlencode({key: value for key, value in {**kept, "reading": name}.items() if value}),
            is_current=name == reading,
        )
        for name, text in words.items()
    )


def present_list(
    rows: Sequence[MeasureRow],
    *,
    search: str = "",
    organisation: int | None = None,
    unit: Unit | None = None,
    reading: str = "",
) -> MeasureList:
    """Rows in their own order, grouped by family and organisation, cut where a page grows too heavy."""
    wanted = [row for row in rows if not READINGS[reading] or row.variation in READINGS[reading]]
    groups = groupby(wanted[:SHOWN], key=lambda row: ", ".join(filter(None, (row.family, row.organisation))))
    count = len(wanted)
    return MeasureList(
        groups=tuple(
            Group(title=title, cards=tuple(present_card(row) for row in group)) for title, group in groups
        ),
        count=ngettext("%(count)d measure", "%(count)d measures", count) % {"count": count},
        search=search,
        readings=_segments({"q": search, "organisation": organisation, "unit": unit and unit.pk}, reading),
        organisation=organisation,
        unit=str(unit.pk) if unit else "",
        is_filtered=bool(search or organisation or unit or reading),
        is_cut=count > SHOWN,
    )

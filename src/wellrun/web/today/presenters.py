"""The front page in plain values, from stored readings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.measures.queries import MeasureRow
from wellrun.web.components.measure_card.tag import MeasureCard, SignLine
from wellrun_spc.wording import format_date, format_moment

MOST_LOOKS = 4
MOST_CARDS = 3
KINDS = ("outcome", "process", "balancing", "")
"""What people want first, then how they work, then what else might change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A measure that somebody should look into."""

    title: str
    href: str
    text: str
    of: str
    side: str
    kind: str
    spark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """What the front page shows."""

    date: str
    lede: str
    looks: tuple[Look, ...]
    more_looks: str
    more_href: str
    stories: tuple[MeasureCard, ...]
    better: tuple[MeasureCard, ...]
    is_demo: bool


def _place(row: MeasureRow) -> str:
    return ", ".join(dict.fromkeys(filter(None, (row.place, row.organisation))))


def _look(row: MeasureRow) -> Look:
    kinds = {"concerning": _("A signal to look into"), "special_high": _("A change to understand")}
    return Look(
        title=row.name,
        href=reverse("measures:detail", args=[row.id]),
        text=row.plain,
        of=row.variation,
        side=row.side,
        kind=f"{kinds.get(row.variation, kinds['special_high'])} · {_place(row)}",
        spark=row.spark,
    )


def _card(row: MeasureRow) -> MeasureCard:
    return MeasureCard(
        title=row.name,
        href=reverse("measures:detail", args=[row.id]),
        value=row.last_value,
        unit=format_moment(row.last_period, row.period) if row.last_period else "",
        kind=_place(row),
        spark=row.spark,
        signs=(SignLine(of=row.variation or "not_assessed", side=row.side, word=row.word),),
    )


def _lede(looks: int, measures: int) -> str:
    if not measures:
        return _("Nothing here yet. Bring a few numbers, and see what they say.")
    if not looks:
        return _("Nothing needs a look. Steady is good news when it is good enough.")
    return ngettext("%(count)d measure needs a look.", "%(count)d measures need a look.", looks) % {
        "count": looks
    }


def _looks(rows: Sequence[MeasureRow]) -> list[MeasureRow]:
    """Concerning first, then changes nobody has called good or bad."""
    concerning = [row for row in rows if row.variation == "concerning"]
    return concerning + [row for row in rows if row.variation in {"special_high", "special_low"}]


def _stories(rows: Sequence[MeasureRow]) -> list[MeasureRow]:
    """Invented measures that tell of a change, outcomes first."""
    told = [row for row in rows if row.is_invented]
    return sorted(told, key=lambda row: (row.variation != "improving", KINDS.index(row.kind), row.id))


def present_today(
    rows: Sequence[MeasureRow], *, own: Collection[int] = (), today: date, is_demo: bool
) -> TodayPage:
    """What needs a look; stories; what is improving.

    ``own``: the person's organisations. What others shared asks nothing of them, so it needs no look here.
    """
    ours = [row for row in rows if row.organisation_id in own]
    looks = _looks(ours)
    hidden = len(looks) - MOST_LOOKS
    stories = (_stories(ours) or _stories(rows))[:MOST_CARDS]
    better = [row for row in ours or rows if row.variation == "improving" and row not in stories]
    return TodayPage(
        date=format_date(today),
        lede=_lede(len(looks), len(rows)),
        looks=tuple(_look(row) for row in looks[:MOST_LOOKS]),
        more_looks=ngettext("See %(count)d more", "See %(count)d more", hidden) % {"count": hidden}
        if hidden > 0
        else "",
        more_href=f"{reverse('measures:list')}?reading=concerning",
        stories=tuple(_card(row) for row in stories),
        better=tuple(_card(row) for row in better[:MOST_CARDS]),
        is_demo=is_demo,
    )

"""The front page in plain values, from stored readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.accounts.queries import Notification
from wellrun.accounts.values import is_own_page
from wellrun.measures.queries import MeasureRow
from wellrun.measures.queries.today import needs_a_look
from wellrun.measures.values import next_period
from wellrun.projects.queries import ProjectRow
from wellrun.projects.values import State
from wellrun.web.components.measure_card.tag import MeasureCard, SignLine
from wellrun.web.measures.presenters.words import moment_text
from wellrun.web.projects.presenters.portfolio import ProjectCard, present_card
from wellrun_spc.wording import format_date, format_moment

MOST_TASKS = 5
MOST_PROJECTS = 6
MOST_CARDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the page is made of, as it was found."""

    asking: Sequence[Notification] = ()
    measures: Sequence[MeasureRow] = ()
    measure_count: int = 0
    """How many measures want something, of which `measures` are the first."""
    projects: Sequence[ProjectRow] = ()
    better: Sequence[MeasureRow] = ()
    stories: Sequence[MeasureRow] = ()
    is_demo: bool = False

    @property
    def is_nothing_yet(self) -> bool:
        """Whether nothing is the person's own yet: they begin with a story."""
        return not (self.asking or self.measures or self.projects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that waits for the person, and the one place where it is done."""

    title: str
    href: str
    text: str
    kind: str
    of: str = ""
    side: str = ""
    icon: str = ""
    spark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """What the front page shows. ``is_new`` says that nothing is the person's own yet."""

    date: str
    lede: str
    tasks: tuple[Task, ...]
    more: str
    more_href: str
    projects: tuple[ProjectCard, ...]
    better: tuple[MeasureCard, ...]
    stories: tuple[MeasureCard, ...]
    is_new: bool
    is_demo: bool


def present_today(found: Found, *, now: datetime) -> TodayPage:
    """What was asked of the person first, then what their measures want; projects; what others learned."""
    waiting = len(found.asking) + found.measure_count
    tasks = [*(_asked(row) for row in found.asking), *(_wanted(row) for row in found.measures)][:MOST_TASKS]
    hidden = waiting - len(tasks)
    projects = [row for row in found.projects if row.state != State.CLOSED][:MOST_PROJECTS]
    return TodayPage(
        date=format_date(now.date()),
        lede=_lede(waiting),
        tasks=tuple(tasks),
        more=ngettext("See %(count)d more", "See %(count)d more", hidden) % {"count": hidden}
        if hidden > 0
        else "",
        more_href=_more_href(found),
        projects=tuple(present_card(row, now) for row in projects),
        better=tuple(_card(row) for row in found.better[:MOST_CARDS]),
        stories=tuple(_card(row) for row in found.stories[:MOST_CARDS]) if found.is_nothing_yet else (),
        is_new=found.is_nothing_yet,
        is_demo=found.is_demo,
    )


def _lede(waiting: int) -> str:
    if not waiting:
        return _("Nothing needs you today. Steady is good news when it is good enough.")
    return ngettext("One thing needs you.", "%(count)d things need you.", waiting) % {"count": waiting}


def _more_href(found: Found) -> str:
    """Where the rest is: with measures hidden, the list of them; otherwise the news."""
    if found.measure_count:
        return f"{reverse('measures:list')}?reading=concerning"
    return reverse("notifications:list")


def _asked(row: Notification) -> Task:
    return Task(
        title=row.sentence,
        href=row.address if is_own_page(row.address) else reverse("notifications:list"),
        text=_("Since %(day)s.") % {"day": format_date(localtime(row.at).date())},
        kind=_("Waits for you"),
        icon="bell",
    )


def _wanted(row: MeasureRow) -> Task:
    return _look(row) if needs_a_look(row) else _due(row)


def _look(row: MeasureRow) -> Task:
    is_concerning = row.variation == "concerning"
    kind = _("A signal to look into") if is_concerning else _("A change to understand")
    return Task(
        title=row.name,
        href=reverse("measures:detail", args=[row.id]),
        text=row.plain,
        kind=f"{kind} · {_place(row)}",
        of=row.variation,
        side=row.side,
        spark=row.spark,
    )


def _due(row: MeasureRow) -> Task:
    """The period whose number is missing: the one after the last."""
    day = next_period(row.last_period, row.period) if row.last_period else date.min
    return Task(
        title=row.name,
        href=f"{reverse('measures:detail', args=[row.id])}#numbers",
        text=_("The number for %(period)s is not here yet. It takes a minute.")
        % {"period": _period_text(day, row.period)},
        kind=f"{_('Number due')} · {_place(row)}",
        icon="chart",
    )


def _period_text(day: date, period: str) -> str:
    moment = moment_text(day, period)
    return _("the week of %(day)s") % {"day": moment} if period == "week" else moment


def _place(row: MeasureRow) -> str:
    return ", ".join(dict.fromkeys(filter(None, (row.place, row.organisation))))


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

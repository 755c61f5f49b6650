"""Words that several pages of measures use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.measures.values import Chart, Direction, Kind
from wellrun.web.components.page_header.tag import Fact
from wellrun_spc import RULE_SETS
from wellrun_spc.wording import format_date, format_moment

SENTENCE_END = re.compile(r"(?<=[.?]) (?=[^a-z\d])")


def in_two(text: str) -> tuple[str, ...]:
    """Fact and meaning first, the next step after them, where a reading has three sentences or more."""
    sentences = SENTENCE_END.split(text)
    cut = min(len(sentences), 2)
    return tuple(" ".join(part) for part in (sentences[:cut], sentences[cut:]) if part)


def periods_text(period: str, count: int) -> str:
    """ "26 weeks", "1 month": what a chart's points are, in the page's language."""
    words: Mapping[str, str] = {
        "day": ngettext("%(count)d day", "%(count)d days", count),
        "week": ngettext("%(count)d week", "%(count)d weeks", count),
        "month": ngettext("%(count)d month", "%(count)d months", count),
        "quarter": ngettext("%(count)d quarter", "%(count)d quarters", count),
        "year": ngettext("%(count)d year", "%(count)d years", count),
    }
    return words.get(period, ngettext("%(count)d number", "%(count)d numbers", count)) % {"count": count}


def period_head(period: str) -> str:
    """The head of the column of periods."""
    heads = {
        "day": _("Day"),
        "week": _("Week starting"),
        "month": _("Month"),
        "quarter": _("Quarter"),
        "year": _("Year"),
    }
    return heads.get(period, _("Date"))


def moment_text(day: date, period: str) -> str:
    """A period in a table: "6 April 2026", "April 2026", "2026 Q2"."""
    return format_moment(day, period)


def since_text(last_period: date | None, period: str) -> str:
    """Which period the latest number belongs to, beside it on a card."""
    if last_period is None:
        return _("no numbers yet")
    moment = format_moment(last_period, period)
    return _("week of %(day)s") % {"day": moment} if period == "week" else moment


def chart_note(chart: str, rules: str) -> str:
    """ "Counts (c chart), rules: Anhøj 1": the chart and the rules, by name."""
    known = RULE_SETS.get(rules)
    return _("%(chart)s, rules: %(rules)s") % {
        "chart": Chart(chart).label,
        "rules": known.title if known else rules,
    }


def visibility_text(level: str, organisation: str) -> str:
    """Who can see a measure, with the organisation's name."""
    texts = {
        "team": _("Only the team can see this"),
        "organisation": _("%(organisation)s can see this") % {"organisation": organisation},
        "network": _("Everybody who signs in can see this"),
        "public": _("Anyone can see this"),
    }
    return texts[level]


def kind_text(kind: str) -> str:
    return str(Kind(kind).label) if kind else ""


def direction_text(direction: str) -> str:
    return str(Direction(direction).label)


def invented_fact(*, is_invented: bool) -> list[Fact]:
    """Invented stories say so beside their title, always."""
    return [Fact(text=_("Invented story"), icon="info")] if is_invented else []


def day_text(day: date) -> str:
    return format_date(day)

"""One number as a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.measures.queries import Measure, Observation
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.measures.presenters.detail import measures_crumb
from wellrun.web.measures.presenters.words import day_text
from wellrun_spc.wording import format_period


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPage:
    """What the page of one number shows beside its forms."""

    title: str
    trail: tuple[Crumb, ...]
    measure_name: str
    facts: tuple[Fact, ...]
    is_excluded: bool
    is_suppressed: bool
    address: str
    measure_address: str


def present_number(measure: Measure, row: Observation) -> NumberPage:
    period = format_period(row.period, measure.period)
    address = reverse("measures:detail", args=[measure.pk])
    return NumberPage(
        title=period[:1].upper() + period[1:],
        trail=(measures_crumb(), Crumb(text=measure.name, href=address)),
        measure_name=measure.name,
        facts=(Fact(text=_("Entered on %(day)s") % {"day": day_text(row.entered_at.date())}, look="words"),),
        is_excluded=row.is_excluded,
        is_suppressed=row.is_suppressed,
        address=reverse("measures:number", args=[measure.pk, row.period]),
        measure_address=address,
    )

"""What a package holds, in words, before anything is saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.vocabulary import worded
from wellrun.exchange.package.planning import Plan
from wellrun.exchange.package.reading import Package
from wellrun.projects.queries import Project
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.words import projects_crumb
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """What will come, what will not and why, and what is here already."""

    title: str
    trail: tuple[Crumb, ...]
    where_from: str
    comes: tuple[str, ...]
    stays_away: tuple[tuple[str, str], ...]
    """Each place in the package, and why it is left out."""
    copies: tuple[tuple[str, str], ...]
    """Title and address of projects here that are one with it."""
    others: str


def present_preview(package: Package, plan: Plan | None, copies: tuple[list[Project], int]) -> PreviewPage:
    record = package.record
    source = record["source"]
    seen, hidden = copies
    return PreviewPage(
        title=record["project"]["title"],
        trail=(projects_crumb(), Crumb(text=_("Bring a project"), href=reverse("packages:bring"))),
        where_from=_("From %(organisation)s, %(unit)s. Packed on %(day)s.")
        % {
            "organisation": source["organisation"],
            "unit": record["project"]["unit"],
            "day": format_date(source["packed_at"].date()),
        },
        comes=_comes(record),
        stays_away=(*_missing(record), *_left_out(plan)),
        copies=tuple((each.title, reverse("projects:story", args=[each.pk])) for each in seen),
        others=ngettext(
            "%(count)d project here that its team keeps to itself came from the same one.",
            "%(count)d projects here that their teams keep to themselves came from the same one.",
            hidden,
        )
        % {"count": hidden}
        if hidden
        else "",
    )


def _comes(record: Mapping[str, Any]) -> tuple[str, ...]:
    """One line for each part that there is."""
    count = {part: len(record[part]) for part in PARTS} | {
        "numbers": sum(len(each["observations"]) for each in record["measures"])
    }
    lines = [words % {"count": count[part]} for part, words in _counted(count) if count[part]]
    if record["closing_review"] is not None:
        lines.append(worded(_("{The_look_back}")))
    if record["story"] is not None:
        lines.append(worded(_("{The_story}, as a draft")))
    state = _("It stays where it is: %(state)s") % {"state": spoken().state(record["project"]["state"])}
    return (*lines, state)


PARTS = ("aims", "drivers", "cycles", "measures", "barriers", "actions", "coaching")


def _counted(count: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Each part of the record with its words, before its number is put in."""
    yield "aims", worded(ngettext("{The_aim}", "{The_aim}, with %(count)d revisions", count["aims"]))
    yield (
        "drivers",
        worded(
            ngettext(
                "%(count)d {driver} or {change_idea}",
                "%(count)d {drivers} and {change_ideas}",
                count["drivers"],
            )
        ),
    )
    yield "cycles", worded(ngettext("%(count)d {test}", "%(count)d {tests}", count["cycles"]))
    yield "measures", ngettext("%(count)d measure", "%(count)d measures", count["measures"])
    yield "numbers", ngettext("%(count)d number", "%(count)d numbers", count["numbers"])
    yield "barriers", worded(ngettext("%(count)d {barrier}", "%(count)d {barriers}", count["barriers"]))
    yield "actions", ngettext("%(count)d action", "%(count)d actions", count["actions"])
    yield "coaching", ngettext("%(count)d coaching note", "%(count)d coaching notes", count["coaching"])


def _missing(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What was not packed."""
    left = record["left_out"]
    missing = []
    if left["measures"]:
        words = ngettext(
            "%(count)d measure that whoever packed it could not see.",
            "%(count)d measures that whoever packed it could not see.",
            left["measures"],
        )
        missing.append((_("Measures"), words % {"count": left["measures"]}))
    if left["coaching"]:
        missing.append((_("Coaching"), _("What coach and team talked about was not packed.")))
    if left["names"]:
        missing.append((_("People"), _("Their names were not packed.")))
    return tuple(missing)


def _left_out(plan: Plan | None) -> tuple[tuple[str, str], ...]:
    return () if plan is None else tuple((each.place, each.reason) for each in plan.left_out)

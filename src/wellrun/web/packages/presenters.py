"""What a package holds, in words, before anything is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from wellrun.core.vocabulary import worded
from wellrun.exchange.package.planning import Plan
from wellrun.exchange.package.reading import Package
from wellrun.projects.queries import Project
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.presenters.words import projects_crumb
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date

_COUNTED = {
    "drivers": ngettext_lazy(
        "%(count)d {driver} or {change_idea}", "%(count)d {drivers} and {change_ideas}", "count"
    ),
    "diagram_versions": ngettext_lazy("%(count)d kept diagram", "%(count)d kept diagrams", "count"),
    "tools": ngettext_lazy("%(count)d tool", "%(count)d tools", "count"),
    "cycles": ngettext_lazy("%(count)d {test}", "%(count)d {tests}", "count"),
    "measures": ngettext_lazy("%(count)d measure", "%(count)d measures", "count"),
    "barriers": ngettext_lazy("%(count)d {barrier}", "%(count)d {barriers}", "count"),
    "actions": ngettext_lazy("%(count)d action", "%(count)d actions", "count"),
    "coaching": ngettext_lazy("%(count)d coaching note", "%(count)d coaching notes", "count"),
    "conversations": ngettext_lazy("%(count)d comment", "%(count)d comments", "count"),
}
"""Parts of the record that are told by how many rows they have."""


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
    numbers = sum(len(each["observations"]) for each in record["measures"])
    revisions = len(record["aims"])
    counted: tuple[tuple[int, Any], ...] = (
        (revisions, ngettext("{The_aim}", "{The_aim}, with %(count)d revisions", revisions)),
        *((_in_sight(record[part]), words) for part, words in _COUNTED.items()),
        (numbers, ngettext("%(count)d number", "%(count)d numbers", numbers)),
        (record["huddle"] is not None, _("The time of the huddle")),
        (record["closing_review"] is not None, _("{The_look_back}")),
        (record["story"] is not None, _("{The_story}, as a draft")),
    )
    state = _("It stays where it is: %(state)s") % {"state": spoken().state(record["project"]["state"])}
    return (*(worded(words % {"count": count}) for count, words in counted if count), state)


def _in_sight(rows: Sequence[Mapping[str, Any]]) -> int:
    """What was taken out of the diagram comes along for what hangs on it, and is not seen."""
    return sum(not row.get("is_removed") for row in rows)


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
    if left["tools"]:
        one, many = "%(count)d tool that only its team reads.", "%(count)d tools that only its team reads."
        words = ngettext(one, many, left["tools"])
        missing.append((_("Tools"), words % {"count": left["tools"]}))
    if left["conversations"]:
        missing.append((_("Conversations"), _("What people said about it was not packed.")))
    if left["coaching"]:
        missing.append((_("Coaching"), _("What coach and team talked about was not packed.")))
    if left["names"]:
        missing.append((_("People"), _("Their names were not packed.")))
    return tuple(missing)


def _left_out(plan: Plan | None) -> tuple[tuple[str, str], ...]:
    return () if plan is None else tuple((each.place, each.reason) for each in plan.left_out)

"""What was found, kind by kind, in plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.projects.values.tools import ToolKind
from wellrun.web.shell.excerpts import shortened
from wellrun.web.shell.words import Words, spoken
from wellrun_spc.wording import format_date

EXCERPT = 120
FEW, MANY = 6, 50
"""Results of each kind on the page of all kinds, and on the page of one kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing that was found. ``href`` is empty where it has no page."""

    title: str
    href: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The results of one kind; ``more_href`` leads to the rest of them."""

    kind: str
    title: str
    results: tuple[Result, ...]
    more_href: str
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the page shows. ``is_asked`` is false before anything was typed."""

    search: str
    groups: tuple[Group, ...]
    count: str
    is_asked: bool


def present_search(
    found: Mapping[str, Sequence[Any]], *, search: str, words: Words, most: int, is_asked: bool
) -> SearchPage:
    """``found`` holds up to one row more than is shown, which says that there are others."""
    groups = tuple(
        _group(kind, rows, search=search, words=words, most=most) for kind, rows in found.items() if rows
    )
    shown = sum(len(group.results) for group in groups)
    count = ngettext("%(count)d found", "%(count)d found", shown) % {"count": shown}
    if any(group.is_cut for group in groups):
        count = _("The first %(count)d") % {"count": shown}
    return SearchPage(search=search, groups=groups, count=count, is_asked=is_asked)


def _group(kind: str, rows: Sequence[Any], *, search: str, words: Words, most: int) -> Group:
    titles = {
        "project": _("Projects"),
        "tool": _("Tools for understanding a problem"),
        "tool_item": _("Cards in tools"),
        "measure": words.heading("measures"),
        "unit": words.heading("units"),
        "person": _("People"),
        "comment": _("Comments"),
    }
    return Group(
        kind=kind,
        title=titles[kind],
        results=tuple(_RESULTS[kind](row) for row in rows[:most]),
        is_cut=len(rows) > most,
        more_href="?" + urlencode({"q": search, "kind": kind}) if most == FEW and len(rows) > most else "",
    )


def _project(row: Any) -> Result:
    return Result(
        title=row.title,
        href=reverse("projects:story", args=[row.pk]),
        note=_joined(row.unit.name, row.organisation.name, spoken().state(row.state)),
    )


def _tool(row: Any) -> Result:
    return Result(
        title=row.title,
        href=reverse("tools:tool", args=[row.project_id, row.pk]),
        note=_joined(str(ToolKind(row.kind).label), row.project.title, row.project.organisation.name),
    )


def _tool_item(row: Any) -> Result:
    project = row.tool.project
    return Result(
        title=row.text,
        href=f"{reverse('tools:tool', args=[project.pk, row.tool_id])}?at={row.pk}#chosen",
        note=_joined(row.tool.title, project.title, project.organisation.name),
    )


def _measure(row: Any) -> Result:
    return Result(
        title=row.name,
        href=reverse("measures:detail", args=[row.pk]),
        note=_joined(row.place, row.organisation.name, row.word),
    )


def _unit(row: Any) -> Result:
    organisation = row.organisation
    if row.is_root:
        href = _page("organisations:organisation", organisation.slug)
        return Result(title=row.name, href=href, note=_("Organisation"))
    href = _page("organisations:unit", organisation.slug, row.slug)
    return Result(title=row.name, href=href, note=_joined(row.kind, organisation.name))


def _person(row: Any) -> Result:
    return Result(title=row.name, href=_page("people:person", row.pk), note=row.about)


def _comment(row: Any) -> Result:
    words = " ".join(row.text.split())
    return Result(
        title=shortened(words, EXCERPT),
        href=reverse("conversations:versions", args=[row.pk]),
        note=_joined(row.told_by or row.author.name, format_date(localtime(row.at).date())),
    )


_RESULTS: Mapping[str, Callable[[Any], Result]] = MappingProxyType(
    {
        "project": _project,
        "tool": _tool,
        "tool_item": _tool_item,
        "measure": _measure,
        "unit": _unit,
        "person": _person,
        "comment": _comment,
    }
)


def _joined(*parts: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _page(name: str, *arguments: object) -> str:
    """The page of a thing, where there is one."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""

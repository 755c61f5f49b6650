"""Where a project came from, in a sentence, and those of its team who came as words alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.organisations.values import Perspective
from wellrun.projects.queries import Origin, Project, copies_among, lineage_of, original_of, told_of
from wellrun.projects.values import SeatRole
from wellrun_spc.wording import format_date


def came_from_text(origin: Origin | None) -> str:
    """One sentence, and the stations before that; empty for a project that began here."""
    if origin is None:
        return ""
    words = {
        "name": origin.brought_by.name,
        "day": format_date(origin.brought_at.date()),
        "organisation": origin.organisation,
        "number": origin.original_id,
        "server": origin.server,
        "packed": format_date(origin.packed_at.date()),
    }
    said = _(
        "%(name)s brought this project here on %(day)s from %(organisation)s, where it is project %(number)d"
        " (%(server)s). It was packed on %(packed)s."
    )
    before = [str(each["organisation"]) for each in told_of(origin).earlier]
    more = _("Before that: %(places)s.") % {"places": ", ".join(before)} if before else ""
    return " ".join(filter(None, (said % words, more)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Where a project came from in a sentence, and those that are one with it on this installation."""

    text: str
    relatives: tuple[tuple[str, str], ...]
    """What it is, and its address: what this one was packed from, and its copies."""


def gather_lineage(actor: Actor, project: Project) -> tuple[Origin | None, Lineage]:
    """Relatives as far as they are in sight: a copy is its new team's alone until they share it."""
    server = settings.PUBLIC_ADDRESS[:200]
    origin, ids = lineage_of(project, server=server)
    original, copies = original_of(actor, origin, server=server), copies_among(actor, ids)
    found = [(_("It was packed from here"), original)] if original is not None else []
    found += [(_("A copy was brought in here"), copy) for copy in copies]
    lineage = Lineage(
        text=came_from_text(origin),
        relatives=tuple(
            (f"{words}: {each.title}, {each.organisation.name}", reverse("projects:story", args=[each.pk]))
            for words, each in found
        ),
    )
    return origin, lineage


def came_along(origin: Origin | None) -> tuple[tuple[str, str], ...]:
    """Those in the team there who are nobody here, each once, with what they were there."""
    told = told_of(origin)
    people: dict[int, list[Mapping[str, Any]]] = {}
    for row in told.team:
        people.setdefault(row["person"], []).append(row)
    return tuple((told.person(person), _what_they_were(rows)) for person, rows in people.items())


def _what_they_were(rows: Sequence[Mapping[str, Any]]) -> str:
    """ "Ward manager, Lead, Member. Staff": as it says beside those who have a seat."""
    words = [*(row["title"] for row in rows), *(str(SeatRole(row["role"]).label) for row in rows)]
    sides = [str(Perspective(row["perspective"]).label) for row in rows]
    return ". ".join(", ".join(filter(None, dict.fromkeys(each))) for each in (words, sides))

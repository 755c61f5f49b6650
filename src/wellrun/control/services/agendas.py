"""The agenda of a huddle by e-mail: what a team talks about, to those of it who want to read it before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.control.models import Huddle
from wellrun.control.queries.huddles import Agenda, agenda_of, readers_of
from wellrun.core.mail import post
from wellrun.core.vocabulary import speaking, vocabulary_of, worded
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.values import Stage
from wellrun.projects.models import Action, Project
from wellrun.projects.values import BarrierState
from wellrun_spc.wording import format_date

MOST_LINES = 12
"""Of each part: a huddle takes ten minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the agenda, with its lines."""

    title: str
    lines: tuple[str, ...]
    empty: str


@transaction.atomic
def send_agenda(*, huddle_id: int, at: datetime, now: datetime) -> int:
    """Ask for the letters of one huddle. Returns how many.

    The huddle is marked in the transaction that asks for them: nobody gets an agenda twice, and none is lost,
    whenever this is stopped. One that has begun meanwhile needs none.
    """
    huddle = Huddle.objects.select_for_update(of=("self",)).select_related("project").filter(pk=huddle_id)
    row = huddle.first()
    if row is None or row.sent_for == at or at <= now:
        return 0
    row.sent_for = at
    row.save(update_fields=["sent_for"])
    readers = [person for person in readers_of(row.project) if not person.is_demo]
    agenda = agenda_of(row.project, on=localtime(at).date()) if readers else None
    for person in readers:
        assert agenda is not None  # noqa: S101 - there is somebody who reads it
        language = person.language or settings.LANGUAGE_CODE
        with translation.override(language), speaking(vocabulary_of(person.pk)):
            _post(person, row.project, agenda, at)
    return len(readers)


def _post(person: Person, project: Project, agenda: Agenda, at: datetime) -> None:
    local = localtime(at)
    when = _("%(day)s at %(time)s") % {"day": format_date(local.date()), "time": f"{local:%H:%M}"}
    address = settings.PUBLIC_ADDRESS + reverse("huddle:page", args=[project.pk])
    choices = f"{address}#meeting"
    letter: dict[str, object] = {
        "subject": _("Huddle on %(when)s: %(project)s") % {"when": when, "project": project.title},
        "greeting": _("Hello %(name)s,") % {"name": person.name},
        "lede": _("this is what the team of “%(project)s” talks about on %(when)s.")
        % {"project": project.title, "when": when},
        "parts": tuple(_parts(agenda, local.date())),
        "address": address,
        "choices": choices,
        "language": translation.get_language(),
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
    }
    post(
        to=person.email,
        subject=str(letter["subject"]),
        body=_plain(letter),
        html=render_to_string("control/agenda.html", letter),
        headers={"List-Unsubscribe": f"<{choices}>"},
    )


def _parts(agenda: Agenda, on: date) -> Iterator[Part]:
    yield _part(
        worded(_("{Tests}")), [_test(each, on) for each in agenda.tests], worded(_("No {test} is under way."))
    )
    yield _part(
        _("What the data say"),
        [f"{each.name}: {each.sentence or _('no numbers yet')}" for each in agenda.measures],
        _("The project has no measure yet."),
    )
    yield _part(_("Who does what"), [_action(each, on) for each in agenda.actions], _("Nothing is due."))
    yield _part(
        _("What stands in the way"),
        [f"{each.text} ({BarrierState(each.state).label})" for each in agenda.barriers],
        _("Nothing that you asked for help with."),
    )


def _part(title: str, lines: list[str], empty: str) -> Part:
    more = [_("And %(count)d more.") % {"count": len(lines) - MOST_LINES}] * (len(lines) > MOST_LINES)
    return Part(title=title, lines=(*lines[:MOST_LINES], *more), empty="" if lines else empty)


def _test(cycle: Cycle, on: date) -> str:
    name = worded(_("%(idea)s: {test} %(number)d")) % {"idea": cycle.idea.text, "number": cycle.number}
    if cycle.stage in {Stage.DO, Stage.STUDY} and cycle.ends_on is not None and cycle.ends_on <= on:
        note = _("its last day is %(day)s, so what came out?") % {"day": format_date(cycle.ends_on)}
    elif cycle.stage == Stage.PLAN and cycle.starts_on is not None:
        note = _("begins on %(day)s") % {"day": format_date(cycle.starts_on)}
    else:
        note = str(Stage(cycle.stage).label)
    return f"{name} ({note})"


def _action(action: Action, on: date) -> str:
    if action.due_on is None:
        return f"{action.text} ({action.person.name})"
    due = _("was due on %(day)s") if action.due_on < on else _("due on %(day)s")
    return f"{action.text} ({action.person.name}, {due % {'day': format_date(action.due_on)}})"


def _plain(letter: dict[str, object]) -> str:
    parts = letter["parts"]
    assert isinstance(parts, tuple)  # noqa: S101 - made above
    listed = [
        "\n".join([part.title, *(f"- {line}" for line in part.lines or (part.empty,))]) for part in parts
    ]
    ends = [
        f"{_('Open the huddle:')} {letter['address']}",
        f"{_('You choose there whether this letter comes:')} {letter['choices']}",
    ]
    return "\n\n".join([str(letter["greeting"]), str(letter["lede"]), *listed, *ends]) + "\n"

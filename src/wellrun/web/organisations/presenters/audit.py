"""The history of an organisation: each audit record as a sentence, in the words of the domain it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from wellrun.measures.values import sentences as measures
from wellrun.organisations.queries import AuditLine, AuditPage
from wellrun.web.organisations.presenters.history import and_more
from wellrun.web.shell.runs import runs_of
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One record in words."""

    when: str
    when_iso: str
    by: str
    sentence: str
    about: str
    reason: str
    inside: tuple[HistoryLine, ...] = ()
    """Records of one kind that follow each other, when they are told in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    lines: tuple[HistoryLine, ...]
    next_href: str


def present_audit(page: AuditPage, kept: dict[str, str]) -> HistoryPage:
    """``kept`` are the filters, as the address carries them."""
    told = {name: value for name, value in kept.items() if value}
    return HistoryPage(
        lines=tuple(_of_run(run) for run in runs_of(page.lines, _alike)),
        next_href="?" + urlencode(told | {"before": page.next}) if page.next else "",
    )


def _alike(line: AuditLine) -> tuple[object, ...] | None:
    """What somebody did over and over on one day. A reason, or an undo, is told each for itself."""
    if line.reason or line.is_undo:
        return None
    thing = line.thing_id if line.thing == "measure" else 0
    return (line.by, line.on_behalf_of, line.action, line.thing, thing, line.at.date())


def _of_run(run: Sequence[AuditLine]) -> HistoryLine:
    lines = tuple(_line(line) for line in run)
    if len(lines) == 1:
        return lines[0]
    return replace(lines[0], sentence=f"{and_more(lines[0].sentence, len(lines) - 1)}.", inside=lines)


def sentence_for(line: AuditLine) -> str:
    """The sentence of the domain that the record is of; for one that has no words here, its action."""
    if line.sentence:
        return line.sentence
    if line.thing == "measure":
        try:
            sentence = measures.sentence_of(
                line.action, before=line.before, after=line.after, part=line.part, period="day"
            )
        except (KeyError, ValueError):
            return line.action
        return _("Undone. %(sentence)s") % {"sentence": sentence} if line.is_undo else sentence
    return line.action.replace(".", ": ").replace("_", " ")


def _line(line: AuditLine) -> HistoryLine:
    by = line.by or _("Wellrun")
    if line.on_behalf_of:
        by = _("%(name)s for %(other)s") % {"name": by, "other": line.on_behalf_of}
    return HistoryLine(
        when=f"{format_date(line.at.date())}, {line.at:%H:%M}",
        when_iso=line.at.isoformat(),
        by=by,
        sentence=sentence_for(line),
        about=f"{line.thing} {line.thing_id}",
        reason=line.reason,
    )

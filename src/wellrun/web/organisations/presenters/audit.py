"""The history of an organisation: each audit record as a sentence, in the words of the domain it is of."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from wellrun.measures.values import sentences as measures
from wellrun.organisations.queries import AuditLine, AuditPage
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    lines: tuple[HistoryLine, ...]
    next_href: str


def present_audit(page: AuditPage, kept: dict[str, str]) -> HistoryPage:
    """``kept`` are the filters, as the address carries them."""
    told = {name: value for name, value in kept.items() if value}
    return HistoryPage(
        lines=tuple(_line(line) for line in page.lines),
        next_href="?" + urlencode(told | {"before": page.next}) if page.next else "",
    )


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

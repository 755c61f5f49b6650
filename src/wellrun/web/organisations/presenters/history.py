"""What happened, as a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.organisations.values import Change
from wellrun.web.components.timeline.tag import Moment, in_one
from wellrun.web.shell.runs import runs_of
from wellrun_spc.wording import format_date

ICONS = {"added": "plus", "given": "plus", "moved": "arrow", "closed": "lock", "ended": "close"}


def present_moments(changes: Sequence[Change]) -> tuple[Moment, ...]:
    """Newest first; what one person did over and over on a day, in one sentence that opens."""
    return tuple(_of_run(run) for run in runs_of(changes, _alike))


def _alike(change: Change) -> tuple[object, ...] | None:
    if change.is_undo or change.reason or change.at is None:
        return None
    return (change.kind, change.by, change.at.date())


def _of_run(run: Sequence[Change]) -> Moment:
    moments = [present_moment(change) for change in run]
    if len(run) == 1:
        return moments[0]
    return in_one(moments, title=and_more(moments[0].title, len(run) - 1))


def and_more(sentence: str, count: int) -> str:
    """The latest of its kind, and how many more there were."""
    words = {"sentence": sentence.rstrip("."), "count": count}
    return ngettext("%(sentence)s, and %(count)d more", "%(sentence)s, and %(count)d more", count) % words


def present_moment(change: Change) -> Moment:
    return Moment(
        title=change.sentence.rstrip("."),
        reason=change.reason,
        by=_("By %(name)s") % {"name": change.by} if change.by else "",
        icon="undo" if change.is_undo else ICONS.get(change.kind, "edit"),
        when=format_date(change.at.date()) if change.at else "",
        when_iso=change.at.date().isoformat() if change.at else "",
    )

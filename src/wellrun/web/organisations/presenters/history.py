"""What happened, as a timeline."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.organisations.values import Change
from wellrun.web.components.timeline.tag import Moment
from wellrun_spc.wording import format_date

ICONS = {"added": "plus", "given": "plus", "moved": "arrow", "closed": "lock", "ended": "close"}


def present_moment(change: Change) -> Moment:
    return Moment(
        title=change.sentence.rstrip("."),
        reason=change.reason,
        by=_("By %(name)s") % {"name": change.by} if change.by else "",
        icon="undo" if change.is_undo else ICONS.get(change.kind, "edit"),
        when=format_date(change.at.date()) if change.at else "",
        when_iso=change.at.date().isoformat() if change.at else "",
    )

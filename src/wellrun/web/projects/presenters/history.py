"""What happened in a project, as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wellrun.projects.queries import Event
from wellrun.projects.values import State
from wellrun.web.components.timeline.tag import Moment
from wellrun_spc.wording import format_date

ICONS = {"aim": "edit", "seat": "projects", "project": "flag"}


def present_moments(events: Iterable[Event]) -> tuple[Moment, ...]:
    """The latest first. What has no sentence of its own is told plainly."""
    return tuple(
        Moment(
            title=_title(event),
            icon=ICONS.get(event.action.split(".")[0], "info"),
            reason=event.reason,
            by=_("By %(name)s") % {"name": event.who},
            when=format_date(event.at),
            when_iso=event.at.date().isoformat(),
        )
        for event in events
    )


def _title(event: Event) -> str:
    after = event.after
    match event.action:
        case "project.started":
            return _("Started as an idea")
        case "project.moved":
            return _("Moved to “%(state)s”") % {"state": State(after["state"]).label}
        case "project.shared":
            return _("Changed who can see it")
        case "aim.agreed":
            return _("Agreed the aim: %(what)s") % {"what": after["what"]}
        case "aim.revised":
            return _("Changed the aim: %(what)s") % {"what": after["what"]}
        case "seat.given":
            return _("Somebody joined the team")
        case "seat.ended":
            return _("Somebody left the team")
        case _:
            return _("Wrote in the project")

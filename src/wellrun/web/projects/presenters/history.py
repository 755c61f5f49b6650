"""What happened in a project, as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wellrun.projects.queries import Event
from wellrun.projects.values import State
from wellrun.web.components.timeline.tag import Moment
from wellrun_spc.wording import format_date

ICONS = {"aim": "edit", "seat": "projects", "project": "flag", "family": "chart"}


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
    if event.action == "project.moved":
        return _("Moved to “%(state)s”") % {"state": State(event.after["state"]).label}
    said = {
        "project.started": _("Started as an idea"),
        "project.shared": _("Changed who can see it"),
        "aim.agreed": _("Agreed the aim: %(what)s"),
        "aim.revised": _("Changed the aim: %(what)s"),
        "seat.given": _("Somebody joined the team"),
        "seat.ended": _("Somebody left the team"),
        "family.added": _("Added a measure"),
        "family.main_chosen": _("Chose the main measure"),
        "family.changed": _("Changed what a measure is here"),
        "review.written": _("Wrote the look back"),
        "review.finished": _("Came to its end"),
        "story.drafted": _("A story was drafted from the record"),
        "story.written": _("Wrote the story"),
        "story.published": _("Changed who can read the story"),
        "family.removed": _("Took a measure out of the project"),
    }
    words = said.get(event.action, _("Wrote in the project"))
    return words % event.after if "%(" in words else words

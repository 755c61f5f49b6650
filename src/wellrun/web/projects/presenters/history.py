"""What happened in a project, as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.core.vocabulary import worded_lazy
from wellrun.pdsa.values import Decision
from wellrun.projects.queries import Event
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date

ICONS = {
    "aim": "edit",
    "seat": "projects",
    "project": "flag",
    "family": "chart",
    "barrier": "barrier",
    "driver": "projects",
    "drivers": "clock",
    "cycle": "st-test",
}
LONGEST = 140


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
    words = {name: _word(each) for name, each in event.after.items()}
    if event.action == "project.moved":
        words["state"] = spoken().state(event.after["state"])
    if event.action == "cycle.decided":
        words["decision"] = Decision(event.after["decision"]).label
    if "day" in event.after:
        words["day"] = format_date(date.fromisoformat(event.after["day"]))
    return str(SENTENCES.get(event.action, _SOMETHING)) % words


def _word(value: object) -> object:
    """A number without its point, a text that fits on a line or two."""
    if isinstance(value, float):
        return f"{value:g}"
    return Truncator(value).chars(LONGEST) if isinstance(value, str) else value


_SOMETHING = gettext_lazy("Wrote in the project")
SENTENCES: dict[str, str | Promise] = {
    "project.started": gettext_lazy("Started as an idea"),
    "project.moved": gettext_lazy("Moved to “%(state)s”"),
    "project.shared": gettext_lazy("Changed who can see it"),
    "project.brought": gettext_lazy("Brought here from %(organisation)s"),
    "project.exported": gettext_lazy("Packed the project to take it along"),
    "tag.added": gettext_lazy("Added a tag: %(name)s"),
    "tag.removed": gettext_lazy("Took a tag off"),
    "aim.agreed": worded_lazy(gettext_lazy("Agreed {the_aim}: %(what)s")),
    "aim.revised": worded_lazy(gettext_lazy("Changed {the_aim}: %(what)s")),
    "seat.given": gettext_lazy("Somebody joined the team"),
    "seat.ended": gettext_lazy("Somebody left the team"),
    "seat.passed_on": gettext_lazy("Somebody else leads the project now"),
    "action.passed_on": gettext_lazy("Somebody else will do what was agreed: %(text)s"),
    "barrier.passed_on": gettext_lazy("%(asked)s was asked in the place of somebody who has gone"),
    "coaching.logged": gettext_lazy("Talked with their coach"),
    "progress.confirmed": gettext_lazy("Agreed on how far it has come: %(score)s of 5"),
    "huddle.set": gettext_lazy("Said when the team meets"),
    "action.agreed": gettext_lazy("Agreed what comes next: %(text)s"),
    "action.done": gettext_lazy("Did what was agreed: %(text)s"),
    "driver.added": worded_lazy(gettext_lazy("Added to {the_driver_diagram}: %(text)s")),
    "driver.written": gettext_lazy("Said it in other words: %(text)s"),
    "driver.moved": worded_lazy(gettext_lazy("Moved a part of {the_driver_diagram}")),
    "driver.linked": worded_lazy(gettext_lazy("Let a part of {the_driver_diagram} serve another")),
    "driver.unlinked": worded_lazy(gettext_lazy("Took a line out of {the_driver_diagram}")),
    "driver.removed": worded_lazy(gettext_lazy("Took a part out of {the_driver_diagram}")),
    "driver.restored": worded_lazy(gettext_lazy("Put back into {the_driver_diagram}: %(text)s")),
    "drivers.kept": worded_lazy(gettext_lazy("Kept a version of {the_driver_diagram}: %(name)s")),
    "drivers.renamed": gettext_lazy("Gave a kept version another name: %(name)s"),
    "barrier.raised": gettext_lazy("Asked %(asked)s for help: %(text)s"),
    "barrier.answered": gettext_lazy("Answered what the team asked"),
    "barrier.moved_up": gettext_lazy("No answer in time. %(asked)s was asked now"),
    "barrier.reminded": gettext_lazy("Still no answer. %(asked)s was reminded"),
    "involvement.recorded": gettext_lazy("Recorded how service users and carers are involved"),
    "involvement.agreed": gettext_lazy("Agreed how they are involved"),
    "partner_organisation.invited": gettext_lazy("Asked %(organisation)s to take part"),
    "partner_organisation.joined": gettext_lazy("%(organisation)s takes part now"),
    "partner_organisation.declined": gettext_lazy("%(organisation)s said no"),
    "partner_organisation.left": gettext_lazy("%(organisation)s no longer takes part"),
    "partner.said": gettext_lazy("Said whether the project is done"),
    "experience.asked": gettext_lazy("Asked the partners how it is for them"),
    "experience.answered": gettext_lazy("Answered how it is to take part"),
    "experience.closed": gettext_lazy("Ended a round of questions to the partners"),
    "tool.added": gettext_lazy("Began to understand the problem with a tool: %(title)s"),
    "tool.named": gettext_lazy("Gave a tool another name: %(title)s"),
    "tool.removed": gettext_lazy("Took a tool away"),
    "tool.restored": gettext_lazy("Put a tool back: %(title)s"),
    "vote.opened": gettext_lazy("Opened a vote: %(title)s"),
    "vote.closed": gettext_lazy("Closed a vote: %(title)s"),
    "vote.stopped": gettext_lazy("Stopped a vote without a result: %(title)s"),
    "barrier.closed": worded_lazy(gettext_lazy("Closed {a_barrier}")),
    "cycle.planned": worded_lazy(gettext_lazy("Planned {a_test}: %(question)s")),
    "cycle.replanned": worded_lazy(gettext_lazy("Changed the plan of {a_test}")),
    "cycle.started": worded_lazy(gettext_lazy("Began {a_test}")),
    "cycle.day_noted": gettext_lazy("Wrote down what they saw on %(day)s"),
    "cycle.day_changed": gettext_lazy("Put right what they saw on %(day)s"),
    "cycle.day_restored": gettext_lazy("Put back what they saw on %(day)s"),
    "cycle.day_removed": worded_lazy(gettext_lazy("Took out a day of {a_test}")),
    "cycle.told": gettext_lazy("Said what happened: %(happened)s"),
    "cycle.studied": worded_lazy(gettext_lazy("Studied {a_test}: %(result)s")),
    "cycle.decided": worded_lazy(gettext_lazy("Decided after {a_test}: %(decision)s")),
    "cycle.removed": worded_lazy(gettext_lazy("Took {a_test} away")),
    "family.added": gettext_lazy("Added a measure"),
    "family.main_chosen": gettext_lazy("Chose the main measure"),
    "family.changed": gettext_lazy("Changed what a measure is here"),
    "family.removed": gettext_lazy("Took a measure out of the project"),
    "review.written": worded_lazy(gettext_lazy("Wrote {the_look_back}")),
    "review.finished": gettext_lazy("Came to its end"),
    "story.drafted": worded_lazy(gettext_lazy("{A_story} was drafted from the record")),
    "story.written": worded_lazy(gettext_lazy("Wrote {the_story}")),
    "story.published": worded_lazy(gettext_lazy("Changed who can read {the_story}")),
}

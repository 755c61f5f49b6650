"""What happened in a project, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wellrun.core.vocabulary import worded, worded_lazy
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Decision
from wellrun.projects.queries import Event
from wellrun.projects.queries.history import DAYS
from wellrun.web.components.timeline.tag import Moment, in_one
from wellrun.web.projects.presenters.cycles import cycle_title
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


Names = Mapping[int, str]


def present_moments(
    events: Iterable[Event], tests: Iterable[Cycle] = (), team: Names = MappingProxyType({})
) -> tuple[Moment, ...]:
    """The latest first. What has no sentence of its own is told plainly.

    ``tests`` are called by name, and so is who is on the ``team``, by the number of the person.
    """
    names = {test.pk: cycle_title(test) for test in tests}
    return tuple(_moment(event, names, team) for event in events)


def _moment(event: Event, names: Names, team: Names) -> Moment:
    if event.inside:
        inside = [_moment(each, names, team) for each in event.inside]
        return in_one(inside, title=_title_of_many(event, names))
    return Moment(
        title=_title_of_seat(event, team) or _title(event),
        icon=ICONS.get(event.action.split(".")[0], "info"),
        reason=event.reason,
        by=_("By %(name)s") % {"name": event.who},
        when=format_date(event.at),
        when_iso=event.at.date().isoformat(),
    )


def _title_of_many(event: Event, names: Mapping[int, str]) -> str:
    """ "Added 6 days to the test “Distress card: test 3”": what somebody did over and over."""
    test = names.get(event.thing, "")
    words = {
        "count": len(event.inside),
        "test": _("“%(name)s”") % {"name": test} if test else worded(_("{a_test}")),
    }
    if not event.action.startswith(DAYS):
        return str(MANY[event.action]) % words
    actions = {each.action for each in event.inside}
    days = {_day(each) for each in event.inside}
    name = event.action if len(actions) == 1 else DAYS
    return MANY_DAYS.get(name, MANY_DAYS[DAYS])(len(days)) % (words | {"count": len(days)})


def _title_of_seat(event: Event, team: Names) -> str:
    """Who it is about, as long as they are on the team."""
    name = team.get((event.after or event.before).get("person_id", 0), "")
    if not name or event.action not in ON_THE_TEAM:
        return ""
    return str(ON_THE_TEAM[event.action]) % {"name": name}


def _title(event: Event) -> str:
    words = {name: _word(each) for name, each in event.after.items()}
    if event.action == "project.moved":
        words["state"] = spoken().state(event.after["state"])
    if event.action == "cycle.decided":
        words["decision"] = Decision(event.after["decision"]).label
    if event.action.startswith(DAYS):
        words["day"] = _day(event)
    return str(SENTENCES.get(event.action, _SOMETHING)) % words


def _day(event: Event) -> str:
    """The day of a test that was written down, put right or taken out."""
    told = (event.after or event.before).get("day", "")
    return format_date(date.fromisoformat(told)) if told else ""


def _word(value: object) -> object:
    """A number without its point, a text that fits on a line or two."""
    if isinstance(value, float):
        return f"{value:g}"
    return Truncator(value).chars(LONGEST) if isinstance(value, str) else value


_SOMETHING = gettext_lazy("Wrote in the project")
ON_THE_TEAM: dict[str, str | Promise] = {
    "seat.given": gettext_lazy("%(name)s joined the team"),
    "seat.ended": gettext_lazy("One of the roles of %(name)s ended"),
}
MANY: dict[str, str | Promise] = {
    "action.agreed": gettext_lazy("Agreed on %(count)d things to do next"),
    "action.done": gettext_lazy("Did %(count)d things that were agreed"),
    "cycle.replanned": gettext_lazy("Changed the plan of %(test)s %(count)d times"),
    "driver.added": worded_lazy(gettext_lazy("Added %(count)d parts to {the_driver_diagram}")),
    "driver.linked": worded_lazy(gettext_lazy("Drew %(count)d lines in {the_driver_diagram}")),
    "driver.moved": worded_lazy(gettext_lazy("Moved parts of {the_driver_diagram} %(count)d times")),
    "driver.removed": worded_lazy(gettext_lazy("Took %(count)d parts out of {the_driver_diagram}")),
    "driver.restored": worded_lazy(gettext_lazy("Put %(count)d parts back into {the_driver_diagram}")),
    "driver.unlinked": worded_lazy(gettext_lazy("Took %(count)d lines out of {the_driver_diagram}")),
    "driver.written": worded_lazy(
        gettext_lazy("Said parts of {the_driver_diagram} in other words, %(count)d times")
    ),
    "family.added": gettext_lazy("Added %(count)d measures"),
    "family.changed": gettext_lazy("Changed what measures are here, %(count)d times"),
    "review.written": worded_lazy(gettext_lazy("Wrote {the_look_back}, %(count)d times")),
    "seat.given": gettext_lazy("%(count)d people joined the team"),
    "story.written": worded_lazy(gettext_lazy("Wrote {the_story}, %(count)d times")),
    "tag.added": gettext_lazy("Added %(count)d tags"),
    "tag.removed": gettext_lazy("Took off %(count)d tags"),
}
"""What somebody did over and over, in one sentence; see `projects.queries.history.FOLDED`."""
MANY_DAYS: dict[str, Callable[[int], str]] = {
    "cycle.day_noted": lambda days: ngettext(
        "Added %(count)d day to %(test)s", "Added %(count)d days to %(test)s", days
    ),
    "cycle.day_changed": lambda days: ngettext(
        "Put right %(count)d day of %(test)s", "Put right %(count)d days of %(test)s", days
    ),
    "cycle.day_removed": lambda days: ngettext(
        "Took %(count)d day out of %(test)s", "Took %(count)d days out of %(test)s", days
    ),
    DAYS: lambda days: ngettext(
        "Wrote and put right %(count)d day of %(test)s",
        "Wrote and put right %(count)d days of %(test)s",
        days,
    ),
}
"""The same for the days of a test: by what was done to all of them, or in general."""
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
    "cycle.day_removed": gettext_lazy("Took out what they saw on %(day)s"),
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
    "review.taken_back": gettext_lazy("Took the hand-over back"),
    "story.drafted": worded_lazy(gettext_lazy("{A_story} was drafted from the record")),
    "story.written": worded_lazy(gettext_lazy("Wrote {the_story}")),
    "story.published": worded_lazy(gettext_lazy("Changed who can read {the_story}")),
}

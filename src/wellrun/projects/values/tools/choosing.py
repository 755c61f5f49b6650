"""Tools to sort and to choose: affinity sorting, effort and impact grid, nominal group vote."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.projects.values.drivers import DriverKind
from wellrun.projects.values.tools.shape import Groups, KindOfTool, Place, ToolKind

AFFINITY = KindOfTool(
    kind=ToolKind.AFFINITY,
    asks=_("What do all these notes say together?"),
    what_for=_("Sorts many notes into groups that belong together, and finds a name for each."),
    when_not=_("Not for a handful of notes. Not to squeeze notes into groups you had before."),
    how=(
        _("Each person writes notes alone first, so that quiet voices count."),
        _("Put all notes in, one thought on each. Sort later."),
        _("Sort together, with little talk. A note may stay alone."),
        _("Name each group last. Ask patients whether the name says what they meant."),
    ),
    subject=_("The question you asked"),
    example=_("For example: What makes an evening a good one?"),
    item=_("A note"),
    groups=Groups(word=_("group")),
    may_wait=True,
)

EFFORT_IMPACT = KindOfTool(
    kind=ToolKind.EFFORT_IMPACT,
    asks=_("Which ideas first?"),
    what_for=_("Sorts ideas by what they cost you and what they change for people."),
    when_not=worded_lazy(_("Not instead of {a_test}: it shows what you expect, not what is so.")),
    how=(
        _("Put in ideas that you have already. One idea on each card."),
        _("Patients and carers say what each would change for them."),
        _("Those who would do the work say what it would cost."),
        worded_lazy(_("Take one from “Do now”, and {test_it} with one person on one day.")),
    ),
    subject=_("What the ideas are for"),
    example=_("For example: Calmer evenings."),
    item=_("An idea"),
    places=(
        Place(key="now", name=_("Do now"), note=_("Little effort, large gain")),
        Place(key="plan", name=_("Plan it"), note=_("Much effort, large gain")),
        Place(key="spare", name=_("If there is time"), note=_("Little effort, small gain")),
        Place(key="leave", name=_("Leave it"), note=_("Much effort, small gain")),
    ),
    becomes=DriverKind.IDEA,
)

VOTING = KindOfTool(
    kind=ToolKind.VOTING,
    asks=_("What do we choose together?"),
    what_for=_("Lets everybody choose in secret, so that rank and loud voices count no more than others."),
    when_not=_("Not for facts: those are counted. Not to overrule the people it is for."),
    how=(
        _("Each person writes ideas alone, for 5 minutes. Then put them in, one by one."),
        _("Talk about each until everybody knows what it means. No judging yet."),
        _("Everybody votes alone and in secret, patients and carers like all others."),
        _("Look at the result together. Break a tie with one more round."),
    ),
    subject=_("The question you vote on"),
    example=_("For example: What shall we try first?"),
    item=_("An idea"),
    becomes=DriverKind.IDEA,
)

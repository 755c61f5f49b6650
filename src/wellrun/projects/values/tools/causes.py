"""Tools that look for causes: fishbone, five whys, process map, Pareto chart."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.projects.values.tools.shape import Groups, KindOfTool, Numbers, ToolKind

_RESTS_ON = Numbers(
    label=_("How do you know?"),
    choices=((1, _("It is a hunch")), (2, _("We have seen it")), (3, _("We have counted it"))),
)

FISHBONE = KindOfTool(
    kind=ToolKind.FISHBONE,
    asks=_("What could cause it?"),
    what_for=_("Collects many possible causes of one problem, and shows where they gather."),
    when_not=_("Not when you only want to confirm a cause you have chosen. It shows ideas, not proof."),
    how=(
        _("Write the problem as people feel it, without a cause in it."),
        _("Go round the room, one cause each. Patients and carers begin."),
        _("Ask “why does that happen?” once more for each cause."),
        _("Mark what you have seen or counted. The rest are hunches: go and look."),
    ),
    subject=_("The problem, in one sentence"),
    example=_("For example: Evenings on the ward are loud."),
    item=_("A cause"),
    groups=Groups(
        word=_("bone"),
        start=(
            _("People"), _("Place"), _("Equipment"), _("How we work"), _("Information"),
            _("What matters to patients"),
        ),
    ),
    depth=3,
    numbers=_RESTS_ON,
)  # fmt: skip

FIVE_WHYS = KindOfTool(
    kind=ToolKind.FIVE_WHYS,
    asks=_("What lies behind it?"),
    what_for=_("Follows one problem back, why by why, to something you can change."),
    when_not=_("Not when many causes work together: use a fishbone. Never to find who is to blame."),
    how=(
        _("Start with one thing that happened, on one day, to one person."),
        _("Ask who was there why it happened. Ask patients what they saw."),
        _("Ask why again about each answer. Stop at something you can change."),
        _("If an answer names a person, ask why the work made that easy to do."),
    ),
    subject=_("What happened"),
    example=_("For example: Supper was cold for 3 people on Monday."),
    item=_("Because"),
    depth=8,
    is_chain=True,
    numbers=_RESTS_ON,
)

PROCESS_MAP = KindOfTool(
    kind=ToolKind.PROCESS_MAP,
    asks=_("How does the work really flow?"),
    what_for=_("Shows each step, who does it, and where people wait or work is done twice."),
    when_not=_("Not when the way is short and everybody knows it."),
    how=(
        _("Walk the way together with a patient who has been through it."),
        _("Write what really happens, not what should happen."),
        _("Give each step to the lane of who does it. Patients have a lane of their own."),
        _("Add minutes where you know them. Look for waits, and for handing over."),
    ),
    subject=_("From where to where"),
    example=_("For example: From asking for help to getting it."),
    item=_("A step"),
    groups=Groups(word=_("lane"), start=(_("Patient or carer"), _("Ward team"), _("Others"))),
    is_sequence=True,
    numbers=Numbers(label=_("Minutes it takes")),
)

PARETO = KindOfTool(
    kind=ToolKind.PARETO,
    asks=_("Which kinds are most common?"),
    what_for=_("Counts kinds of one problem, and shows the few that make up most of it."),
    when_not=_("Not when kinds differ much in harm: what is rare may matter most."),
    how=(
        _("Agree what belongs to each kind before you count."),
        _("Ask patients which kinds they would name."),
        _("Count for a week or two. Press + 1 each time it happens."),
        _("Begin with what is common. Then ask which of them is worst for people."),
    ),
    subject=_("What you count, and since when"),
    example=_("For example: Why the call bell rang, from Monday on."),
    item=_("A kind"),
    numbers=Numbers(label=_("How many so far"), is_needed=True, is_tally=True),
)

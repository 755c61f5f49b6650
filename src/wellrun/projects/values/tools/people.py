"""Tools about people and what they bring: stakeholder grid and force field."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.projects.values.drivers import DriverKind
from wellrun.projects.values.tools.shape import KindOfTool, Numbers, Place, ToolKind

STAKEHOLDERS = KindOfTool(
    kind=ToolKind.STAKEHOLDERS,
    asks=_("Who does it touch?"),
    what_for=_("Shows whom the change touches, who can move it, and how to work with each."),
    when_not=_("Not to sort patients into a corner: who the change is for belongs on the team."),
    how=(
        _("Name groups and jobs before single people. Be fair: somebody may read it."),
        _("Ask patients and carers who is missing from the list."),
        _("Place each by how much they can move it, and how much they care about it."),
        _("For each, agree who talks with them next."),
    ),
    subject=_("The change you think of"),
    example=_("For example: Quiet hours from 8 in the evening."),
    item=_("Who"),
    places=(
        Place(key="content", name=_("Keep content"), note=_("Can move it, cares little so far")),
        Place(key="together", name=_("Work together"), note=_("Can move it, and cares about it")),
        Place(key="aware", name=_("Keep in the picture"), note=_("Cares little so far, and can do little")),
        Place(key="voice", name=_("Give a stronger voice"), note=_("Cares about it, can do little so far")),
    ),
    numbers=Numbers(
        label=_("What do they think of it?"),
        choices=((1, _("Against it")), (2, _("Not sure")), (3, _("For it"))),
    ),
    becomes=DriverKind.IDEA,
    is_team_matter=True,
)  # fmt: skip

FORCE_FIELD = KindOfTool(
    kind=ToolKind.FORCE_FIELD,
    asks=_("What helps, and what holds it back?"),
    what_for=_("Weighs what helps a change against what holds it back."),
    when_not=_("Not before you know which change you think of."),
    how=(
        _("Write the change in the middle, as it would be for patients."),
        _("Ask each person for one thing that helps and one that holds it back."),
        _("Agree how strong each is, from 1 to 5. Patients say how it is for them."),
        _("Ask first how to take away what holds it back. Pushing harder seldom helps."),
    ),
    subject=_("The change you think of"),
    example=_("For example: Families may stay after 8 in the evening."),
    item=_("A force"),
    places=(
        Place(key="helps", name=_("Helps it"), note=_("What pulls towards the change")),
        Place(key="holds", name=_("Holds it back"), note=_("What stands against the change")),
    ),
    numbers=Numbers(
        label=_("How strong?"),
        choices=((1, _("1, weak")), (2, "2"), (3, "3"), (4, "4"), (5, _("5, strong"))),
        is_needed=True,
    ),
)

"""Who may see and write a test: whoever may see and write its project."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Decision, all_of, refused
from wellrun.core.vocabulary import worded
from wellrun.pdsa.models import Cycle
from wellrun.projects import permissions as projects


def may_view(actor: Actor, cycle: Cycle) -> Decision:
    """Whether the test exists for this person. The same rule as `queries.visible_to`."""
    if cycle.is_removed:
        return refused(worded(_("This {test} was taken away.")))
    return projects.may_view(actor, cycle.project)


def may_write(actor: Actor, cycle: Cycle) -> Decision:
    return all_of(may_view(actor, cycle), projects.may_work(actor, cycle.project))

"""Who may see and write a test: whoever may see and write its project."""

from __future__ import annotations

from wellrun.core.actor import Actor
from wellrun.core.decision import Decision
from wellrun.pdsa.models import Cycle
from wellrun.projects import permissions as projects


def may_view(actor: Actor, cycle: Cycle) -> Decision:
    return projects.may_view(actor, cycle.project)


def may_write(actor: Actor, cycle: Cycle) -> Decision:
    return projects.may_work(actor, cycle.project)

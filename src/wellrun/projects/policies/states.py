"""What a project's own state allows: work in it, and moves along the table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.projects.models import Project
from wellrun.projects.values import State, StateChange, change_between, changes_from


def takes_work(project: Project) -> Decision:
    """A closed project is read, not written, until it is opened again."""
    if project.is_removed:
        return refused(_("This project was taken away. Put it back to work on it."))
    if project.state == State.CLOSED:
        return refused(_("This project is closed. Open it again to go on."))
    return ALLOWED


def moves_to(project: Project, target: str) -> Decision:
    """Whether the table of changes has this one."""
    if change_between(project.state, target) is not None:
        return ALLOWED
    possible = ", ".join(f"“{State(change.target).label}”" for change in changes_from(project.state))
    return refused(
        _("From “%(state)s” a project can move to %(possible)s.")
        % {"state": State(project.state).label, "possible": possible}
    )


def needs_no_look_back(project: Project, target: str) -> Decision:
    """Work that has begun ends with a closing review, never by a move alone."""
    change = change_between(project.state, target)
    if change is not None and change.is_ending:
        return refused(
            _("Look back first. “%(state)s” is reached from the closing page, with what you learned.")
            % {"state": State(target).label}
        )
    return ALLOWED


def possible_changes(project: Project) -> tuple[StateChange, ...]:
    return changes_from(project.state)

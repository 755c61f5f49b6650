"""Who sees a tool, works with it, and votes."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Decision, all_of, refused
from wellrun.projects.models import Tool, VoteRound
from wellrun.projects.permissions.projects import may_read_team_matters, may_view, may_work, roles_in
from wellrun.projects.policies.tools import takes_ballot, takes_changes, takes_use
from wellrun.projects.values import SeatRole
from wellrun.projects.values.tools import KINDS


def may_view_tool(actor: Actor, tool: Tool) -> Decision:
    """Who sees the project; a stakeholder grid, which speaks of people, only its team."""
    if KINDS[tool.kind].is_team_matter:
        return may_read_team_matters(actor, tool.project)
    return may_view(actor, tool.project)


def may_use_tool(actor: Actor, tool: Tool) -> Decision:
    """Name it, vote with it, take it away."""
    return all_of(may_view_tool(actor, tool), may_work(actor, tool.project), takes_use(tool))


def may_change_tool(actor: Actor, tool: Tool, running: VoteRound | None) -> Decision:
    """Change its items. While people vote on them nobody does."""
    return all_of(may_use_tool(actor, tool), takes_changes(tool, running))


def may_vote(actor: Actor, tool: Tool, running: VoteRound | None) -> Decision:
    """The whole team votes, each like all others."""
    return all_of(may_use_tool(actor, tool), takes_ballot(running))


def may_hold(actor: Actor, vote_round: VoteRound) -> Decision:
    """Close a vote, or stop it: who opened it, and who leads the project, should they be away."""
    is_lead = SeatRole.LEAD in roles_in(actor, vote_round.tool.project)
    if is_lead or (actor.is_signed_in and actor.person_id == vote_round.holder_id):
        return may_use_tool(actor, vote_round.tool)
    return all_of(
        may_view_tool(actor, vote_round.tool),
        refused(_("%(name)s opened this vote, and closes it.") % {"name": vote_round.holder.name}),
    )

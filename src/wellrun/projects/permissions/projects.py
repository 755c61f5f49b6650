"""Who may see a project, work on it, lead it, and move it on."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused
from wellrun.core.visibility import Visibility
from wellrun.organisations.models import Unit
from wellrun.organisations.permissions import holds, holds_on
from wellrun.organisations.values import LEADING_ROLES, UNIT, Role
from wellrun.projects.models import Barrier, Project, Request
from wellrun.projects.policies import moves_to, partners_agree, takes_answer, takes_closing, takes_work
from wellrun.projects.values import EDITORS, PROJECT, PartnerStanding, SeatRole, change_between

SPEAKERS = (Role.ADMINISTRATOR, Role.LEADER)
"""Who answers for an organisation, when they hold the role on it as a whole."""


def may_view(actor: Actor, project: Project) -> Decision:
    """Whether the project exists for this person. The same rule as `queries.visible_to`."""
    if not project.is_removed and _is_in_sight(actor, project):
        return ALLOWED
    return refused(_("There is no such project, or its team has not shared it with you."))


def _is_in_sight(actor: Actor, project: Project) -> bool:
    if roles_in(actor, project):
        return True
    match Visibility(project.visibility):
        case Visibility.PUBLIC:
            return True
        case Visibility.NETWORK:
            return actor.is_signed_in
        case Visibility.ORGANISATION:
            return actor.belongs_to(project.organisation_id)
        case Visibility.TEAM:
            return False


def roles_in(actor: Actor, project: Project) -> frozenset[str]:
    """The roles the person holds in the team."""
    return actor.roles_on(PROJECT, project.pk)


def may_create(actor: Actor, organisation_id: int) -> Decision:
    """Anybody in an organisation can have an idea."""
    if actor.is_system or actor.belongs_to(organisation_id):
        return ALLOWED
    return refused(_("You can start projects in your own organisation only."))


def may_work(actor: Actor, project: Project) -> Decision:
    """Write in the project: aim, drivers, tests, numbers."""
    return all_of(may_view(actor, project), _is_in_the_team(actor, project), takes_work(project))


def may_lead(actor: Actor, project: Project) -> Decision:
    """Change who is on the team and who can see the project."""
    return all_of(
        may_view(actor, project),
        ALLOWED
        if SeatRole.LEAD in roles_in(actor, project)
        else refused(_("Only somebody who leads this project can change this.")),
    )


def may_pass_on(actor: Actor, project: Project) -> Decision:
    """Give what somebody looks after here to somebody else: a lead, or an administrator of its unit.

    An administrator who may not see the project learns nothing of it by that.
    """
    if SeatRole.LEAD in roles_in(actor, project) or holds(actor, project.unit, {Role.ADMINISTRATOR}):
        return ALLOWED
    return refused(_("A lead of the project, or an administrator of its unit, passes this on."))


def may_moderate(actor: Actor, project: Project) -> Decision:
    """Hide what somebody said here: a lead of it, or an administrator of its unit who sees it."""
    return all_of(may_view(actor, project), may_pass_on(actor, project))


def may_take_lead(actor: Actor, project: Project, *, has_lead: bool) -> Decision:
    """Lead a project that nobody leads any more: anybody of its team."""
    if has_lead:
        return refused(_("Somebody leads this project. Ask them, if you want to lead it too."))
    return all_of(may_view(actor, project), _is_in_the_team(actor, project))


def may_speak_for(actor: Actor, root: Unit) -> Decision:
    """Say yes or no to a project of another organisation, and put own people on its team."""
    if holds_on(actor, root.line, SPEAKERS):
        return ALLOWED
    return refused(
        _("An administrator or a leader of %(organisation)s as a whole answers this.")
        % {"organisation": root.name}
    )


def may_coach(actor: Actor, project: Project) -> Decision:
    """Confirm progress, and log coaching. It is another's word: who leads a project is no coach of it."""
    return all_of(
        may_view(actor, project),
        ALLOWED
        if SeatRole.COACH in roles_in(actor, project)
        else refused(_("Only the project's coach can do this.")),
        refused(_("You lead this project too. Ask another coach: it is their word that counts here."))
        if SeatRole.LEAD in roles_in(actor, project)
        else ALLOWED,
    )


def may_move(actor: Actor, project: Project, target: str, partners: PartnerStanding) -> Decision:
    """Move the project to another state. To approve it takes a leader of its unit, or its sponsor.

    It is not called done, nor closed, against the partners on its team: see `queries.standing_of`.
    """
    change = change_between(project.state, target)
    if change is not None and change.needs_leader:
        return all_of(may_view(actor, project), _may_approve(actor, project))
    return all_of(
        may_view(actor, project),
        _is_in_the_team(actor, project),
        moves_to(project, target),
        partners_agree(partners, target),
    )


def _may_approve(actor: Actor, project: Project) -> Decision:
    """A lead chooses the team, and so could make themselves its sponsor: that approves nothing."""
    held = roles_in(actor, project)
    is_sponsor = SeatRole.SPONSOR in held and SeatRole.LEAD not in held
    if is_sponsor or holds(actor, project.unit, LEADING_ROLES):
        return ALLOWED
    return refused(_("A leader of %(unit)s, or the sponsor, approves this.") % {"unit": project.unit.name})


def _is_in_the_team(actor: Actor, project: Project) -> Decision:
    roles = roles_in(actor, project)
    if roles & EDITORS:
        return ALLOWED
    if SeatRole.SPONSOR in roles:
        return refused(_("The team writes here. As its sponsor you read, ask, and answer what they need."))
    return refused(_("You can read this project. Ask its lead if you want to join the team."))


def may_be_asked(actor: Actor) -> bool:
    """Whether teams can ask this person for help: sponsors, leaders, the improvement office."""
    leads = actor.places(UNIT, (Role.LEADER, Role.IMPROVEMENT_OFFICE))
    return bool(leads or actor.places(PROJECT, (SeatRole.SPONSOR,)))


def has_a_coaching_page(actor: Actor) -> bool:
    """Whether there is something on it: teams they coach, or coaches in the units they lead."""
    return bool(actor.places(PROJECT, (SeatRole.COACH,)) or actor.places(UNIT, LEADING_ROLES))


def sees_portfolio(actor: Actor) -> frozenset[int]:
    """The units whose portfolio is this person's to look after. It never shows what a team keeps private."""
    return actor.places(UNIT, LEADING_ROLES | {Role.COACH})


def may_speak_as_partner(actor: Actor, project: Project, partners: PartnerStanding) -> Decision:
    """Agree with a level, answer the check, say whether it is done: partners alone, for themselves."""
    if actor.person_id in partners.partner_ids:
        return all_of(may_view(actor, project), takes_work(project))
    return refused(_("The service users and carers on the team say this, for themselves."))


def may_read_team_matters(actor: Actor, project: Project) -> Decision:
    """What a team keeps to itself, whoever can see the project: experience checks, coaching notes."""
    return all_of(may_view(actor, project), _is_in_the_team(actor, project))


def may_view_barrier(actor: Actor, barrier: Barrier, requests: Iterable[Request]) -> Decision:
    """Who sees the project, and the leaders who were asked: they see this barrier, never the rest."""
    if not barrier.project.is_removed and _was_asked(actor, requests):
        return ALLOWED
    return may_view(actor, barrier.project)


def _was_asked(actor: Actor, requests: Iterable[Request]) -> bool:
    return actor.is_signed_in and any(each.person_id == actor.person_id for each in requests)


def may_answer(actor: Actor, barrier: Barrier, requests: Iterable[Request]) -> Decision:
    """A leader who was asked answers, even when it has gone up a level meanwhile."""
    if barrier.project.is_removed or not _was_asked(actor, requests):
        return refused(_("Only somebody who was asked can answer this."))
    return takes_answer(barrier)


def may_close(actor: Actor, barrier: Barrier) -> Decision:
    """The team closes its own barriers, and nobody else."""
    return all_of(may_work(actor, barrier.project), takes_closing(barrier))

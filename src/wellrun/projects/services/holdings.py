"""What people look after in projects, for `core.holdings`."""

from __future__ import annotations

from wellrun.core.holdings import Kind
from wellrun.projects.queries.holdings import (
    actions_held,
    leads_held,
    lone_leads,
    open_actions,
    open_requests,
    requests_held,
)
from wellrun.projects.services.passing_on import let_go, pass_on_action, pass_on_lead, pass_on_request


def _leads(organisation_id: int) -> list[int]:
    return list(lone_leads(organisation_id).order_by().values_list("person_id", flat=True).distinct())


def _doers(organisation_id: int) -> list[int]:
    return list(open_actions(organisation_id).order_by().values_list("person_id", flat=True).distinct())


def _asked(organisation_id: int) -> list[int]:
    return list(open_requests(organisation_id).order_by().values_list("person_id", flat=True).distinct())


LEADS = Kind(name="lead", holders=_leads, held=leads_held, pass_on=pass_on_lead, let_go=let_go)
ACTIONS = Kind(name="action", holders=_doers, held=actions_held, pass_on=pass_on_action)
REQUESTS = Kind(name="request", holders=_asked, held=requests_held, pass_on=pass_on_request)

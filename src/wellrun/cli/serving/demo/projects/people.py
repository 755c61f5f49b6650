"""Who is on the team, who can see the project, and where it stands."""

from __future__ import annotations

from datetime import datetime

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Work
from wellrun.core.actor import Actor
from wellrun.projects.services import NewProject, end_seat, give_seat, move, share, start_project


def tell(work: Work) -> None:
    told = work.told
    work.at(told["started"], told["by"], "start", lambda **said: _start(work, **said))
    for each in work.each("team"):
        _seat(work, each)
    for each in work.each("shared"):
        work.note(each, "sharing", work.on_it(share))
    for each in work.each("moves"):
        each["target"] = each.pop("to")
        work.note(each, f"move to “{each['target']}”", work.on_it(move))


def _start(work: Work, *, actor: Actor, now: datetime) -> None:
    told = work.told
    new = NewProject(
        title=told["title"], why=told.get("why", ""), why_by=told.get("why_by", ""), is_invented=True
    )
    work.begin(start_project(actor=actor, unit=work.world.units[told["unit"]], project=new, now=now))


def _seat(work: Work, told: Told) -> None:
    who, day, left = told.pop("who"), told.pop("since", work.told["started"]), told.pop("left", None)
    by = told.pop("by", work.told["by"])
    held = []

    def join(**said: object) -> None:
        held.append(give_seat(project=work.project, person=work.person(who), **said))  # type: ignore[arg-type]
        work.world.forget_roles(who)

    def leave(*, actor: Actor, now: datetime) -> None:
        end_seat(actor=actor, seat=held[0], now=now)
        work.world.forget_roles(who)

    work.at(day, by, f"seat of {who}", join, **told)
    if left is not None:
        work.at(left, who, f"{who} leaves", leave)

"""Help from others: coaching, the score of progress, barriers; next actions, and when the team meets."""

from __future__ import annotations

from datetime import date, datetime

from wellrun.capability.queries import suggestion_for
from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Work
from wellrun.control.services import set_huddle
from wellrun.core.actor import SYSTEM, Actor
from wellrun.projects.queries import Action, Barrier
from wellrun.projects.services import (
    add_action,
    answer_barrier,
    close_barrier,
    confirm_progress,
    finish_action,
    follow_up,
    log_coaching,
    raise_barrier,
)


def tell(work: Work) -> None:
    for told in work.each("coaching"):
        day: date = told["on"]
        work.note(
            told, "coaching", lambda day=day, **said: log_coaching(project=work.project, on=day, **said)
        )
    for told in work.each("progress"):
        work.note(told, "progress", lambda **said: _confirm(work, **said))
    for told in work.each("barrier"):
        _barrier(work, told)
    for told in work.each("action"):
        _action(work, told)
    for told in work.each("huddle"):
        work.note(told, "huddle", work.on_it(set_huddle))


def _confirm(work: Work, *, actor: Actor, now: datetime, score: float, note: str = "") -> None:
    project = work.project_now
    suggested = suggestion_for(project).score
    confirm_progress(actor=actor, project=project, score=score, suggested=suggested, note=note, now=now)


def _barrier(work: Work, told: Told) -> None:
    asked, held = told["asked"], list[Barrier]()
    raised: Told = {name: told[name] for name in ("on", "by", "text", "wanted", "reply_by") if name in told}

    def ask(**said: object) -> None:
        person_id = work.world.people[asked]
        held.append(raise_barrier(project=work.project, person_id=person_id, **said))  # type: ignore[arg-type]
        work.barriers[told["text"]] = held[0]

    def go_up(*, actor: Actor, now: datetime) -> None:
        del actor  # Wellrun does it by itself
        follow_up(actor=SYSTEM, barrier=held[0], now=now)

    work.note(raised, "barrier", ask)
    for day in told.get("followed_up", ()):
        work.at(day, asked, "barrier, followed up", go_up)
    if "answer" in told:
        answer = {"on": told["answered"], "by": told.get("answered_by", asked), "answer": told["answer"]}
        work.note(answer, "answer", lambda **said: answer_barrier(barrier=held[0], **said))
    if "helped" in told:
        closed = {"on": told["closed"], "helped": told["helped"], "words": told.get("words", "")}
        work.note(closed, "barrier, closed", lambda **said: close_barrier(barrier=held[0], **said))


def _action(work: Work, told: Told) -> None:
    who, done, held = told.pop("who"), told.pop("done", None), list[Action]()

    def agree(**said: object) -> None:
        held.append(add_action(project=work.project, person_id=work.world.people[who], **said))  # type: ignore[arg-type]

    def finish(*, actor: Actor, now: datetime) -> None:
        finish_action(actor=actor, project=work.project, action_id=held[0].pk, now=now)

    work.note(told, "action", agree)
    if done is not None:
        work.at(done, who, "action, done", finish)

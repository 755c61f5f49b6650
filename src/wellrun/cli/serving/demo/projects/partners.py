"""How service users and carers take part, and what they say; and organisations that join in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Doing, Work
from wellrun.core.actor import Actor
from wellrun.projects.queries import PartnerOrganisation
from wellrun.projects.services import (
    agree_involvement,
    answer_check,
    answer_partner_invitation,
    close_check,
    invite_partner,
    open_check,
    record_involvement,
    say_word,
    seat_from_partner,
)
from wellrun.projects.values import Question


def tell(work: Work) -> None:
    for told in work.each("involvement"):
        agreed, day = told.pop("agreed", []), told["on"]
        work.note(told, "involvement", work.on_it(record_involvement))
        for who in agreed:
            work.at(day, who, f"{who} agrees", work.on_it(agree_involvement))
    for told in work.each("word"):
        told["by"] = told.pop("who")
        work.note(told, "a partner’s word", lambda **said: _say(work, **said))
    for told in work.each("check"):
        _check(work, told)
    for told in work.each("partner"):
        _organisation(work, told)


def _say(work: Work, *, actor: Actor, now: datetime, to: str, words: str = "", is_yes: bool = True) -> None:
    say_word(actor=actor, project=work.project, target=to, is_yes=is_yes, words=words, now=now)


def _check(work: Work, told: Told) -> None:
    """``answers`` says for each partner how often, in the order of the three questions."""
    answers, closed = told.pop("answers"), told.pop("closed", None)
    by = str(told.get("by", work.told["by"]))
    work.note(told, "experience check", work.on_it(open_check))
    for who, often in answers.items():
        work.at(told["on"], who, f"experience check, {who}", _answers(work, often))
    if closed is not None:
        work.at(closed, by, "experience check, closed", work.on_it(close_check))


def _answers(work: Work, often: list[int]) -> Doing:
    answers = dict(zip(Question.values, often, strict=True))
    return lambda **said: answer_check(project=work.project, answers=answers, **said)


def _organisation(work: Work, told: Told) -> None:
    """Another organisation is asked, answers, and puts people of its own on the team."""
    answer, people, held = told.pop("answer", None), told.pop("people", ()), list[PartnerOrganisation]()

    def ask(**said: Any) -> None:
        held.append(invite_partner(project=work.project, **said))

    work.note(told, "partner organisation", ask)
    if answer is not None:
        say = lambda **said: answer_partner_invitation(partner=held[0], **said)  # noqa: E731
        work.at(answer["on"], answer["by"], "partner organisation, answered", say, is_yes=answer["is_yes"])
    for seat in people:
        _guest(work, seat, held)


def _guest(work: Work, told: Told, held: list[PartnerOrganisation]) -> None:
    who = told.pop("who")

    def join(**said: Any) -> None:
        seat_from_partner(partner=held[0], email=work.person(who).email, **said)
        work.world.forget_roles(who)

    work.note(told, f"{who} joins for a partner", join)

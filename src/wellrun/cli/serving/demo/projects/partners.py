"""How service users and carers take part, and what they say."""

from __future__ import annotations

from datetime import datetime

from wellrun.cli.serving.demo.projects.work import Work
from wellrun.core.actor import Actor
from wellrun.projects.services import agree_involvement, record_involvement, say_word


def tell(work: Work) -> None:
    for told in work.each("involvement"):
        agreed, day = told.pop("agreed", []), told["on"]
        work.note(told, "involvement", work.on_it(record_involvement))
        for who in agreed:
            work.at(day, who, f"{who} agrees", work.on_it(agree_involvement))
    for told in work.each("word"):
        told["by"] = told.pop("who")
        work.note(told, "a partner’s word", lambda **said: _say(work, **said))


def _say(work: Work, *, actor: Actor, now: datetime, to: str, words: str = "", is_yes: bool = True) -> None:
    say_word(actor=actor, project=work.project, target=to, is_yes=is_yes, words=words, now=now)

"""Tell people what happened in a project: the one place where projects write news.

Each piece of news is kept in the transaction of the change that it tells of.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from wellrun.accounts.services import notify
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence
from wellrun.projects.models import Project
from wellrun.projects.queries.teams import editors_of

ASKED_OF_ME = "/asked-of-me/"


def tell(
    *, actor: Actor, people: Iterable[int], kind: str, text: str | Sentence, address: str = "", now: datetime
) -> None:
    """Let people know. Never the one who did it, and never somebody who can no longer sign in."""
    notify(actor=actor, people=people, kind=kind, text=text, address=address, now=now)


def ask(
    *, actor: Actor, people: Iterable[int], kind: str, text: str | Sentence, address: str = "", now: datetime
) -> None:
    """Let people know of something that is wanted from them: it stands on their Today page."""
    notify(actor=actor, people=people, kind=kind, text=text, address=address, asks=True, now=now)


def team_of(project: Project) -> set[int]:
    """The people who work on the project now."""
    return editors_of(project)


def page_of(project: Project, part: str) -> str:
    """The address of a page of the project: ``/projects/5/barriers/``."""
    return f"/projects/{project.pk}/{part}/"

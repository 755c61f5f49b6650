"""Files that somebody has brought and not yet made a measure of: kept for a day, for that person alone."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.core.cache import caches

from wellrun.core.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file as it came, and what the person has said about it so far."""

    token: str
    name: str
    content: bytes
    project: int | None = None
    """The project whose family the measures will join."""
    choices: Mapping[str, str] = field(default_factory=dict)


def _key(actor: Actor, token: str) -> str:
    return f"{actor.person_id}:{token}"


def _keep(actor: Actor, draft: Draft) -> Draft:
    value = {
        "name": draft.name,
        "content": draft.content,
        "project": draft.project,
        "choices": dict(draft.choices),
    }
    caches["drafts"].set(_key(actor, draft.token), value)
    return draft


def keep_draft(actor: Actor, *, name: str, content: bytes, project: int | None = None) -> Draft:
    """Put a file away under a name that nobody can guess."""
    return _keep(
        actor, Draft(token=secrets.token_urlsafe(16), name=name[:200], content=content, project=project)
    )


def find_draft(actor: Actor, token: str) -> Draft | None:
    """The person's own draft; ``None`` after a day, and for anybody else."""
    kept = caches["drafts"].get(_key(actor, token))
    return None if kept is None else Draft(token=token, **kept)


def change_draft(actor: Actor, draft: Draft, choices: Mapping[str, str]) -> Draft:
    return _keep(actor, replace(draft, choices=choices))


def drop_draft(actor: Actor, draft: Draft) -> None:
    caches["drafts"].delete(_key(actor, draft.token))

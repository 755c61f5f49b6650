"""Say what a project has in common with others: add a tag, take it off."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.projects.models import Project, Tag
from wellrun.projects.permissions import may_work
from wellrun.projects.services.writing import finish, locked, require_clean

LONGEST = 60
MOST = 12


class TagRefused(Refused):
    """A tag that could not be added."""


@transaction.atomic
def add_tag(*, actor: Actor, project: Project, name: str, now: datetime) -> Tag:
    """Add a tag. One that the organisation has already is used again, however it is written."""
    project = locked(project.pk)
    may_work(actor, project).require()
    name = _sound(project, name)
    known = Tag.objects.filter(organisation=project.organisation_id, name__iexact=name).first()
    tag = known or Tag.objects.create(organisation_id=project.organisation_id, name=name)
    if project.tags.filter(pk=tag.pk).exists():
        return tag
    if project.tags.count() >= MOST:
        raise TagRefused(_("A project has at most 12 tags. Take one off first."), field="name")
    project.tags.add(tag)
    finish(actor=actor, project=project, action="tag.added", part="tags", after={"name": tag.name}, now=now)
    return tag


@transaction.atomic
def remove_tag(*, actor: Actor, project: Project, tag_id: int, now: datetime) -> None:
    """Take a tag off. A word that no project uses any more is offered no more."""
    project = locked(project.pk)
    may_work(actor, project).require()
    tag = project.tags.filter(pk=tag_id).first()
    if tag is None:
        return
    project.tags.remove(tag)
    finish(
        actor=actor, project=project, action="tag.removed", part="tags", before={"name": tag.name}, now=now
    )


def _sound(project: Project, name: str) -> str:
    name = on_one_line(name)
    if not name:
        raise TagRefused(_("Type a word or two, like: falls."), field="name")
    if len(name) > LONGEST:
        raise TagRefused(too_long(LONGEST, len(name)), field="name")
    require_clean(project, name=name)
    return name

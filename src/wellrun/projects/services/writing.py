"""The frame of every write to a project: lock it, decide, change a part, leave a record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Model
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import StaleEdit
from wellrun.core.identifiers import require_none_in
from wellrun.core.models import AuditRecord
from wellrun.projects.models import Project
from wellrun.projects.queries.history import THING
from wellrun_spc.wording import format_date


def locked(project_id: int) -> Project:
    """The project as it is now, held until the transaction ends, so that two writes follow each other."""
    projects = Project.objects.select_for_update(of=("self",)).select_related("unit", "organisation")
    return projects.get(pk=project_id)


def require_clean(project: Project, **texts: object) -> None:
    """Refuse words that seem to identify a patient of the project's country. Numbers and dates pass."""
    words = {field: text for field, text in texts.items() if isinstance(text, str)}
    require_none_in(project.organisation.country, **words)


def finish(
    project: Project,
    *,
    actor: Actor,
    action: str,
    part: str = "",
    before: audit.State | None = None,
    after: audit.State | None = None,
    reason: str = "",
    undoes: int | None = None,
    is_news: bool = True,
    now: datetime,
) -> AuditRecord:
    """Raise the version, note that there is news, and write the record.

    What the installation does by itself is no news: a team stays as quiet as it was.
    """
    project.version += 1
    if is_news:
        project.last_news_at = now
    project.save(update_fields=["version", "last_news_at"])
    return audit.record(
        actor=actor,
        action=action,
        thing=audit.Thing(
            kind=THING,
            id=project.pk,
            organisation_id=project.organisation_id,
            part=part,
            version=project.version,
        ),
        now=now,
        before=before,
        after=after,
        reason=reason,
        undoes=undoes,
    )


def leave_record(
    actor: Actor,
    project: Project,
    row: Model,
    action: str,
    now: datetime,
    step: str = "",
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
    undoes: int | None = None,
) -> None:
    """One record about a row of the project: a driver, a test, a barrier, as the action's first word says.

    ``step`` names the part of the row that is told of, where its parts are changed one by one.
    """
    finish(
        actor=actor,
        project=project,
        action=action,
        part="/".join(filter(None, (action.partition(".")[0], str(row.pk), step))),
        before=before,
        after=after,
        undoes=undoes,
        is_news=not actor.is_system,
        now=now,
    )


def require_fresh(
    project: Project, expected_version: int | None, *, part: str, field: str, theirs: str, yours: str
) -> None:
    """Refuse to write over a change of this part that the person has not seen; shows both texts."""
    if expected_version is None or theirs == yours:
        return
    newer = audit.records_of(THING, project.pk).filter(version__gt=expected_version, part=part).first()
    if newer is not None:
        raise StaleEdit(
            _("%(who)s changed this on %(when)s. Keep theirs, keep yours, or make one of both.")
            % {"who": newer.actor_name, "when": format_date(newer.at)},
            field=field,
            theirs=theirs,
            yours=yours,
        )


def require_fresh_parts(
    project: Project,
    expected_version: int | None,
    *,
    part: str,
    theirs: Mapping[str, object],
    yours: Mapping[str, object],
) -> None:
    """The same for a part of several texts: all that differ are shown, both ways."""
    differing = [name for name in yours if name in theirs and str(theirs[name]) != str(yours[name])]
    if differing:
        require_fresh(
            project,
            expected_version,
            part=part,
            field=differing[0],
            theirs="\n".join(str(theirs[name]) for name in differing),
            yours="\n".join(str(yours[name]) for name in differing),
        )

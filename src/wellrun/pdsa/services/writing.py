"""The frame of every write to a test: hold it, decide, change it, leave a record."""

from __future__ import annotations

from datetime import date

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.permissions import may_write
from wellrun.projects.models import Project
from wellrun.projects.services.writing import locked, require_clean, require_fresh
from wellrun_spc.wording import format_date

LONGEST = 4000


class CycleRefused(Refused):
    """A test that could not be saved."""


def held(actor: Actor, cycle: Cycle) -> tuple[Project, Cycle]:
    """The project and the cycle as they are now, held until the transaction ends."""
    project = locked(cycle.project_id)
    row = Cycle.objects.select_related("idea").get(pk=cycle.pk)
    row.project = project
    may_write(actor, row).require()
    return project, row


def bounded(text: str, field: str) -> str:
    text = trimmed(text)
    if len(text) > LONGEST:
        raise CycleRefused(too_long(LONGEST, len(text)), field=field)
    return text


def require_fresh_part(
    project: Project,
    row: Cycle,
    expected_version: int | None,
    step: str,
    theirs: audit.State,
    yours: audit.State,
) -> None:
    """Refuse to write over a newer text of the same step. Both say all that differs, a line for each."""
    names = [name for name in yours if theirs.get(name) != yours[name]]
    texts = ("\n".join(_said(state.get(name)) for name in names) for state in (theirs, yours))
    require_fresh(
        project, expected_version, part=_part(row, step), field=next(iter(names), ""),
        theirs=next(texts), yours=next(texts),
    )  # fmt: skip


def _said(value: object) -> str:
    if isinstance(value, date):
        return format_date(value)
    return "–" if value in (None, "") else str(value)


def _part(row: Cycle, step: str) -> str:
    return f"cycle/{row.pk}/{step}"


def set_fields(row: Cycle, fields: dict[str, object]) -> None:
    """Change the test. Its words are screened here, whichever step wrote them."""
    require_clean(row.project, **fields)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))

"""The frame of every write to a measure: lock, decide, change a part, store the reading, leave a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.models import AuditRecord
from wellrun.measures import policies
from wellrun.measures.models import Measure
from wellrun.measures.policies import Problem
from wellrun.measures.queries import change_from, changes_since
from wellrun.measures.queries.history import THING
from wellrun.measures.services.readings import READING_FIELDS, set_reading
from wellrun.measures.values.changes import Change
from wellrun_spc import SeriesError
from wellrun_spc.wording import format_date


class MeasureRefused(Refused):
    """A measure that could not be made or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change to one part, as the audit record keeps it."""

    action: str
    part: str
    before: audit.State | None
    after: audit.State | None
    reason: str = ""
    undoes: int | None = None


def locked(measure_id: int) -> Measure:
    """The measure as it is now, held until the transaction ends, so that two writes follow each other."""
    return (
        Measure.objects.select_for_update(of=("self",))
        .select_related("kept_by", "unit", "organisation")
        .get(pk=measure_id)
    )


def finish(edit: Edit, *, actor: Actor, measure: Measure, now: datetime) -> Change:
    """Store the reading, raise the version, write the record. Numbers that make no chart are refused here."""
    try:
        set_reading(measure)
    except SeriesError as error:
        raise MeasureRefused(str(error)) from error
    return leave_record(edit, actor=actor, measure=measure, now=now)


def leave_record(edit: Edit, *, actor: Actor, measure: Measure, now: datetime) -> Change:
    """For a measure whose reading is on it already."""
    measure.version += 1
    measure.save(update_fields=[*READING_FIELDS, "version"])
    record = audit.record(
        actor=actor,
        action=edit.action,
        thing=audit.Thing(
            kind=THING,
            id=measure.pk,
            organisation_id=measure.organisation_id,
            part=edit.part,
            version=measure.version,
        ),
        now=now,
        before=edit.before,
        after=edit.after,
        reason=edit.reason,
        undoes=edit.undoes,
    )
    return change_from(record, measure)


def require_clean(measure: Measure, text: str, *, field: str, longest: int, refusal: type[Refused]) -> None:
    """Refuse a text that is too long, or that seems to identify a patient of the measure's country."""
    country = measure.organisation.country
    require_none(policies.problem_with_text(text, field=field, longest=longest, country=country), refusal)


def require_none(problem: Problem | None, refusal: type[Refused]) -> None:
    if problem is not None:
        raise refusal(problem.sentence, field=problem.field)


def require_fresh(
    measure: Measure, expected_version: int | None, *, part: str, refusal: type[Refused]
) -> None:
    """Refuse to write over a change that the person has not seen. Says who made it, and when."""
    if expected_version is None:
        return
    newer = changes_since(measure, expected_version, part=part).first()
    if newer is not None:
        raise refusal(
            _("%(who)s changed this on %(when)s: %(what)s Look at it, then save again.")
            % (who_and_when(newer) | {"what": change_from(newer, measure).sentence})
        )


def who_and_when(record: AuditRecord) -> dict[str, str]:
    return {"who": record.actor_name, "when": format_date(record.at)}

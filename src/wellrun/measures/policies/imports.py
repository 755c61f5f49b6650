"""Which observations a new measure accepts: all of them, or none and the row that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from wellrun.measures.policies.numbers import (
    LONGEST_NOTE,
    Problem,
    problem_with_numbers,
    problem_with_period,
    problem_with_text,
)
from wellrun.measures.values.definitions import NewObservation
from wellrun_spc.wording import format_date

MOST_OBSERVATIONS = 10_000


def problem_with_observations(
    chart: str, observations: Sequence[NewObservation], today: date, *, country: str = ""
) -> Problem | None:
    """The first row to put right, named as in the file; ``None`` when all can be saved."""
    if len(observations) > MOST_OBSERVATIONS:
        return Problem(
            _("One measure has %(count)s rows. Wellrun keeps up to %(most)s. Use longer periods, like weeks.")
            % {"count": f"{len(observations):,}", "most": f"{MOST_OBSERVATIONS:,}"},
            "observations",
        )
    seen: dict[date, NewObservation] = {}
    for place, observation in enumerate(observations, 1):
        problem = _problem_with_row(chart, observation, seen.get(observation.period), today, country)
        if problem is not None:
            row = observation.row if observation.row is not None else place
            words = _("Row %(row)s: %(problem)s") % {"row": row, "problem": problem.sentence}
            return replace(problem, sentence=words)
        seen[observation.period] = observation
    return None


def _problem_with_row(
    chart: str, observation: NewObservation, twin: NewObservation | None, today: date, country: str
) -> Problem | None:
    if twin is not None:
        row = "" if twin.row is None else _(" (also in row %(row)s)") % {"row": twin.row}
        return Problem(
            _("%(day)s is there twice%(row)s. Keep one of them, or choose a column that separates them.")
            % {"day": format_date(observation.period), "row": row},
            "period",
        )
    problem = problem_with_period(observation.period, today) or problem_with_text(
        observation.note, field="note", longest=LONGEST_NOTE, country=country
    )
    if problem is None and not observation.numbers.is_missing(chart):
        problem = problem_with_numbers(chart, observation.numbers)
    return problem

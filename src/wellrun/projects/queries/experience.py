"""How taking part is for the partners: only together, only when the round is over, only from 3 answers on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median_low

from wellrun.projects.models import Check, CheckAnswer, Project, Turn
from wellrun.projects.values import ENOUGH_ANSWERS, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One round that is over. ``middles`` is empty where fewer than 3 people answered."""

    closed_at: datetime
    n_answers: int
    middles: Mapping[str, int]
    """For each question the middle answer (the lower one of two), 1 to 5."""


def open_check_of(project: Project) -> Check | None:
    return Check.objects.filter(project=project, closed_at=None).first()


def has_answered(check: Check, person_id: int | None) -> bool:
    return person_id is not None and Turn.objects.filter(check_round=check, person_id=person_id).exists()


def results_of(project: Project) -> list[CheckResult]:
    """Rounds that are over, the latest first. While one is open nothing is told: a change would show who."""
    checks = Check.objects.filter(project=project).exclude(closed_at=None).order_by("-pk")
    return [
        _result(check, check.closed_at) for check in checks.prefetch_related("answers") if check.closed_at
    ]


def _result(check: Check, closed_at: datetime) -> CheckResult:
    answers: list[CheckAnswer] = list(check.answers.all())
    scores = {
        question: [each.score for each in answers if each.question == question]
        for question in Question.values
    }
    n_answers = min(len(given) for given in scores.values())
    return CheckResult(
        closed_at=closed_at,
        n_answers=n_answers,
        middles={question: median_low(given) for question, given in scores.items()}
        if n_answers >= ENOUGH_ANSWERS
        else {},
    )

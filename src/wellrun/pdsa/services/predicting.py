"""The predictions of a test: made fast when it begins, answered one by one in Study."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from wellrun.core.blanks import trimmed
from wellrun.pdsa.models import Cycle, Prediction
from wellrun.pdsa.queries import predictions_of
from wellrun.pdsa.services.writing import CycleRefused, bounded
from wellrun.pdsa.values import Answer, Match
from wellrun.projects.services.writing import require_clean


def lock_predictions(row: Cycle) -> list[Prediction]:
    """Each line that was predicted gets a row, once. The words of a row never change."""
    predictions = predictions_of(row)
    new = [each for each in predictions if each.pk is None]
    Prediction.objects.bulk_create(new)
    return predictions


def answered(row: Cycle, predictions: Sequence[Prediction], answers: Sequence[Answer]) -> list[Prediction]:
    """The predictions with what happened beside each, as it would be saved."""
    told = {each.position: each for each in answers}
    if set(told) != {each.position for each in predictions}:
        raise CycleRefused(_("Say beside each prediction what happened."))
    for each in predictions:
        answer, field = told[each.position], f"happened-{each.position}"
        each.happened = bounded(answer.happened, field)
        each.matched = _matched(answer)
        require_clean(row.project, **{field: each.happened})
    return list(predictions)


def _matched(answer: Answer) -> str:
    """Nobody has to say whether it matched, and who says so says what happened."""
    if answer.matched not in ("", *Match.values):
        raise CycleRefused(_("Choose one of these answers."), field=f"matched-{answer.position}")
    if not trimmed(answer.happened) and answer.matched not in ("", Match.UNKNOWN):
        raise CycleRefused(_("Say what came out, in a few words."), field=f"happened-{answer.position}")
    return answer.matched


def with_one_text(predictions: Sequence[Prediction], result: str) -> list[Prediction]:
    """A text about all of them stands beside a prediction that is alone."""
    if len(predictions) == 1:
        predictions[0].happened = trimmed(result)
    return list(predictions)


def in_one_text(predictions: Sequence[Prediction]) -> str:
    """What happened, a line for each prediction that has an answer in words."""
    return "\n".join(each.happened for each in predictions if each.happened)

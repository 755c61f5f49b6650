"""What the stage of a cycle allows, and the five features of a good test, as prompts.

The features are those of Taylor et al. 2014 (BMJ Quality & Safety 23:290, table 1): linked iterative
cycles, a prediction, small scale that grows, data over time, and documentation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.core.decision import ALLOWED, Decision, refused
from wellrun.core.vocabulary import worded, worded_lazy
from wellrun.pdsa.models import Cycle, Prediction
from wellrun.pdsa.values import Match, Stage

ORDER = list(Stage.values)


def takes_plan(cycle: Cycle) -> Decision:
    if cycle.stage == Stage.DONE:
        return refused(worded(_("This {test} is decided. Plan the next one instead.")))
    return ALLOWED


def takes_prediction(cycle: Cycle) -> Decision:
    """A prediction written after the result is no prediction."""
    if cycle.is_locked:
        return refused(locked_words())
    return takes_plan(cycle)


def locked_words() -> str:
    return worded(_("The prediction is locked since {the_test} began. That is what makes it {a_test}."))


def reaches(cycle: Cycle, stage: str) -> Decision:
    """Whether what belongs to a stage can be written now: in it, or to put it right after it."""
    if cycle.stage == Stage.DONE and stage != Stage.DONE:
        return refused(worded(_("This {test} is decided. Plan the next one instead.")))
    if ORDER.index(cycle.stage) < ORDER.index(stage):
        return refused(str(_STEPS[stage]))
    return ALLOWED


_STEPS: dict[str, object] = {
    Stage.DO: worded_lazy(gettext_lazy("Start {the_test} first: that locks the prediction.")),
    Stage.STUDY: gettext_lazy("Say what happened first."),
    Stage.ACT: gettext_lazy("Look at the result beside the prediction first."),
    Stage.DONE: gettext_lazy("Decide first."),
}


def is_open(prediction: Prediction) -> bool:
    """Whether a next test has reason to look at it again: it did not come true, or nobody could tell."""
    if not prediction.matched:
        return not prediction.happened
    return prediction.matched != Match.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One of the five features: whether it is there, and what would make it so."""

    code: str
    title: str
    is_there: bool
    prompt: str


def features_of(cycle: Cycle, ramp: Sequence[Cycle]) -> tuple[Feature, ...]:
    """The five features of one test in its ramp. Prompts to think about, never a mark against a team."""
    return (_linked(cycle, ramp), _predicted(cycle), _growing(cycle, ramp), _counted(cycle), _written(cycle))


def _linked(cycle: Cycle, ramp: Sequence[Cycle]) -> Feature:
    is_there = any(each.number < cycle.number for each in ramp) or cycle.number == 1
    return Feature(
        code="linked",
        title=worded(_("One {test} leads to the next")),
        is_there=is_there and (cycle.number > 1 or len(ramp) > 1),
        prompt=worded(_("After this one, plan a next {test} from what you learned.")),
    )


def _predicted(cycle: Cycle) -> Feature:
    return Feature(
        code="prediction",
        title=_("A prediction first"),
        is_there=bool(cycle.prediction.strip()),
        prompt=_("Write what you think will happen, with a number, before you start."),
    )


def _growing(cycle: Cycle, ramp: Sequence[Cycle]) -> Feature:
    earlier = [each.people for each in ramp if each.number < cycle.number and each.people]
    small_start = cycle.number > 1 or (cycle.people or 99) <= 5
    grows = not earlier or (cycle.people or 0) >= earlier[-1]
    return Feature(
        code="scale",
        title=_("Small first, then wider"),
        is_there=cycle.people is not None and small_start and grows,
        prompt=worded(_("Say how many people and days. One person and one day is a good first {test}.")),
    )


def _counted(cycle: Cycle) -> Feature:
    return Feature(
        code="data",
        title=_("Data over time"),
        is_there=bool(cycle.data.strip()) or cycle.measure_id is not None,
        prompt=_("Say what you will count, or choose a measure."),
    )


def _written(cycle: Cycle) -> Feature:
    needed = {Stage.PLAN: 1, Stage.DO: 1, Stage.STUDY: 2, Stage.ACT: 3, Stage.DONE: 4}[Stage(cycle.stage)]
    parts = [cycle.question, cycle.happened, cycle.result, cycle.decision_why]
    return Feature(
        code="documented",
        title=_("Written down"),
        is_there=all(part.strip() for part in parts[:needed]),
        prompt=_("A few plain words in each part are enough."),
    )

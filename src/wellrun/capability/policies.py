"""Suggest a progress score from evidence. The scale is the one that improvement programmes use
(after the IHI's assessment scale for collaboratives, 0.5 to 5); the wording is ours.

A score is suggested when its evidence, and that of every score below it, is in the record. A coach confirms
it: evidence can be true and not yet written down, and what is written can be worth little.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.capability.values import Evidence, Item, Level, Suggestion
from wellrun.core.vocabulary import worded
from wellrun.projects.values import LEVELS


def suggest(evidence: Evidence) -> Suggestion:
    """The highest score whose evidence, and all evidence below it, is there."""
    levels = tuple(
        Level(score=score, name=str(LEVELS[score]), items=items) for score, items in _items(evidence).items()
    )
    score = 0.5
    for level in levels:
        if not level.is_reached:
            break
        score = level.score
    return Suggestion(score=score, levels=levels)


def _items(evidence: Evidence) -> dict[float, tuple[Item, ...]]:
    return {
        0.5: (_item(_("The project has a name"), is_there=True),),
        **_beginning(evidence),
        **_testing(evidence),
        **_lasting(evidence),
    }


def _beginning(evidence: Evidence) -> dict[float, tuple[Item, ...]]:
    return {
        1.0: (
            _item(worded(_("{An_aim}")), is_there=evidence.has_aim),
            _item(_("Somebody who leads, and at least one more in the team"), is_there=_is_team(evidence)),
        ),
        1.5: (
            _item(worded(_("{An_aim} with a number and a date")), is_there=evidence.aim_has_number_and_date),
            _item(worded(_("{A_driver_diagram}, begun")), is_there=evidence.n_drivers > 0),
        ),
        2.0: (
            _item(_("Where you started, as a number"), is_there=evidence.has_baseline),
            _item(worded(_("At least one {change_idea}")), is_there=evidence.n_ideas > 0),
        ),
    }


def _testing(evidence: Evidence) -> dict[float, tuple[Item, ...]]:
    most_have_a_target = evidence.n_measures > 0 and evidence.n_with_target * 2 >= evidence.n_measures
    return {
        2.5: (
            _item(worded(_("{A_test} that has begun")), is_there=evidence.n_tests_begun > 0),
            _item(_("A measure on a chart, most of them with a target"), is_there=most_have_a_target),
        ),
        3.0: (
            _item(
                _("A prediction compared with its result"),
                is_there=evidence.n_tests_studied_with_prediction > 0,
            ),
            _item(
                worded(_("A change you kept: {adopted} or {expanded}")), is_there=evidence.n_tests_kept > 0
            ),
        ),
        3.5: (
            _item(worded(_("At least three {tests} decided")), is_there=evidence.n_tests_decided >= 3),
            _item(
                _("A measure that is better than where it began, by the rules of its chart"),
                is_there=evidence.n_improving > 0,
            ),
        ),
    }


def _lasting(evidence: Evidence) -> dict[float, tuple[Item, ...]]:
    targets = evidence.n_with_target
    half_good = targets > 0 and (evidence.n_improving + evidence.n_meeting) * 2 >= targets
    return {
        4.0: (
            _item(_("Changes becoming how you work"), is_there=evidence.is_implementing),
            _item(
                _("Half of the measures with a target are better than where they began, or meet it"),
                is_there=half_good,
            ),
        ),
        4.5: (
            _item(
                _("Half of the targets met, with the whole usual range"),
                is_there=targets > 0 and evidence.n_meeting * 2 >= targets,
            ),
        ),
        5.0: (
            _item(_("Handed over to daily control"), is_there=evidence.is_in_control),
            _item(_("Every target met"), is_there=targets > 0 and evidence.n_meeting >= targets),
        ),
    }


def _is_team(evidence: Evidence) -> bool:
    return evidence.has_lead and evidence.n_people >= 2


def _item(text: str, *, is_there: bool) -> Item:
    return Item(text=text, is_there=is_there)

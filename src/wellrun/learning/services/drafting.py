"""A first draft of a story, told from the record, so that nobody begins with an empty page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.control.models import ClosingReview
from wellrun.core.vocabulary import worded
from wellrun.learning.values import StoryWords
from wellrun.measures.queries import main_use_of
from wellrun.pdsa.queries import Cycle, cycles_of
from wellrun.pdsa.values import Decision
from wellrun.projects.models import Project
from wellrun.projects.policies import aim_sentence
from wellrun.projects.queries import aim_of


def drafted(project: Project, review: ClosingReview) -> StoryWords:
    """What the record says, in the team's own words where it has them. Advice is left for people."""
    aim, cycles = aim_of(project), list(cycles_of(project))
    dropped = [_tested(cycle) for cycle in cycles if cycle.decision == Decision.ABANDON]
    learned = [cycle.learned for cycle in cycles if cycle.learned]
    return StoryWords(
        title=project.title,
        problem=project.why,
        aim=aim_sentence(aim) if aim else "",
        what_we_did="\n".join(_tested(cycle) for cycle in cycles),
        what_the_data_say=_data(project, review),
        learned="\n".join(filter(None, (review.what_worked, review.for_whom, review.unexpected, *learned))),
        did_not_work="\n".join(filter(None, (review.what_did_not, *dropped))),
    )


def _tested(cycle: Cycle) -> str:
    """ "Distress card, test 2: 7 of 9 had one. Adapt: shorter words." """
    told = worded(_("%(idea)s, {test} %(number)d")) % {"idea": cycle.idea.text, "number": cycle.number}
    act = f"{Decision(cycle.decision).label}: {cycle.decision_why}" if cycle.decision else ""
    said = " ".join(f"{part.rstrip('. ')}." for part in (cycle.result, act) if part.strip())
    return f"{told}: {said}" if said else f"{told}."


def _data(project: Project, review: ClosingReview) -> str:
    main = main_use_of(project)
    reading = f"{main.measure.name}: {main.measure.sentence}" if main and main.measure.sentence else ""
    return "\n".join(filter(None, (reading, review.aim_reason)))

"""The one thing to do next in a project, for whoever works on it: nobody has to know the method to go on."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Stage
from wellrun.projects.queries import Branch
from wellrun.projects.values import DriverKind
from wellrun.web.projects.presenters.sources import StorySources

FIRST = (Stage.STUDY, Stage.ACT, Stage.DO, Stage.PLAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What its button says, and where it leads."""

    text: str
    href: str


def present_next(sources: StorySources) -> NextStep | None:
    """After the aim, which has its own button: the theory, an idea, a test, and what that waits for."""
    if not sources.work or not sources.aims:
        return None
    project, branches = sources.project.pk, sources.branches
    drivers, idea = reverse("drivers:diagram", args=[project]), _first_idea(branches)
    if sources.cycles:
        return _of_the_test([each for each in sources.cycles if each.stage != Stage.DONE])
    if not branches:
        return NextStep(text=_("Next: what has to be different?"), href=f"{drivers}#add-primary")
    if idea is None:
        at = f"{drivers}?at={branches[0].driver.pk}#chosen"
        return NextStep(text=_("Next: an idea to try"), href=at)
    plan = f"{reverse('pdsa:new', args=[project])}?idea={idea}"
    return NextStep(text=worded(_("Next: plan {a_test}")), href=plan)


def _of_the_test(waiting: list[Cycle]) -> NextStep | None:
    """What one test that is not decided waits for: first what others wait to learn from, the oldest first."""
    if not waiting:
        return None
    cycle = min(waiting, key=lambda each: (FIRST.index(Stage(each.stage)), each.pk))
    text, part = {
        Stage.PLAN: (worded(_("Next: start {the_test}")), "plan"),
        Stage.DO: (_("Next: say what happened"), "do"),
        Stage.STUDY: (worded(_("Next: fill in {Study}")), "study"),
        Stage.ACT: (_("Next: decide"), "act"),
    }[Stage(cycle.stage)]
    return NextStep(text=text, href=f"{reverse('pdsa:cycle', args=[cycle.pk])}#{part}")


def _first_idea(branches: tuple[Branch, ...]) -> int | None:
    for branch in branches:
        here = branch.driver.pk if branch.driver.kind == DriverKind.IDEA else _first_idea(branch.below)
        if here is not None:
            return here
    return None

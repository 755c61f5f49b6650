"""Take a part out of the theory, where tests may hang on it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.vocabulary import worded
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.values import Stage
from wellrun.projects.models import Driver, Project
from wellrun.projects.queries import falls_with
from wellrun.projects.services import remove_driver
from wellrun.projects.services.theory import for_work

UNDER_WAY = (Stage.DO, Stage.STUDY, Stage.ACT)


class UnderTest(Refused):
    """Ideas that would leave the diagram are being tested. Whoever is sure can say so."""


@transaction.atomic
def take_out(*, actor: Actor, project: Project, driver: Driver, is_sure: bool = False, now: datetime) -> None:
    """Take a driver or idea out of the diagram, after a question where people test what hangs on it.

    The tests stay in the record, and the part can be put back.
    """
    project = for_work(actor, project)
    if not is_sure and (ideas := _under_test(project, driver)):
        raise UnderTest(
            worded(
                _(
                    "People are {testing} %(ideas)s. Decide on {the_test} first, or take it out all the same."
                    " {The_test} stays in the record."
                )
            )
            % {"ideas": ", ".join(f"“{idea}”" for idea in ideas)}
        )
    remove_driver(actor=actor, project=project, driver=driver, now=now)


def _under_test(project: Project, driver: Driver) -> list[str]:
    """The ideas that would go with it, and have begun a test that is not decided."""
    begun = Cycle.objects.filter(project=project, stage__in=UNDER_WAY, is_removed=False)
    ideas = begun.filter(idea__in=falls_with(project, driver.pk)).order_by("idea_id")
    return list(dict.fromkeys(ideas.values_list("idea__text", flat=True)))

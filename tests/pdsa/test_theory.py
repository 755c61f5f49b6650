"""A part of the theory is not taken out from under a test without a question."""

import pytest

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import UnderTest, plan_cycle, start_cycle, take_out
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Driver
from wellrun.projects.queries import diagram_of
from wellrun.projects.services import serve_another


def under_way(team: Team, idea: Driver) -> Cycle:
    plan = Plan(question="Does it help?", prediction="8 in 10")
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    return start_cycle(actor=team.lead, cycle=cycle, now=NOW)


def test_who_takes_out_a_driver_is_asked_about_the_tests_that_hang_on_it(team: Team, idea: Driver) -> None:
    under_way(team, idea)
    driver = diagram_of(team.project)[0].driver
    for part in (driver, idea):
        with pytest.raises(UnderTest, match="People are testing “Distress card”"):
            take_out(actor=team.lead, project=team.project, driver=part, now=NOW)
    assert diagram_of(team.project)
    with pytest.raises(NotAllowed):
        take_out(actor=team.looker, project=team.project, driver=driver, now=NOW)
    take_out(actor=team.lead, project=team.project, driver=driver, is_sure=True, now=NOW)
    assert diagram_of(team.project) == ()
    assert Cycle.objects.get().is_removed is False


def test_a_test_that_hangs_on_another_driver_too_is_no_reason_to_ask(team: Team, idea: Driver) -> None:
    under_way(team, idea)
    other = Driver.objects.create(project=team.project, kind="primary", text="Calm", created_at=NOW)
    team.project.refresh_from_db()
    early = diagram_of(team.project)[0].driver
    with pytest.raises(UnderTest):
        take_out(actor=team.lead, project=team.project, driver=early, now=NOW)
    from wellrun.projects.models import DriverLink

    DriverLink.objects.create(project=team.project, parent=None, child=other, position=1)
    serve_another(actor=team.lead, project=team.project, driver=idea, parent_id=other.pk, now=NOW)
    take_out(actor=team.lead, project=team.project, driver=early, now=NOW)
    assert [branch.driver.text for branch in diagram_of(team.project)] == ["Calm"]


def test_a_plan_that_has_not_begun_holds_nothing_up(team: Team, idea: Driver) -> None:
    plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=Plan(question="Does it help?"), now=NOW)
    take_out(actor=team.lead, project=team.project, driver=idea, now=NOW)
    assert diagram_of(team.project)[0].below == ()

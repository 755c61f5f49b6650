"""A measure that projects, tests and daily control rest on is archived, never taken away under them."""

import pytest

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.kept import kept
from tests.build.measures import week
from tests.build.projects import Team
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.control.services import hand_over
from wellrun.core.decision import NotAllowed, Refused
from wellrun.measures import queries
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.queries.today import kept_by
from wellrun.measures.services import (
    archive_measure,
    collect_again,
    record_observation,
    remove_measure,
    undo_change,
)
from wellrun.pdsa.services import plan_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.services import add_driver

Ending = tuple[Team, Measure]


@kept
def ending(cast: Cast) -> Ending:
    return an_ending_project(cast)


def test_tests_and_daily_control_keep_a_measure(ending: Ending) -> None:
    team, measure = ending
    lead = team.lead
    primary = add_driver(actor=lead, project=team.project, kind="primary", text="Early", now=NOW)
    idea = add_driver(
        actor=lead, project=team.project, kind="idea", text="Card", parent_id=primary.pk, now=NOW
    )
    plan = Plan(question="In a day?")
    plan_cycle(actor=lead, project=team.project, idea=idea, plan=plan, measure_id=measure.pk, now=NOW)
    hand_over(actor=lead, project=team.project, item=an_item(team, measure), now=NOW)
    MeasureUse.objects.all().delete()  # what is left when a project no longer names it
    with pytest.raises(Refused, match=r"“Card: test 1”.*Daily control watches it: “Alder Ward”.*Archive it"):
        remove_measure(actor=lead, measure=measure, now=NOW)
    assert not Measure.objects.filter(is_removed=True).exists()
    refused = signed_in(lead).post(f"/measures/{measure.pk}/remove/")
    assert refused.status_code == 409
    assert f"/measures/{measure.pk}/archive/" in page_of(refused).forms


def test_an_archived_measure_stays_where_it_is_and_asks_for_nothing(ending: Ending) -> None:
    team, measure = ending
    with pytest.raises(NotAllowed, match="Only the person who keeps this measure"):
        archive_measure(actor=team.partner, measure=measure, now=NOW)
    change = archive_measure(actor=team.lead, measure=measure, now=NOW)
    assert change.sentence == "Archived this measure."
    assert not archive_measure(actor=team.lead, measure=measure, now=NOW).id
    assert queries.listed_for(team.lead) == []
    assert [row.id for row in queries.listed_for(team.lead, is_archived=True)] == [measure.pk]
    assert [use.measure_id for use in queries.uses_of(team.lead, team.project)] == [measure.pk]
    assert not kept_by(team.lead).exists()
    with pytest.raises(NotAllowed, match="takes no new numbers"):
        record_observation(actor=team.lead, measure=measure, period=week(60), value=3, now=NOW)
    undo_change(actor=team.lead, change_id=change.id, now=NOW)
    archive_measure(actor=team.lead, measure=measure, now=NOW)
    assert collect_again(actor=team.lead, measure=measure, now=NOW).sentence == "Collects this measure again."
    assert [row.id for row in queries.listed_for(team.lead)] == [measure.pk]

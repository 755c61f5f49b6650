"""A team hands several measures over at once, and takes it back while nobody has built on it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.kept import kept
from tests.build.measures import a_percentage
from tests.build.projects import Team
from wellrun.accounts.models import Notification
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.queries import limits_of
from wellrun.control.services import change_item, hand_over, take_back_hand_over
from wellrun.control.values import ItemState, ItemWords
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.measures.models import Measure
from wellrun.measures.services import use_measure
from wellrun.projects.models import Word
from wellrun.projects.services import move
from wellrun.projects.values import State

pytestmark = pytest.mark.django_db

Ready = tuple[Team, Measure, Measure]
LATER = NOW + timedelta(minutes=3)


@kept
def ready(cast: Cast) -> Ready:
    team, measure = an_ending_project(cast)
    second = a_percentage(cast)
    use_measure(actor=team.lead, project=team.project, measure=second, kind="process", now=NOW)
    return team, measure, second


def handed_over(ready: Ready, **changes: object) -> list[ControlItem]:
    team, *measures = ready
    return hand_over(actor=team.lead, project=team.project, item=an_item(team, *measures, **changes), now=NOW)


def test_each_measure_has_an_item_with_limits_of_its_own_and_the_same_words(ready: Ready) -> None:
    team, measure, second = ready
    handed_over(ready, measure_ids=(measure.pk, second.pk, measure.pk))
    items = list(ControlItem.objects.order_by("pk"))
    assert [item.measure for item in items] == [measure, second]
    for item in items:
        agreed = {name: getattr(item, name) for name in ("limits_from", "centre", "lower", "upper")}
        assert agreed == limits_of(item.measure)
        assert (item.owner_id, item.standard_work) == (team.partner.id, an_item(team).standard_work)
    assert items[0].centre != items[1].centre
    news = Notification.objects.filter(kind="control_item.handed_over")
    assert [(each.person_id, str(each.text)) for each in news] == [
        (team.partner.id, "You keep an eye on 2 measures of “Calmer evenings on Alder Ward” now")
    ]


def test_one_that_is_not_of_the_project_hands_none_over(ready: Ready) -> None:
    team, measure, _second = ready
    with pytest.raises(Refused, match="measures of this project"):
        handed_over(ready, measure_ids=(measure.pk, 10**6))
    team.project.refresh_from_db()
    assert (team.project.state, ControlItem.objects.count()) == (State.IMPLEMENTING, 0)


def test_what_was_handed_over_is_taken_back_whole_and_handed_over_again(ready: Ready) -> None:
    team = ready[0]
    handed_over(ready)
    project = take_back_hand_over(actor=team.lead, project=team.project, now=LATER)
    assert project.state == State.IMPLEMENTING
    assert set(ControlItem.objects.values_list("state", flat=True)) == {ItemState.RETIRED}
    review = ClosingReview.objects.get()
    assert (review.ending, review.ended_at, review.aim_met) == ("", None, "")
    assert review.what_worked == "Asking people first."
    assert Notification.objects.filter(person_id=team.partner.id, kind="control_item.taken_back").count() == 1
    actions = list(AuditRecord.objects.order_by("pk").values_list("action", flat=True))[-4:]
    assert actions == ["control_item.retired", "control_item.retired", "project.moved", "review.taken_back"]
    handed_over(ready)
    assert ControlItem.objects.filter(state=ItemState.ACTIVE).count() == 2


def test_what_a_partner_said_since_counts_and_not_what_they_said_before(ready: Ready) -> None:
    team = ready[0]
    handed_over(ready)
    said = Word.objects.get(target=State.IN_CONTROL)
    Word.objects.create(
        project=team.project, person_id=team.partner.id, target=State.IN_CONTROL, is_yes=False, at=LATER
    )
    take_back_hand_over(actor=team.lead, project=team.project, now=LATER)
    said.refresh_from_db()
    assert said.settled_at == NOW
    assert set(Word.objects.filter(settled_at=None).values_list("target", "is_yes")) == {
        (State.IN_CONTROL, False),
        (State.CLOSED, True),
    }


def test_what_somebody_built_on_stays(ready: Ready) -> None:
    team = ready[0]
    item = handed_over(ready)[0]
    told = {name: getattr(item, name) for name in ItemWords.__dataclass_fields__ if hasattr(item, name)}
    change_item(actor=team.partner, item=item, words=replace(ItemWords(**told), within="a day"), now=LATER)
    with pytest.raises(Refused, match="changed this since"):
        take_back_hand_over(actor=team.lead, project=team.project, now=LATER)
    assert ControlItem.objects.filter(state=ItemState.ACTIVE).count() == 2


def test_nothing_is_taken_back_where_nothing_was_handed_over_or_more_has_happened(ready: Ready) -> None:
    team = ready[0]
    with pytest.raises(NotAllowed):
        take_back_hand_over(actor=team.lead, project=team.project, now=LATER)
    handed_over(ready)
    move(actor=team.lead, project=team.project, target=State.SPREADING, now=LATER)
    with pytest.raises(NotAllowed):
        take_back_hand_over(actor=team.lead, project=team.project, now=LATER)


@pytest.mark.parametrize("who", ["looker", "sponsor", "colleague", "leader", "outsider"])
def test_only_the_team_takes_it_back(ready: Ready, who: str) -> None:
    handed_over(ready)
    with pytest.raises(NotAllowed):
        take_back_hand_over(actor=getattr(ready[0], who), project=ready[0].project, now=LATER)

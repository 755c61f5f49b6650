"""A project ends in two good ways: its gain goes to daily work, or it closes with what it taught."""

from dataclasses import replace

import pytest

from tests.build.cast import NOW, Cast, a_person_on
from tests.build.endings import WORDS, an_ending_project, an_item
from tests.build.kept import kept
from tests.build.projects import Team
from wellrun.control import permissions, queries
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.services import close_with_learning, hand_over, retire_item, write_review
from wellrun.control.values import Ending, ItemState, ReviewWords
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.measures.models import Measure
from wellrun.organisations.values import Role
from wellrun.projects.values import State

Ready = tuple[Team, Measure]


@kept
def ready(cast: Cast) -> Ready:
    return an_ending_project(cast)


def test_a_hand_over_moves_the_project_and_makes_the_item(ready: Ready) -> None:
    team, measure = ready
    item = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    team.project.refresh_from_db()
    assert team.project.state == State.IN_CONTROL
    assert (item.unit, item.measure, item.state) == (team.ward, measure, ItemState.ACTIVE)
    assert item.centre == pytest.approx(16 / 9)
    assert item.limits_from == measure.phase_starts.get().starts_on
    review = ClosingReview.objects.get()
    assert (review.ending, review.aim_met, review.self_report) == (Ending.HANDED_OVER, "met", "yes")
    assert "meets the target of 2.4" in review.aim_reason
    actions = list(AuditRecord.objects.order_by("pk").values_list("action", flat=True))[-3:]
    assert actions == ["project.moved", "control_item.made", "review.finished"]


def test_a_project_closes_with_what_it_taught(cast: Cast) -> None:
    team, _measure = an_ending_project(cast, state=State.TESTING)
    review = close_with_learning(
        actor=team.partner, project=team.project, reason="The theory did not hold", now=NOW
    )
    team.project.refresh_from_db()
    assert (team.project.state, review.ending) == (State.CLOSED, Ending.CLOSED)
    assert AuditRecord.objects.get(action="project.moved").reason == "The theory did not hold"
    with pytest.raises(NotAllowed, match="Open it again"):
        write_review(actor=team.lead, project=team.project, words=replace(WORDS, unexpected="x"), now=NOW)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"trigger": " "}, "nobody has to ask"),
        ({"measure_id": 10**6}, "measure of this project"),
        ({"owner_id": 10**6}, "somebody of the team"),
        ({"standard_link": "javascript:alert(1)"}, "begins with https"),
        ({"within": "x" * 121}, "Keep this to 120 characters"),
    ],
)
def test_a_hand_over_that_is_refused_leaves_all_as_it_was(
    ready: Ready, changes: dict[str, object], words: str
) -> None:
    team, measure = ready
    with pytest.raises(Refused, match=words):
        hand_over(actor=team.lead, project=team.project, item=an_item(team, measure, **changes), now=NOW)
    team.project.refresh_from_db()
    assert (team.project.state, ControlItem.objects.count()) == (State.IMPLEMENTING, 0)
    assert not AuditRecord.objects.filter(action="project.moved").exists()


def test_nothing_ends_without_a_look_back(ready: Ready) -> None:
    team, measure = ready
    write_review(actor=team.lead, project=team.project, words=ReviewWords(), now=NOW)
    for end in (
        lambda: hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW),
        lambda: close_with_learning(actor=team.lead, project=team.project, reason="Done", now=NOW),
    ):
        with pytest.raises(Refused, match="Write the closing review first"):
            end()


def test_a_project_is_handed_over_from_where_the_table_allows(cast: Cast) -> None:
    team, measure = an_ending_project(cast, state=State.TESTING)
    with pytest.raises(NotAllowed, match="From “Testing” a project can move to"):
        hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)


@pytest.mark.parametrize("who", ["looker", "sponsor", "colleague", "leader", "outsider"])
def test_only_the_team_ends_its_project(ready: Ready, who: str) -> None:
    team, measure = ready
    actor = getattr(team, who)
    with pytest.raises(NotAllowed):
        write_review(actor=actor, project=team.project, words=ReviewWords(), now=NOW)
    with pytest.raises(NotAllowed):
        hand_over(actor=actor, project=team.project, item=an_item(team, measure), now=NOW)
    with pytest.raises(NotAllowed):
        close_with_learning(actor=actor, project=team.project, reason="x", now=NOW)


def test_who_sees_and_changes_an_item(cast: Cast, ready: Ready) -> None:
    team, measure = ready
    item = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    everybody = {
        name: getattr(team, name) for name in Team.__dataclass_fields__ if name not in ("project", "ward")
    }
    everybody |= {"neighbour": cast.member, "stranger": cast.stranger}
    everybody["ward_leader"] = a_person_on("Noor Haddad", team.ward, role=Role.LEADER)
    seen = {name for name, actor in everybody.items() if permissions.may_view(actor, item)}
    listed = {name for name, actor in everybody.items() if queries.visible_to(actor).exists()}
    assert seen == listed
    assert seen == {
        "lead", "partner", "coach", "sponsor", "looker", "colleague", "leader", "ward_leader",
    }  # fmt: skip
    changing = {name for name, actor in everybody.items() if permissions.may_change(actor, item)}
    assert changing == {"partner", "colleague", "leader", "ward_leader"}  # the partner owns it


def test_an_item_is_retired_for_a_reason_and_once(ready: Ready) -> None:
    team, measure = ready
    item = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    with pytest.raises(Refused, match="Say why"):
        retire_item(actor=team.colleague, item=item, reason=" ", now=NOW)
    with pytest.raises(NotAllowed, match="Only people of Alder Ward"):
        retire_item(actor=team.coach, item=item, reason="x", now=NOW)
    for _again in range(2):
        assert (
            retire_item(actor=team.colleague, item=item, reason="The ward moved", now=NOW).state == "retired"
        )
    assert AuditRecord.objects.filter(action="control_item.retired").count() == 1


def test_a_review_is_bounded_and_an_unchanged_one_leaves_no_record(ready: Ready) -> None:
    team, _measure = ready
    count = AuditRecord.objects.count()
    write_review(actor=team.lead, project=team.project, words=WORDS, now=NOW)
    assert AuditRecord.objects.count() == count
    for words, match in (
        (replace(WORDS, unexpected="x" * 4001), "4,000"),
        (replace(WORDS, self_report="so"), "yes"),
    ):
        with pytest.raises(Refused, match=match):
            write_review(actor=team.lead, project=team.project, words=words, now=NOW)

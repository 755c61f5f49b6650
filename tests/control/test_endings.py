"""A project ends in two good ways: its gain goes to daily work, or it closes with what it taught."""

from dataclasses import replace

import pytest

from tests.build.cast import NOW, Cast, a_person_on
from tests.build.endings import WORDS, an_ending_project, an_item
from tests.build.kept import kept
from tests.build.projects import Team
from wellrun.accounts.models import Notification
from wellrun.control import permissions, queries
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.services import change_item, close_with_learning, hand_over, retire_item, write_review
from wellrun.control.values import ITEM_TEXTS, LOOK_AGAIN_AFTER, Ending, ItemState, ItemWords, ReviewWords
from wellrun.core.decision import NotAllowed, Refused, StaleEdit
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
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
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
        ({"measure_ids": (10**6,)}, "measures of this project"),
        ({"measure_ids": ()}, "at least one measure"),
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
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
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
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    with pytest.raises(Refused, match="Say why"):
        retire_item(actor=team.colleague, item=item, reason=" ", now=NOW)
    with pytest.raises(NotAllowed, match="Only people of Alder Ward"):
        retire_item(actor=team.coach, item=item, reason="x", now=NOW)
    for _again in range(2):
        assert (
            retire_item(actor=team.colleague, item=item, reason="The ward moved", now=NOW).state == "retired"
        )
    assert AuditRecord.objects.filter(action="control_item.retired").count() == 1


def words_for(item: ControlItem, **changes: object) -> ItemWords:
    names = (*ITEM_TEXTS, "owner_id", "standard_link", "next_review")
    return ItemWords(**({name: getattr(item, name) for name in names} | changes))


def test_what_was_agreed_is_changed_and_the_history_tells_how_it_was(ready: Ready) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    look = NOW.date() + LOOK_AGAIN_AFTER
    changes: dict[str, object] = {"who_acts": "The sister", "next_review": look, "owner_id": team.lead.id}
    changed = change_item(actor=team.colleague, item=item, words=words_for(item, **changes), now=NOW)
    assert (changed.who_acts, changed.next_review, changed.owner_id) == ("The sister", look, team.lead.id)
    assert (changed.version, changed.centre) == (2, item.centre)
    assert Notification.objects.filter(person_id=team.lead.id, kind="control_item.passed_on").count() == 1
    latest, made = queries.changes_of(changed)
    assert (latest.action, made.action) == ("control_item.changed", "control_item.made")
    assert latest.before["who_acts"] == "The nurse in charge"
    assert "trigger" not in latest.before
    again = change_item(actor=team.colleague, item=changed, words=words_for(changed), now=NOW)
    assert (again.version, len(queries.changes_of(again))) == (2, 2)


def test_new_limits_are_agreed_by_people_alone(ready: Ready) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    ControlItem.objects.update(centre=9.0)
    kept = change_item(actor=team.partner, item=item, words=words_for(item, within="a day"), now=NOW)
    assert kept.centre == 9.0
    words = words_for(item, takes_new_limits=True)
    assert change_item(actor=team.partner, item=item, words=words, now=NOW).centre == pytest.approx(16 / 9)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"first_step": ""}, "nobody has to ask"),
        ({"owner_id": 10**6}, "somebody of the unit"),
        ({"next_review": NOW.date() - LOOK_AGAIN_AFTER}, "today or a later day"),
        ({"trigger": "Ask about 943 476 5919"}, "NHS number"),
    ],
)
def test_a_change_that_is_refused_leaves_the_item_as_it_was(
    ready: Ready, changes: dict[str, object], words: str
) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    with pytest.raises(Refused, match=words):
        change_item(actor=team.partner, item=item, words=words_for(item, **changes), now=NOW)
    assert ControlItem.objects.get().version == 1


def test_two_who_change_an_item_lose_nothing(ready: Ready) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    mine, theirs = words_for(item, who_acts="The shift lead"), words_for(item, who_acts="The sister")
    change_item(actor=team.colleague, item=item, words=theirs, expected_version=1, now=NOW)
    with pytest.raises(StaleEdit) as stale:
        change_item(actor=team.partner, item=item, words=mine, expected_version=1, now=NOW)
    assert (stale.value.theirs, stale.value.yours) == ("The sister", "The shift lead")
    assert team.colleague.name in stale.value.sentence
    saved = change_item(actor=team.partner, item=item, words=mine, expected_version=2, now=NOW)
    assert (saved.who_acts, saved.version) == ("The shift lead", 3)


def test_what_is_retired_is_not_changed(ready: Ready) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    retire_item(actor=team.partner, item=item, reason="The ward moved", now=NOW)
    with pytest.raises(Refused, match="This was retired"):
        change_item(actor=team.partner, item=item, words=words_for(item, within="a day"), now=NOW)
    with pytest.raises(NotAllowed, match="Only people of Alder Ward"):
        change_item(actor=team.coach, item=item, words=words_for(item), now=NOW)


def test_two_who_look_back_lose_nothing(ready: Ready) -> None:
    team, _measure = ready
    team.project.refresh_from_db()
    seen = team.project.version
    write_review(
        actor=team.lead, project=team.project, words=replace(WORDS, unexpected="Less noise"),
        expected_version=seen, now=NOW,
    )  # fmt: skip
    mine = replace(WORDS, unexpected="More talk")
    with pytest.raises(StaleEdit) as stale:
        write_review(actor=team.partner, project=team.project, words=mine, expected_version=seen, now=NOW)
    assert (stale.value.theirs, stale.value.yours) == ("Less noise", "More talk")
    team.project.refresh_from_db()
    write_review(
        actor=team.partner, project=team.project, words=mine, expected_version=team.project.version, now=NOW
    )
    assert ClosingReview.objects.get().unexpected == "More talk"


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

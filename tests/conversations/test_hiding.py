"""A comment is hidden for a reason that everybody reads, and nothing of it is lost."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW
from tests.build.projects import Team, again
from wellrun.accounts.models import Notification, Person
from wellrun.conversations.models import Comment
from wellrun.conversations.permissions import may_hide, may_read_words
from wellrun.conversations.queries import counts_of
from wellrun.conversations.services import (
    CommentRefused,
    edit_comment,
    hide_comment,
    post_comment,
    react,
    remove_comment,
    show_comment,
)
from wellrun.conversations.values import Topic, topic_of
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.search.find import find
from wellrun.projects.models import Project
from wellrun.projects.queries import project_topic
from wellrun.projects.services import give_seat

LATER = NOW + timedelta(hours=1)
WHY = "It names somebody on the ward."


@pytest.fixture
def comment(topic: Topic, team: Team) -> Comment:
    return post_comment(
        actor=team.partner, topic=topic, text="@Amina Yusuf, ask about the orchid.", now=NOW
    )  # fmt: skip


def hidden(team: Team, comment: Comment) -> Comment:
    return hide_comment(actor=team.lead, comment=comment, why=f"  {WHY}\n", now=LATER)


def news_of(actor: Actor, kind: str) -> list[str]:
    rows = Notification.objects.filter(person_id=actor.id, kind=kind, read_at=None)
    return [row.sentence for row in rows]


def test_its_author_is_told_and_everybody_reads_why(topic: Topic, team: Team, comment: Comment) -> None:
    assert news_of(team.lead, "comment.mentioned")
    row = hidden(team, comment)
    assert (row.hidden_by_id, row.hidden_why, row.text) == (team.lead.id, WHY, comment.text)
    assert news_of(team.partner, "comment.hidden") == [
        f"Amina Yusuf hid what you wrote about “{team.project.title}”: {WHY}"
    ]
    assert news_of(team.lead, "comment.mentioned") == [], "who was asked in it is no longer sent there"
    record = audit.records_of("comment", row.pk)[0]
    assert (record.action, record.actor_id, record.reason) == ("comment.hidden", team.lead.id, WHY)
    readers = [actor for actor in (team.lead, team.partner, team.coach) if may_read_words(actor, topic, row)]
    assert readers == [team.lead, team.partner]


def test_what_is_hidden_is_neither_found_nor_counted_nor_answered(
    topic: Topic, team: Team, comment: Comment
) -> None:
    assert find(team.coach, "orchid", kind="comment", most=5) == [comment]
    hidden(team, comment)
    for actor in (team.coach, team.lead, team.partner):
        assert find(actor, "orchid", kind="comment", most=5) == []
    assert counts_of("project", [topic.id]) == {}
    with pytest.raises(NotAllowed, match="is hidden"):
        react(actor=team.coach, comment=comment, kind="thanks", is_on=True, now=LATER)
    with pytest.raises(NotAllowed, match="is hidden"):
        edit_comment(actor=team.partner, comment=comment, text="Ask about it.", now=LATER)
    remove_comment(actor=team.partner, comment=comment, now=LATER)
    assert Comment.objects.get().text == "", "its author can still take it back"


def test_it_is_shown_again_with_all_its_words(topic: Topic, team: Team, comment: Comment) -> None:
    hidden(team, comment)
    with pytest.raises(NotAllowed, match="is hidden"):
        hidden(team, comment)
    row = show_comment(actor=team.lead, comment=comment, now=LATER)
    assert (row.hidden_at, row.hidden_by, row.hidden_why, row.text) == (None, None, "", comment.text)
    assert news_of(team.partner, "comment.shown")
    assert counts_of("project", [topic.id]) == {topic.id: 1}
    assert find(team.coach, "orchid", kind="comment", most=5) == [comment]
    with pytest.raises(NotAllowed, match="is not hidden"):
        show_comment(actor=team.lead, comment=comment, now=LATER)
    assert [each.action for each in audit.records_of("comment", comment.pk)][:2] == [
        "comment.shown", "comment.hidden",
    ]  # fmt: skip


def test_a_reason_is_needed_and_names_no_patient(team: Team, comment: Comment) -> None:
    for why, told in (("  ", "Say why"), ("x" * 301, "300 characters"), ("943 476 5919", "NHS number")):
        with pytest.raises(Refused, match=told) as refusal:
            hide_comment(actor=team.lead, comment=comment, why=why, now=LATER)
        assert isinstance(refusal.value, CommentRefused) or refusal.value.field == "why"
    assert Comment.objects.get().hidden_at is None


def test_who_leads_or_administers_hides_what_others_said_and_nobody_else(
    topic: Topic, team: Team, comment: Comment
) -> None:
    for actor in (team.partner, team.coach, team.sponsor, team.outsider):
        with pytest.raises(NotAllowed):
            hide_comment(actor=actor, comment=comment, why=WHY, now=LATER)
    own = post_comment(actor=team.lead, topic=topic, text="Mine.", now=NOW)
    assert not may_hide(team.lead, topic, own), "one's own is taken back"


def test_a_lead_whose_own_words_are_hidden_does_not_show_them_again(topic: Topic, team: Team) -> None:
    own = post_comment(actor=team.lead, topic=topic, text="Mine.", now=NOW)
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=team.colleague.id), role="lead",
        now=NOW,
    )  # fmt: skip
    hide_comment(actor=again(team.colleague), comment=own, why=WHY, now=LATER)
    with pytest.raises(NotAllowed, match="Ask who hid it"):
        show_comment(actor=team.lead, comment=own, now=LATER)
    show_comment(actor=again(team.colleague), comment=own, now=LATER)


def test_what_is_said_about_any_part_of_a_project_is_hidden_by_the_same_people(team: Team) -> None:
    aim = topic_of("aim", team.project.pk)
    assert aim is not None
    assert (aim.moderates(team.lead), aim.moderates(team.coach)) == (True, False)
    Project.objects.filter(pk=team.project.pk).update(visibility="organisation")
    shared = project_topic(Project.objects.get(pk=team.project.pk))
    assert not shared.moderates(again(team.leader)), "a leader of the unit is not its administrator"

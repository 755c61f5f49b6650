"""Comments: said, put right, taken back; nothing is lost by accident, nor kept against a wish."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.conversations.models import Comment, Edition
from wellrun.conversations.queries import comments_about, counts_of, editions_of
from wellrun.conversations.services import CommentRefused, edit_comment, post_comment, react, remove_comment
from wellrun.conversations.values import Topic
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed, Refused, StaleEdit
from wellrun.projects.queries import project_topic
from wellrun.projects.services import remove_project

LATER = NOW + timedelta(hours=1)


def said(topic: Topic, actor: Actor, text: str = "The card works at night.") -> Comment:
    return post_comment(actor=actor, topic=topic, text=text, now=NOW)


def test_what_people_say_stands_in_its_order(topic: Topic, team: Team) -> None:
    said(topic, team.lead, "  Who has tried the card?\r\n\r\nOn nights? ")
    said(topic, team.partner, "I have.")
    first, second = comments_about(topic, last=9)
    assert (first.text, first.author.name) == ("Who has tried the card?\n\nOn nights?", "Amina Yusuf")
    assert second.text == "I have."
    assert [each.text for each in comments_about(topic, last=1)] == ["I have."]
    assert comments_about(topic, last=9, before=second.pk) == [first]
    assert counts_of("project", [topic.id, topic.id + 1]) == {topic.id: 2}


def test_a_change_says_so_and_every_version_can_be_read(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead, "Four of five.")
    edit_comment(actor=team.lead, comment=comment, text="Three of five.", expected_version=1, now=LATER)
    edit_comment(actor=team.lead, comment=comment, text="Two of five.", now=LATER + timedelta(hours=1))
    (row,) = comments_about(topic, last=9)
    assert (row.text, row.version, row.edited_at) == ("Two of five.", 3, LATER + timedelta(hours=1))
    told = [(each.text, each.at) for each in editions_of(row)]
    assert told == [("Three of five.", LATER), ("Four of five.", NOW)]


def test_saving_the_same_words_is_no_change(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead)
    edit_comment(actor=team.lead, comment=comment, text=comment.text, expected_version=9, now=LATER)
    assert Comment.objects.get().edited_at is None
    assert not Edition.objects.exists()


def test_a_stale_edit_shows_both_texts_and_loses_neither(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead, "Four.")
    edit_comment(actor=team.lead, comment=comment, text="Three.", expected_version=1, now=LATER)
    with pytest.raises(StaleEdit) as stale:
        edit_comment(actor=team.lead, comment=comment, text="Two.", expected_version=1, now=LATER)
    assert (stale.value.theirs, stale.value.yours) == ("Three.", "Two.")
    assert Comment.objects.get().text == "Three."


def test_what_its_author_takes_back_is_gone_in_every_version(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead, "Four.")
    react(actor=team.partner, comment=comment, kind="thanks", is_on=True, now=NOW)
    edit_comment(actor=team.lead, comment=comment, text="Three.", now=LATER)
    remove_comment(actor=team.lead, comment=comment, now=LATER)
    (row,) = comments_about(topic, last=9)
    assert (row.text, row.removed_at, list(row.reactions.all())) == ("", LATER, [])
    assert not Edition.objects.exists()
    assert counts_of("project", [topic.id]) == {}
    with pytest.raises(NotAllowed, match="taken this comment back"):
        edit_comment(actor=team.lead, comment=comment, text="Again.", now=LATER)


def test_nobody_changes_what_another_said(topic: Topic, team: Team) -> None:
    comment = said(topic, team.partner)
    for actor in (team.lead, team.coach):
        with pytest.raises(NotAllowed, match="Only its author"):
            edit_comment(actor=actor, comment=comment, text="Mine.", now=LATER)
        with pytest.raises(NotAllowed, match="Only its author"):
            remove_comment(actor=actor, comment=comment, now=LATER)
    assert Comment.objects.get().text == "The card works at night."


def test_words_that_were_sent_twice_are_there_once(topic: Topic, team: Team) -> None:
    first, again = said(topic, team.lead), said(topic, team.lead)
    assert first.pk == again.pk
    post_comment(actor=team.lead, topic=topic, text=first.text, now=LATER)
    assert Comment.objects.count() == 2


def test_words_that_cannot_be_kept_are_refused_with_the_remedy(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead)
    for text, why in (
        ("   \n ", "Write a few words"),
        ("x" * 4001, "it has 4,001"),
        ("x" * 5_000_000, "it has 5,000,000"),
        ("She is 943 476 5919", "NHS number"),
    ):
        with pytest.raises(Refused, match=why):
            said(topic, team.lead, text)
        with pytest.raises(Refused, match=why):
            edit_comment(actor=team.lead, comment=comment, text=text, now=LATER)
    assert Comment.objects.get().text == "The card works at night."


def test_an_answer_is_one_of_three_and_given_once(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead)
    for _again in range(2):
        react(actor=team.partner, comment=comment, kind="will", is_on=True, now=NOW)
    react(actor=team.partner, comment=comment, kind="more", is_on=True, now=NOW)
    assert {each.kind for each in comment.reactions.all()} == {"will", "more"}
    react(actor=team.partner, comment=comment, kind="will", is_on=False, now=NOW)
    assert {each.kind for each in comment.reactions.all()} == {"more"}
    with pytest.raises(CommentRefused, match="one of the three"):
        react(actor=team.partner, comment=comment, kind="like", is_on=True, now=NOW)
    with pytest.raises(NotAllowed, match="what others said"):
        react(actor=team.lead, comment=comment, kind="thanks", is_on=True, now=NOW)


def test_each_write_leaves_a_record_and_none_holds_the_words(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead, "The lift is broken.")
    react(actor=team.partner, comment=comment, kind="thanks", is_on=True, now=NOW)
    edit_comment(actor=team.lead, comment=comment, text="The lift is fixed.", now=LATER)
    remove_comment(actor=team.lead, comment=comment, now=LATER)
    records = list(audit.records_of("comment", comment.pk))
    assert [each.action for each in records] == [
        "comment.removed", "comment.edited", "comment.answered", "comment.written",
    ]  # fmt: skip
    assert not any("lift" in f"{each.before} {each.after} {each.reason}" for each in records)
    assert records[0].organisation_id == team.project.organisation_id


def test_what_it_was_about_is_gone_and_nothing_can_be_written(topic: Topic, team: Team) -> None:
    comment = said(topic, team.lead)
    remove_project(actor=team.lead, project=team.project, now=LATER)
    team.project.refresh_from_db()
    with pytest.raises(NotAllowed):
        edit_comment(actor=team.lead, comment=comment, text="Still here?", now=LATER)
    with pytest.raises(NotAllowed):
        said(project_topic(team.project), team.lead)

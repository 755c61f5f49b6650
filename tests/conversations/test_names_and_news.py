"""Who is named with an @, who hears of a comment, and who decided not to."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast, a_person
from tests.build.projects import Team
from wellrun.accounts.models import Notification, Person
from wellrun.conversations.models import Comment, Follow
from wellrun.conversations.permissions import may_read
from wellrun.conversations.queries import is_following, people_to_pick
from wellrun.conversations.queries.names import AT
from wellrun.conversations.services import (
    CommentRefused,
    edit_comment,
    follow,
    post_comment,
    react,
    remove_comment,
)
from wellrun.conversations.services.telling import MENTIONED
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.organisations.services.directory import list_again
from wellrun.projects.models import Project, Seat
from wellrun.projects.queries import project_topic
from wellrun.web.conversations.presenters.words import paragraphs_of

LATER = NOW + timedelta(hours=1)


def named(comment: Comment) -> list[str]:
    return sorted(each.person.name for each in comment.mentions.select_related("person"))


def told(kind: str = "comment.written") -> set[int]:
    return set(Notification.objects.filter(kind=kind, read_at=None).values_list("person_id", flat=True))


def say(topic: Topic, actor: Actor, text: str) -> Comment:
    return post_comment(actor=actor, topic=topic, text=text, now=NOW)


def test_a_name_after_an_at_is_read_as_people_write_it(topic: Topic, team: Team) -> None:
    for text, people in (
        ("@Marcus Bell, can you?", ["Marcus Bell"]),
        ("Ask @marcus.", ["Marcus Bell"]),
        ("(@SION REES) and @Beverley Grant: thank you", ["Beverley Grant", "Siôn Rees"]),
        ("@Marcus Bell and @Marcus Bell", ["Marcus Bell"]),
        ("Write to marcus@wellrun.example or marcus@Marcus", []),
        ("Three @ five, @nobody, @ Marcus", []),
        ("@Amina Yusuf that is me", []),
    ):
        assert named(say(topic, team.lead, text)) == people, text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("مريم حسن", "هل يمكنك يا @مريم حسن، غدًا؟"),
        ("مريم حسن", "@\u200fمريم حسن؟ 3 times"),
        ("مريم حسن", "Ask \u2068@مريم\u2069 please"),
        ("שרה לוי", "@\u2067שרה לוי\u2069: מחר?"),
        ("संजय शर्मा", "@संजय शर्मा। क्या यह ठीक है?"),
        ("李伟", "@李伟，你能来吗？"),
        ("李伟", "@李伟你能来吗"),
        ("김민수", "@김민수님 내일 오세요?"),
        ("Nguyễn Thị Hoà", "«@Nguyễn Thị Hoà»"),
    ],
)
def test_a_name_is_found_in_any_script_and_direction(topic: Topic, team: Team, name: str, text: str) -> None:
    Person.objects.filter(pk=team.partner.id).update(name=name)
    comment = say(topic, team.lead, text)
    assert named(comment) == [name]
    assert told("comment.mentioned") == {team.partner.id}
    pieces = [piece for block in paragraphs_of(comment.text, [name]) for piece in block]
    assert [piece.text.strip("@\u200f\u2067") for piece in pieces if piece.is_name] in (
        [name],
        [name.split()[0]],
    )


def test_a_name_in_any_script_that_may_not_see_it_is_refused(topic: Topic, team: Team) -> None:
    colleague, name = Person.objects.get(name="Tomasz Zieliński"), "مريم حسن"
    colleague.name = name
    colleague.save()
    list_again(colleague)
    with pytest.raises(CommentRefused, match="مريم حسن cannot see this"):
        say(topic, team.lead, "@\u200fمريم حسن، ما رأيك؟")
    assert told("comment.mentioned") == set()


def test_the_list_offers_who_is_near_and_may_see_it(topic: Topic, team: Team) -> None:
    names = [person.name for person in people_to_pick(team.lead, topic)]
    assert names == ["Beverley Grant", "Leila Haddad", "Marcus Bell", "Siôn Rees"]
    Seat.objects.filter(person_id=team.looker.id).update(ended_at=NOW)
    assert "Leila Haddad" not in [person.name for person in people_to_pick(team.lead, topic)]


def test_a_chosen_name_is_written_into_the_words_once(topic: Topic, team: Team) -> None:
    chosen = post_comment(actor=team.lead, topic=topic, text="Can you?", person_id=team.partner.id, now=NOW)
    assert (chosen.text, named(chosen)) == ("@Marcus Bell Can you?", ["Marcus Bell"])
    typed = post_comment(
        actor=team.lead, topic=topic, text="@Marcus Bell can you now?", person_id=team.partner.id, now=NOW
    )
    assert typed.text == "@Marcus Bell can you now?"
    with pytest.raises(CommentRefused, match="people in the list"):
        post_comment(actor=team.lead, topic=topic, text="You?", person_id=team.outsider.id, now=NOW)


def test_where_everybody_sees_it_a_number_tells_no_name_of_somebody_elsewhere(
    topic: Topic, team: Team
) -> None:
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.PUBLIC)
    shared = project_topic(Project.objects.get(pk=team.project.pk))
    assert may_read(team.outsider, shared)
    with pytest.raises(CommentRefused, match="people in the list"):
        post_comment(actor=team.lead, topic=shared, text="You?", person_id=team.outsider.id, now=NOW)


def test_a_colleague_who_may_not_see_it_is_refused_and_the_words_say_why(topic: Topic, team: Team) -> None:
    with pytest.raises(CommentRefused) as refusal:
        say(topic, team.lead, "@Tomasz Zielinski, have you seen this?")
    assert "Tomasz Zieliński cannot see this" in refusal.value.sentence
    assert "Only the team can see this." in refusal.value.sentence
    assert "without the @" in refusal.value.sentence
    assert refusal.value.field == "text"
    assert not Comment.objects.exists()
    assert told("comment.mentioned") == set()
    Project.objects.update(visibility=Visibility.ORGANISATION)
    team.project.refresh_from_db()
    seen = say(project_topic(team.project), team.lead, "@Tomasz Zielinski, have you seen this?")
    assert named(seen) == ["Tomasz Zieliński"]


def test_nobody_learns_who_works_somewhere_else(topic: Topic, team: Team) -> None:
    """Victor is at Hillside: his name is treated as any word."""
    assert named(say(topic, team.lead, "@Victor Lund would know")) == []
    assert told("comment.mentioned") == set()


def test_two_of_one_first_name_are_asked_about(topic: Topic, team: Team, cast: Cast) -> None:
    Project.objects.update(visibility=Visibility.ORGANISATION)
    team.project.refresh_from_db()
    open_topic = project_topic(team.project)
    other = a_person("Ola Lee", cast.riverside)
    say(open_topic, other, "I read along.")
    assert named(say(open_topic, team.lead, "@Marcus, can you?")) == ["Marcus Bell"]
    Person.objects.filter(pk=other.id).update(name="Marcus Lee")
    with pytest.raises(CommentRefused, match="Several people here are called that"):
        say(open_topic, team.lead, "@Marcus, can you both?")
    assert named(say(open_topic, team.lead, "@Marcus Lee, can you?")) == ["Marcus Lee"]


def test_the_team_hears_of_it_and_who_is_named_is_asked(topic: Topic, team: Team) -> None:
    comment = say(topic, team.lead, "@Marcus can you try it?")
    asked = Notification.objects.get(kind="comment.mentioned")
    assert (asked.person_id, asked.asks) == (team.partner.id, True)
    assert asked.address == f"/projects/{team.project.pk}/#comment-{comment.pk}"
    assert asked.text == "Amina Yusuf asks you about “Calmer evenings on Alder Ward”"
    assert told() == {team.coach.id}
    assert Notification.objects.get(kind="comment.written").address == f"/projects/{team.project.pk}/#talk"


def test_news_never_repeats_what_was_said(topic: Topic, team: Team) -> None:
    say(topic, team.lead, "@Marcus the lift is broken")
    assert not Notification.objects.filter(text__contains="lift").exists()


def test_ten_comments_are_one_piece_of_news(topic: Topic, team: Team) -> None:
    for number in range(10):
        say(topic, team.lead, f"Number {number}")
    assert Notification.objects.filter(person_id=team.coach.id).count() == 1


def test_who_joins_in_or_is_named_follows_and_anybody_may_stop(topic: Topic, team: Team) -> None:
    assert is_following(team.partner, topic)
    assert not is_following(team.sponsor, topic)
    say(topic, team.lead, "@Beverley, the pay?")
    assert is_following(team.sponsor, topic)
    say(topic, team.looker, "I read along.")
    assert is_following(team.looker, topic)
    for actor in (team.partner, team.sponsor):
        follow(actor=actor, topic=topic, is_following=False, now=LATER)
        assert not is_following(actor, topic)
    Notification.objects.all().delete()
    say(topic, team.lead, "More.")
    assert told() == {team.coach.id, team.looker.id}
    say(topic, team.lead, "@Marcus, you?")
    assert told("comment.mentioned") == {team.partner.id}
    assert not is_following(team.partner, topic)


def test_who_can_no_longer_see_it_is_told_nothing(topic: Topic, team: Team) -> None:
    say(topic, team.looker, "I read along.")
    Seat.objects.filter(person_id__in=[team.looker.id, team.coach.id]).update(ended_at=NOW)
    Notification.objects.all().delete()
    say(topic, team.lead, "Only for us.")
    assert told() == {team.partner.id}
    assert Follow.objects.filter(person_id=team.looker.id, is_following=True).exists()


def test_an_edit_tells_only_who_is_newly_named(topic: Topic, team: Team) -> None:
    comment = say(topic, team.lead, "@Marcus can you?")
    Notification.objects.all().delete()
    edit_comment(actor=team.lead, comment=comment, text="@Marcus or @Beverley, can you?", now=LATER)
    assert told("comment.mentioned") == {team.sponsor.id}
    edit_comment(actor=team.lead, comment=comment, text="Can somebody?", now=LATER)
    assert named(comment) == []


def test_a_question_that_was_taken_back_waits_for_nobody(topic: Topic, team: Team) -> None:
    comment = say(topic, team.lead, "@Marcus can you?")
    assert told("comment.mentioned") == {team.partner.id}
    remove_comment(actor=team.lead, comment=comment, now=LATER)
    assert told("comment.mentioned") == set()


def test_who_has_answered_is_waited_for_no_more(topic: Topic, team: Team) -> None:
    def waits(who: Actor) -> bool:
        return Notification.objects.filter(person_id=who.id, kind=MENTIONED, read_at=None).exists()

    asked = say(topic, team.lead, f"@{team.partner.name} @{team.coach.name} would it help at night?")
    say(topic, team.partner, "Yes, most of all then.")
    assert (waits(team.partner), waits(team.coach)) == (False, True)
    react(actor=team.coach, comment=asked, kind="will", is_on=True, now=NOW)
    assert not waits(team.coach)


def test_an_answer_in_a_word_is_told_and_tell_me_more_asks(topic: Topic, team: Team) -> None:
    comment = say(topic, team.lead, "It worked.")
    for kind in ("thanks", "more"):
        react(actor=team.partner, comment=comment, kind=kind, is_on=True, now=LATER)
    rows = Notification.objects.filter(person_id=team.lead.id).order_by("kind")
    assert [(each.kind, each.asks) for each in rows] == [("comment.more", True), ("comment.thanks", False)]
    assert rows[1].text == "Marcus Bell answered you about “Calmer evenings on Alder Ward”: Thank you"


def test_an_at_within_a_word_begins_no_name() -> None:
    assert [at.start() for at in AT.finditer("a@b @c .@d @@e @ f")] == [4]

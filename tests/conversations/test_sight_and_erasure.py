"""The two ways to say who sees a thing agree, and a person who is forgotten takes their words with them."""

from datetime import timedelta

from tests.build.cast import NOW, Cast
from tests.build.projects import Team
from tests.build.talked_about import one_of_each
from tests.organisations.test_erasure import mentions
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.conversations.models import Comment, Edition, Follow, Mention, Reaction
from wellrun.conversations.queries import who_sees
from wellrun.conversations.queries.sight import actors_of
from wellrun.conversations.queries.talk import visible_to
from wellrun.conversations.services import edit_comment, post_comment, react
from wellrun.conversations.values import Topic, kinds, topic_of
from wellrun.core.actor import SYSTEM
from wellrun.core.chain import ERASED
from wellrun.core.search.find import find
from wellrun.core.visibility import Visibility
from wellrun.learning.models import Story
from wellrun.measures.models import Measure
from wellrun.organisations.services import erase_member
from wellrun.projects.models import Project


def test_who_sees_a_thing_sees_what_is_said_about_it_and_nobody_else_does(cast: Cast) -> None:
    team, things = one_of_each(cast)
    assert things.keys() == {each.kind for each in kinds()}
    for kind, thing_id in things.items():
        topic = topic_of(kind, thing_id)
        assert topic is not None
        post_comment(actor=team.lead, topic=topic, text="A word.", now=NOW)
    people = list(Person.objects.order_by("pk"))
    for level in Visibility:
        for model in (Project, Measure, Story):
            model.objects.update(visibility=level)
        Story.objects.update(state="draft" if level == Visibility.TEAM else "published")
        seen = {person.pk: set() for person in people}
        for kind, thing_id in things.items():
            topic = topic_of(kind, thing_id)
            assert topic is not None
            for person in who_sees(topic, [each.pk for each in people]):
                seen[person.pk].add((kind, thing_id))
        for person in people:
            found = visible_to(actor_for(person)).values_list("kind", "thing_id")
            assert set(found) == seen[person.pk], (level, person.name)
    assert len(seen[team.outsider.id]) == len(things) - 1  # a control item is its unit's


def test_another_person_is_asked_with_all_their_roles(cast: Cast, team: Team) -> None:
    people = list(Person.objects.order_by("pk"))
    actors = actors_of(people)
    for person in people:
        assert actors[person.pk].grants == actor_for(person).grants
    assert any(actors[person.pk].grants for person in people)


def test_a_person_who_is_forgotten_takes_their_words_with_them(topic: Topic, team: Team) -> None:
    own = post_comment(actor=team.partner, topic=topic, text="My own story of the purple night.", now=NOW)
    edit_comment(actor=team.partner, comment=own, text="My own purple story.", now=NOW + timedelta(hours=1))
    about = post_comment(actor=team.lead, topic=topic, text="@Marcus Bell, Marcus Bell knows.", now=NOW)
    react(actor=team.partner, comment=about, kind="thanks", is_on=True, now=NOW)
    assert find(team.lead, "purple", kind="comment", most=5) == [own]
    person = Person.objects.get(pk=team.partner.id)
    erase_member(actor=SYSTEM, person=person, now=NOW)
    own.refresh_from_db()
    about.refresh_from_db()
    assert (own.text, own.author_id, own.removed_at) == ("", person.pk, None)
    assert about.text == f"@{ERASED}, {ERASED} knows."
    assert mentions("purple", "Marcus Bell") == []
    assert find(team.lead, "purple", kind="comment", most=5) == []
    for model in (Edition, Mention, Reaction):
        assert not model.objects.exists()
    assert not Follow.objects.filter(person=person).exists()
    assert Comment.objects.count() == 2

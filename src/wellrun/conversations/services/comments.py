"""Say something about a thing, put it right, take it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.services import settle, settle_own
from wellrun.conversations.models import Comment, Edition, Follow, Mention, Reaction
from wellrun.conversations.permissions import may_change, may_comment, may_remove
from wellrun.conversations.queries.names import named_in, people_to_pick
from wellrun.conversations.services.telling import (
    MENTIONED,
    page_of,
    place_of,
    tell_mentioned,
    tell_of_comment,
)
from wellrun.conversations.services.writing import held, leave_record
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused, StaleEdit
from wellrun.core.identifiers import require_none_in
from wellrun.core.lengths import too_long

LONGEST = 4000
SENT_TWICE = timedelta(minutes=2)
"""The same words of the same person within this time were sent twice by a weak line."""


class CommentRefused(Refused):
    """Words that could not be kept as they are."""


@transaction.atomic
def post_comment(
    *, actor: Actor, topic: Topic, text: str, person_id: int | None = None, now: datetime
) -> Comment:
    """Say something. ``person_id`` is somebody to ask, chosen from the list rather than typed with an @."""
    may_comment(actor, topic).require()
    text = _sound(topic, text)
    chosen = _chosen(actor, topic, person_id)
    if chosen is not None and f"@{chosen.name}".casefold() not in text.casefold():
        text = f"@{chosen.name} {text}"
    people = _mentioned(actor, topic, text, chosen)
    again = _sent_before(actor, topic, text, now)
    if again is not None:
        return again
    comment = Comment.objects.create(
        kind=topic.kind,
        thing_id=topic.id,
        organisation_id=topic.organisation_id,
        author_id=actor.id,
        text=text,
        at=now,
    )
    _note(comment, people, now)
    tell_of_comment(actor, topic, comment, people, now)
    settle_own(actor=actor, kind=MENTIONED, page=page_of(topic), now=now)
    leave_record(actor, comment, "comment.written", now, after={"mentions": len(people)})
    return comment


@transaction.atomic
def edit_comment(
    *, actor: Actor, comment: Comment, text: str, expected_version: int | None = None, now: datetime
) -> Comment:
    """Put one's own words right. How they read before stays to be read; who is newly named is told."""
    row, topic = held(comment)
    may_change(actor, topic, row).require()
    text = _sound(topic, text)
    if text == row.text:
        return row
    _require_fresh(row, expected_version, text)
    people = _mentioned(actor, topic, text, None)
    before = set(Mention.objects.filter(comment=row).order_by().values_list("person_id", flat=True))
    Edition.objects.create(comment=row, version=row.version, text=row.text, at=row.edited_at or row.at)
    row.text, row.edited_at, row.version = text, now, row.version + 1
    row.save(update_fields=["text", "edited_at", "version"])
    Mention.objects.filter(comment=row).exclude(person__in=people).delete()
    _note(row, people, now)
    tell_mentioned(actor, topic, row, [each for each in people if each.pk not in before], now)
    leave_record(actor, row, "comment.edited", now, after={"mentions": len(people)})
    return row


@transaction.atomic
def remove_comment(*, actor: Actor, comment: Comment, now: datetime) -> Comment:
    """Take one's own words back, with all their versions. That there was a comment stays to be seen."""
    row, topic = held(comment)
    may_remove(actor, topic, row).require()
    row.text, row.removed_at, row.version = "", now, row.version + 1
    row.save(update_fields=["text", "removed_at", "version"])
    for part in (Edition, Mention, Reaction):
        part._default_manager.filter(comment=row).delete()  # noqa: SLF001 - Django's own word
    settle(kind=MENTIONED, address=place_of(topic, row), now=now)
    leave_record(actor, row, "comment.removed", now)
    return row


def _sound(topic: Topic, text: str) -> str:
    text = trimmed(text.replace("\r\n", "\n").replace("\0", ""))
    if not text:
        raise CommentRefused(_("Write a few words first."), field="text")
    if len(text) > LONGEST:
        raise CommentRefused(too_long(LONGEST, len(text)), field="text")
    require_none_in(topic.country, text=text)
    return text


def _chosen(actor: Actor, topic: Topic, person_id: int | None) -> Person | None:
    """One of those in the list: a number alone would tell anybody's name where everybody sees the thing."""
    if person_id is None:
        return None
    found = [each for each in people_to_pick(actor, topic, most=1000) if each.pk == person_id]
    if not found:
        raise CommentRefused(_("Choose one of the people in the list."), field="person_id")
    return found[0]


def _mentioned(actor: Actor, topic: Topic, text: str, chosen: Person | None) -> list[Person]:
    """Whom the text names. Somebody who may not see it would be sent to a page that is not there for them."""
    named = named_in(actor, topic, text)
    if named.blind:
        raise CommentRefused(
            _(
                "%(names)s cannot see this, and would not know what you ask. %(seen_by)s."
                " Write the name without the @, or ask somebody who leads this to let them in."
            )
            % {"names": ", ".join(named.blind), "seen_by": topic.seen_by},
            field="text",
        )
    unclear = [name for name in named.unclear if chosen is None or chosen.name != name]
    if unclear:
        raise CommentRefused(
            _("Several people here are called that: %(names)s. Write the whole name.")
            % {"names": ", ".join(unclear)},
            field="text",
        )
    people = {each.pk: each for each in (*named.people, *([chosen] if chosen else []))}
    return [person for pk, person in people.items() if pk != actor.person_id]


def _sent_before(actor: Actor, topic: Topic, text: str, now: datetime) -> Comment | None:
    latest = Comment.objects.filter(kind=topic.kind, thing_id=topic.id, author_id=actor.id)
    row = latest.order_by("-pk").first()
    is_again = row is not None and row.text == text and now - row.at < SENT_TWICE
    return row if is_again else None


def _note(comment: Comment, people: list[Person], now: datetime) -> None:
    """Whom it names. They and its author follow from now on, unless they once said no."""
    Mention.objects.bulk_create(
        [Mention(comment=comment, person=person) for person in people], ignore_conflicts=True
    )
    Follow.objects.bulk_create(
        [
            Follow(
                kind=comment.kind, thing_id=comment.thing_id, person_id=person_id, is_following=True, at=now
            )
            for person_id in sorted({comment.author_id, *(person.pk for person in people)})
        ],
        ignore_conflicts=True,
    )


def _require_fresh(row: Comment, expected_version: int | None, text: str) -> None:
    if expected_version is not None and expected_version != row.version:
        raise StaleEdit(
            _("You changed this somewhere else meanwhile. Keep that, keep this, or make one of both."),
            field="text",
            theirs=row.text,
            yours=text,
        )

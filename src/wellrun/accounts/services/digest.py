"""The digest: one letter to a person about the news they have not read and were not sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.accounts.models import Notification, Person
from wellrun.accounts.values import is_own_page
from wellrun.core.mail import post
from wellrun.core.vocabulary import speaking, vocabulary_of

MOST_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One piece of news in a letter; ``link`` is whole, or empty."""

    text: str
    link: str


@transaction.atomic
def send_digests_to(*, person_ids: Sequence[int], now: datetime) -> int:
    """Ask for a letter to each of these people who has news. Returns how many.

    News is marked as sent in the transaction that asks for the letter, so nobody is sent anything twice, and
    nothing is lost, whenever this is stopped.
    """
    unsent = Notification.objects.filter(person_id__in=person_ids, read_at=None, sent_at=None)
    news: dict[int, list[Notification]] = defaultdict(list)
    for row in unsent.select_for_update().order_by("person_id", "-at", "-pk"):
        news[row.person_id].append(row)
    people = Person.objects.filter(pk__in=news, is_active=True).order_by("pk")
    for person in people:
        language = person.language or settings.LANGUAGE_CODE
        with translation.override(language), speaking(vocabulary_of(person.pk)):
            _post(person, news[person.pk])
    unsent.filter(person_id__in=[person.pk for person in people]).update(sent_at=now)
    return len(people)


def _post(person: Person, rows: Sequence[Notification]) -> None:
    lines = [_line(row) for row in rows[:MOST_LINES]]
    hidden, count = len(rows) - MOST_LINES, len(rows)
    choices = f"{_absolute(reverse('profile:profile'))}#news"
    letter: dict[str, object] = {
        "subject": ngettext("Wellrun: one thing to read", "Wellrun: %(count)d things to read", count)
        % {"count": count},
        "greeting": _("Hello %(name)s,") % {"name": person.name},
        "items": lines,
        "more": _("And %(count)d more.") % {"count": hidden} if hidden > 0 else "",
        "news": _absolute(reverse("notifications:list")),
        "choices": choices,
        "language": translation.get_language(),
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
    }
    post(
        to=person.email,
        subject=str(letter["subject"]),
        body=_plain(letter, lines),
        html=render_to_string("accounts/digest.html", letter),
        headers={"List-Unsubscribe": f"<{choices}>"},
    )


def _plain(letter: dict[str, object], lines: Sequence[Line]) -> str:
    listed = [f"- {line.text}" + (f"\n  {line.link}" if line.link else "") for line in lines]
    parts = [
        letter["greeting"],
        "\n".join(listed),
        letter["more"],
        f"{_('See all your news:')} {letter['news']}",
        f"{_('You choose how often this letter comes, or that it never does:')}\n{letter['choices']}",
    ]
    return "\n\n".join(str(part) for part in parts if part) + "\n"


def _line(row: Notification) -> Line:
    return Line(text=row.sentence, link=_absolute(row.address) if is_own_page(row.address) else "")


def _absolute(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"

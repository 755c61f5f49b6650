"""The parts and states of a story."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StoryState(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWords:
    """What a story tells, in the order in which people ask for it."""

    title: str
    problem: str = ""
    aim: str = ""
    what_we_did: str = ""
    what_the_data_say: str = ""
    learned: str = ""
    did_not_work: str = ""
    advice: str = ""


STORY_FIELDS = tuple(StoryWords.__dataclass_fields__)

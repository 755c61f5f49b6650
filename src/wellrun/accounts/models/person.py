"""People who sign in: the custom user model from the first migration on, so that it is never swapped."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from wellrun.accounts.values import Digest, Theme


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> Person:
        """Sign-in looks people up without regard to capitals."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    """Whether the person may sign in. Ending it takes effect with the next request, everywhere."""
    is_demo = models.BooleanField(default=False)
    """Somebody of the demo world, whom a visitor may become. Never together with real people."""
    about = models.CharField(max_length=300, blank=True)
    """What others may ask them about, in their own words."""
    offered_as = models.CharField(max_length=160, blank=True)
    """For somebody of the demo world whom a visitor may become: who they are, and what they can do."""

    # What the person chose for themselves.
    language = models.CharField(max_length=16, blank=True)
    """Empty: the browser's."""
    theme = models.CharField(max_length=8, choices=Theme.choices, blank=True)
    plain_words = models.BooleanField(default=True)
    """Everyday words instead of the field's own."""
    digest = models.CharField(max_length=8, choices=Digest.choices, default=Digest.DAILY)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        verbose_name_plural = "people"
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_once",
                violation_error_message="Somebody already has this email address.",
            )
        ]

    def __str__(self) -> str:
        return self.name

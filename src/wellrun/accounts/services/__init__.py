"""Writes to people, what they choose, and what they are told."""

from wellrun.accounts.services.digest import send_digests_to
from wellrun.accounts.services.notifications import mark_all_read, mark_read, notify, settle
from wellrun.accounts.services.people import add_person
from wellrun.accounts.services.profile import (
    ProfileRefused,
    change_profile,
    choose_theme,
    undo_profile_change,
)

__all__ = [
    "ProfileRefused", "add_person", "change_profile", "choose_theme", "mark_all_read", "mark_read", "notify",
    "send_digests_to", "settle", "undo_profile_change",
]  # fmt: skip

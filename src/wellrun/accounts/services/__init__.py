"""Writes to people and to where they are signed in."""

from wellrun.accounts.services.digest import send_digests_to
from wellrun.accounts.services.erasure import erase_person
from wellrun.accounts.services.letters import take_letter, write_letter
from wellrun.accounts.services.notifications import mark_all_read, mark_read, notify, settle, settle_own
from wellrun.accounts.services.people import (
    PersonRefused,
    add_person,
    deactivate_person,
    open_account,
    reactivate_person,
)
from wellrun.accounts.services.profile import (
    ProfileRefused,
    change_profile,
    choose_theme,
    undo_profile_change,
)
from wellrun.accounts.services.sessions import end_other_sessions, end_session, end_sessions_of

__all__ = [
    "PersonRefused", "ProfileRefused", "add_person", "change_profile", "choose_theme", "deactivate_person",
    "end_other_sessions", "end_session", "end_sessions_of", "erase_person", "mark_all_read", "mark_read",
    "notify", "open_account", "reactivate_person", "send_digests_to", "settle", "settle_own", "take_letter",
    "undo_profile_change", "write_letter",
]  # fmt: skip

"""Writes to people and to where they are signed in."""

from wellrun.accounts.services.letters import take_letter, write_letter
from wellrun.accounts.services.people import (
    PersonRefused,
    add_person,
    deactivate_person,
    open_account,
    reactivate_person,
)
from wellrun.accounts.services.sessions import end_other_sessions, end_session, forget_sessions

__all__ = [
    "PersonRefused", "add_person", "deactivate_person", "end_other_sessions", "end_session",
    "forget_sessions", "open_account", "reactivate_person", "take_letter", "write_letter",
]  # fmt: skip

"""Questions about people, what they choose, and what they are told."""

from wellrun.accounts.models import Notification, Person, Session
from wellrun.accounts.queries.notifications import (
    asking,
    due_for_digest,
    notifications_of,
    unread_count,
)
from wellrun.accounts.queries.people import (
    confirmed_address,
    has_demo_people,
    has_real_people,
    is_free_for,
    names_of,
    person_with,
    person_with_id,
    sessions_of,
)
from wellrun.accounts.queries.profile import profile_change_for, profile_of

__all__ = [
    "Notification", "Person", "Session", "asking", "confirmed_address", "due_for_digest", "has_demo_people",
    "has_real_people", "is_free_for", "names_of", "notifications_of", "person_with", "person_with_id",
    "profile_change_for", "profile_of", "sessions_of", "unread_count",
]  # fmt: skip

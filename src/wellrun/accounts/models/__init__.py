"""People who sign in, and what they are told."""

from wellrun.accounts.models.notification import Notification
from wellrun.accounts.models.person import Person

__all__ = ["Notification", "Person"]

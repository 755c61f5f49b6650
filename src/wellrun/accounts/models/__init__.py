"""People who sign in, where they are signed in, and what they are told."""

from wellrun.accounts.models.letter import Letter
from wellrun.accounts.models.notification import Notification
from wellrun.accounts.models.person import Person
from wellrun.accounts.models.remembered import Remembered
from wellrun.accounts.models.session import Session

__all__ = ["Letter", "Notification", "Person", "Remembered", "Session"]

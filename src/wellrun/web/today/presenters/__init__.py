"""The front page in plain values."""

from wellrun.web.today.presenters.found import MOST_CARDS, MOST_PROJECTS, MOST_TASKS, Found, Waiting
from wellrun.web.today.presenters.page import TodayPage, present_today

__all__ = ["MOST_CARDS", "MOST_PROJECTS", "MOST_TASKS", "Found", "TodayPage", "Waiting", "present_today"]

"""Writes to stories, and the endings that begin one."""

from wellrun.learning.services.endings import close_with_story, hand_over_with_story
from wellrun.learning.services.stories import StoryRefused, publish, write_story

__all__ = ["StoryRefused", "close_with_story", "hand_over_with_story", "publish", "write_story"]

"""A conversation in plain values."""

from wellrun.web.conversations.presenters.talk import TalkView, present_talk, talk_form
from wellrun.web.conversations.presenters.words import talk_text

__all__ = ["TalkView", "present_talk", "talk_form", "talk_text"]

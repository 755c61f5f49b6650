"""`{% page_header %}`: title, one line of context, facts, and what one can do here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.template import Context

from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.fill import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something true of the thing on this page: a tag, or plain words."""

    text: str
    icon: str = ""
    look: Literal["plain", "pine", "words"] = "plain"


def page_header(
    context: Context,
    content: str,
    *,
    title: str,
    lede: str = "",
    above: str = "",
    trail: Sequence[Crumb] = (),
    here: str = "",
    facts: Sequence[Fact] = (),
    people: Sequence[str] = (),
) -> str:
    """What it wraps are the page's actions.

    ``above`` is a quiet line over the title; ``facts`` stand under it. ``people`` are shown by their
    initials before the facts, which name those who matter.
    """
    values = {
        "title": title, "lede": lede, "above": above, "trail": trail, "here": here, "facts": facts,
        "people": people,
    }  # fmt: skip
    return fill(context, "page_header", content, values)

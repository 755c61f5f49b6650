"""`{% leaf %}`: a section of a notebook page, its name in the margin."""

from __future__ import annotations

from django.template import Context

from wellrun.web.components.fill import fill


def leaf(
    context: Context,
    content: str,
    *,
    id: str,  # noqa: A002 - HTML's own word
    title: str,
    help: str = "",  # noqa: A002
    icon: str = "",
    takes_focus: bool = False,
    prints: bool = True,
) -> str:
    """``help`` is at most 12 words.

    ``icon`` says where a step stands; its help says the same in words. ``takes_focus`` puts the reader at the
    title after the section has changed. ``prints`` is false where paper has no use for it: a form, a talk
    that goes on.
    """
    values = {
        "id": id, "title": title, "help": help, "icon": icon, "takes_focus": takes_focus, "prints": prints,
    }  # fmt: skip
    return fill(context, "leaf", content, values)

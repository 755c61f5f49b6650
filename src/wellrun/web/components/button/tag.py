"""`{% button %}`: do something. A real button in a form, or a link that looks like one."""

from __future__ import annotations

from typing import Literal

Look = Literal["plain", "primary", "quiet", "danger"]


def button(
    *,
    text: str,
    icon: str = "",
    look: Look = "plain",
    href: str = "",
    name: str = "",
    value: str = "",
    is_disabled: bool = False,
    download: bool = False,
    takes_focus: bool = False,
) -> dict[str, object]:
    """Verb first: "Save numbers". With ``href`` it goes somewhere, without it sends its form.

    ``name`` and ``value`` tell the form which button was pressed. ``download`` offers the file to keep.
    ``takes_focus`` keeps the place of who has just pressed it, where a part of the page was exchanged.
    """
    return {
        "text": text,
        "icon": icon,
        "look": "" if look == "plain" else f"button--{look}",
        "href": href,
        "name": name,
        "value": value,
        "is_disabled": is_disabled,
        "download": download,
        "takes_focus": takes_focus,
    }

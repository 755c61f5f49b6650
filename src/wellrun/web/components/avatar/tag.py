"""`{% avatar %}`: a person's initials in a ring."""

from __future__ import annotations

_TITLES = {"Dr", "Dr.", "Prof", "Prof."}


def avatar(*, name: str) -> dict[str, object]:
    """The first letters of the first and the last name. The name itself is always written near it.

    A title before the name, and what somebody is, after a comma, are no part of it.
    """
    words = [word for word in name.partition(",")[0].split() if word not in _TITLES] or name.split()
    return {"initials": "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()}

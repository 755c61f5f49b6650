"""`{% avatar %}`: a person's initials in a ring."""

from __future__ import annotations


def avatar(*, name: str) -> dict[str, object]:
    """The first letters of the first and the last name. The name itself is always written near it.

    What people are, after a comma, is no part of their name: "Marcus Bell, service user partner".
    """
    words = name.partition(",")[0].split()
    return {"initials": "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()}

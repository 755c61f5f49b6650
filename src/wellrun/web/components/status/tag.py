"""`{% status %}`: a sign with its words."""

from __future__ import annotations


def status(*, of: str, word: str, side: str = "", rest: str = "") -> dict[str, object]:
    """One line that says what the data says: the word in bold, then why."""
    return {"of": of, "side": side, "word": word, "rest": rest}

"""The hash chain of audit records: what is hashed, and how what speaks of people stays outside of it.

A record is hashed together with the hash before it, so that nothing earlier can change unnoticed. What a
record says in words may name people, who may ask to be forgotten. So the chain holds only a commitment to
each word (a leaf): the hash of the word with a salt of its own. To erase a leaf, word and salt are thrown
away and the commitment stays: the chain is whole, and the word can be guessed from nothing that is left.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

ERASED = "(name removed)"
"""What stands in the place of an erased word."""
GENESIS = "0" * 64
"""What the first record follows."""
STATES = ("before", "after")
TEXTS = ("actor_name", "on_behalf_of", "reason")


def canonical(value: Any) -> bytes:
    """JSON that is the same on every database: sorted, without spaces, whole numbers without a point."""
    plain = _plain(value)
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)  # PostgreSQL gives 1e22 back as a whole number, SQLite as it was
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def new_salt() -> str:
    return secrets.token_hex(16)


def leaves_of(words: Mapping[str, Any]) -> dict[str, Any]:
    """The words of a record one by one: each text, and each key of the states before and after."""
    leaves = {name: words[name] for name in TEXTS}
    for state in STATES:
        held = words[state]
        if held:
            leaves |= {f"{state}/{key}": item for key, item in held.items()}
        else:
            leaves[state] = held
    return leaves


def salt_of(salt: str, leaf: str) -> str:
    """The salt of one leaf, made from the record's own; it tells nothing about the others."""
    return hmac.digest(bytes.fromhex(salt), leaf.encode(), "sha256").hex()


def commitment(leaf_salt: str, value: Any) -> str:
    return hashlib.sha256(bytes.fromhex(leaf_salt) + canonical(value)).hexdigest()


def digest(commitments: Mapping[str, str]) -> str:
    """One hash for all words of a record, from the commitments to each."""
    return hashlib.sha256(canonical(commitments)).hexdigest()


def words_digest(salt: str, words: Mapping[str, Any]) -> str:
    """The digest of words of which nothing is erased."""
    return digest({leaf: commitment(salt_of(salt, leaf), item) for leaf, item in leaves_of(words).items()})


def record_hash(fields: Mapping[str, Any], at: datetime, previous: str) -> str:
    """SHA-256 over everything the chain holds of a record and the hash before it, as 64 hex digits."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(canonical({**fields, "at": moment, "previous": previous})).hexdigest()

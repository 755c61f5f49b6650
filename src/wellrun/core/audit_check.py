"""Reads the whole chain of audit records again and names what is not as it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from wellrun.core import chain
from wellrun.core.audit import CHAINED
from wellrun.core.models import AuditHead, AuditRecord, AuditWords

ERASURE = "person.erased"
_WORDS = (*chain.TEXTS, *chain.STATES)
_READ = (
    *CHAINED,
    "at",
    "previous",
    "hash",
    *[f"words__{name}" for name in ("salt", "salts", "erased", *_WORDS)],
)
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was altered, and where."""

    number: int
    """Of the record; the one after the last where the end is missing."""
    sentence: str


@dataclass(slots=True)
class Walk:
    """Where a walk along the chain has come to."""

    number: int = 0
    hash: str = chain.GENESIS
    anchor: tuple[int, str] | None = None
    """A record and its hash, as kept somewhere else."""
    erased: Counter[int] = field(default_factory=Counter)
    """How many words each erasure was found to have taken."""
    announced: dict[int, int] = field(default_factory=dict)
    """How many it said it would take."""


def faults(walk: Walk) -> Iterator[Fault]:
    """Everything wrong with the chain, record by record and then as a whole. Streams: any length will do."""
    rows = AuditRecord.objects.order_by("id").values_list(*_READ).iterator(chunk_size=_AT_ONCE)
    for row in rows:
        yield from _faults_of(dict(zip(_READ, row, strict=True)), walk)
    yield from _faults_at_the_end(walk)


def _faults_of(row: Mapping[str, Any], walk: Walk) -> Iterator[Fault]:
    number = row["id"]
    if number > walk.number + 1:
        yield Fault(walk.number + 1, _missing(walk.number + 1, number - 1))
    elif row["previous"] != walk.hash:
        yield Fault(number, _out_of_line(number))
    if chain.record_hash({name: row[name] for name in CHAINED}, row["at"], row["previous"]) != row["hash"]:
        yield Fault(number, f"Record {number} was altered.")
    yield from _faults_of_words(row, walk)
    if walk.anchor is not None and walk.anchor[0] == number and walk.anchor[1] != row["hash"]:
        yield Fault(
            number, f"Record {number} is not the one whose hash was kept. The chain was written anew."
        )
    walk.number, walk.hash = number, row["hash"]


def _out_of_line(number: int) -> str:
    if number == 1:
        return "Record 1 is not the first that was written."
    return (
        f"Record {number} does not follow from record {number - 1}."
        " One of the two was altered, put in later or moved."
    )


def _missing(first: int, last: int) -> str:
    if first == last:
        return f"Record {first} was removed."
    return f"Records {first} to {last} were removed."


def _faults_of_words(row: Mapping[str, Any], walk: Walk) -> Iterator[Fault]:
    number = row["id"]
    if row["words__actor_name"] is None:
        yield Fault(number, f"The words of record {number} were removed.")
        return
    words = {name: row[f"words__{name}"] for name in _WORDS}
    if row["words__erased"] is None:
        found = chain.words_digest(row["words__salt"], words) if row["words__salt"] else ""
    else:
        found = _digest_with_erased(row["words__salts"] or {}, row["words__erased"], words, walk)
    if found != row["words_digest"]:
        yield Fault(number, f"The words of record {number} were altered.")
    if row["action"] == ERASURE:
        walk.announced[number] = (words["after"] or {}).get("words", 0)


def _digest_with_erased(
    salts: Mapping[str, str], erased: Mapping[str, Any], words: Mapping[str, Any], walk: Walk
) -> str:
    """The digest where some words are erased: their commitments stand for them. Empty where it cannot be."""
    commitments = {}
    for leaf, value in chain.leaves_of(words).items():
        if leaf not in erased:
            commitments[leaf] = chain.commitment(salts.get(leaf, ""), value)
        elif value == chain.ERASED:
            commitments[leaf], by = erased[leaf]
            walk.erased[by] += 1
        else:
            return ""
    return chain.digest(commitments)


def _faults_at_the_end(walk: Walk) -> Iterator[Fault]:
    head = AuditHead.objects.filter(pk=1).first()
    number, last = (head.number, head.hash) if head else (0, chain.GENESIS)
    if walk.anchor is not None and walk.anchor[0] > max(number, walk.number):
        yield Fault(walk.number + 1, f"The chain ends at record {walk.number}, before the one that was kept.")
    if number > walk.number:
        yield Fault(walk.number + 1, _missing(walk.number + 1, number))
    elif (number, last) != (walk.number, walk.hash):
        yield Fault(walk.number, f"Record {walk.number} is not the last one that was written.")
    for by in sorted(walk.erased.keys() | walk.announced.keys()):
        if walk.erased[by] != walk.announced.get(by):
            yield Fault(by, f"Words were erased as if by record {by}, which does not say so.")


def export() -> Iterator[dict[str, Any]]:
    """Every record with all that is needed to check the chain elsewhere, the first one first."""
    for record in AuditRecord.objects.order_by("id").iterator(chunk_size=_AT_ONCE):
        words: AuditWords = record.words
        yield {
            **{name: getattr(record, name) for name in CHAINED},
            "at": record.at.isoformat(timespec="microseconds"),
            **{name: getattr(words, name) for name in (*_WORDS, "salt", "salts", "erased")},
            "previous": record.previous,
            "hash": record.hash,
        }

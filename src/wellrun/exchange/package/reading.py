"""From the bytes of a package to a record whose every value and every reference is sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wellrun.exchange.package import record
from wellrun.exchange.package.checking import check_references
from wellrun.exchange.package.earlier import brought_up
from wellrun.exchange.package.limits import Limits
from wellrun.exchange.package.opening import opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that can be brought in."""

    record: Mapping[str, Any]
    digest: str
    """SHA-256 of the record: two packages with the same one are the same."""


def read_package(content: bytes, limits: Limits) -> Package:
    """Raises `PackageRefused`, which names the file and the place in it."""
    found = opened(content, limits)
    data = record.RECORD.read(brought_up(found.record, found.version), ())
    assert data is not None  # noqa: S101 - the record itself is never optional
    check_references(data)
    return Package(record=data, digest=found.digest)

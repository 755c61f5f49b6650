"""How large a package may be before we say so, and read no further."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What we take. Measured on the file as it came, and again while it is unpacked piece by piece."""

    packed: int
    unpacked: int
    advice: str


FOR_PAGES = Limits(
    packed=5_000_000,
    unpacked=25_000_000,
    advice="Use the command “wellrun project import” on the server, which takes more.",
)
FOR_COMMANDS = Limits(
    packed=100_000_000, unpacked=500_000_000, advice="No project that people wrote by hand is that large."
)

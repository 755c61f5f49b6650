"""What is said when a package cannot be used: which file in it, which place in that, and what to do."""

from __future__ import annotations

from wellrun.core.decision import Refused


class PackageRefused(Refused):
    """A package that could not be opened, or not be brought in."""


class BroughtBefore(PackageRefused):
    """A copy of the project is here already: whoever brings it says that they want another."""

"""What a list of signals looks like, wherever it comes from."""

from __future__ import annotations

from typing import NamedTuple

from wellrun_spc.panel.compiled.records import Flags, Places, Smalls

PART, WAY, CLEAR = range(3)
"""Rows of the codes of what was found."""


class Findings(NamedTuple):
    """One entry for each signal: phase after phase, in the rule set's order within a phase."""

    phase: Places
    codes: Smalls
    """Part of the rule set, side, and whether the side says where the numbers went."""
    located: Flags
    """False for a signal about a whole phase, which holds whatever the latest point is."""
    starts: Places
    """Where the points of each begin among ``points``, and where the last ends."""
    points: Places
    """Its points, among all points of the panel."""

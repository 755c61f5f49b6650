"""What a pass notes of a phase, whatever its length."""

from __future__ import annotations

from wellrun_spc.panel.compiled.jit import step
from wellrun_spc.panel.compiled.lines import Line
from wellrun_spc.panel.compiled.records import (
    CENTRE,
    CROSSED,
    FIRED,
    HELD_HIGH,
    HELD_LOW,
    LONGEST,
    MEAN_RANGE,
    UNCLEAR,
    USABLE,
    USED,
    USEFUL,
    Counts,
    Floats,
    PartBits,
)
from wellrun_spc.panel.compiled.short import RunsCount


@step
def keep(
    lines: Floats, counts: Counts, bits: PartBits, phase: int, line: Line, usable: int, runs: RunsCount,
    found: tuple[int, int, int, int],
) -> None:  # fmt: skip
    """Fill in the columns of one phase."""
    lines[CENTRE, phase], lines[MEAN_RANGE, phase] = line.centre, line.mean_range
    counts[USED, phase], counts[USABLE, phase] = line.n_used, usable
    counts[USEFUL, phase], counts[LONGEST, phase], counts[CROSSED, phase] = runs
    bits[FIRED, phase], bits[HELD_HIGH, phase], bits[HELD_LOW, phase], bits[UNCLEAR, phase] = found

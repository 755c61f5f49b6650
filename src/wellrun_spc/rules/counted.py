"""Parts about a whole phase: the number of runs, and the bounds for longest run and crossings together."""

from __future__ import annotations

from wellrun_spc.kernel.runs import FEWEST_TO_COUNT, runs_expected
from wellrun_spc.rules.boxes import box_of, is_cut
from wellrun_spc.rules.parts import Finding, Part, about_all, few_crossings, long_runs
from wellrun_spc.rules.track import Track


def runs_count() -> Part:
    """Fewer or more runs than chance gives, of 10 useful points or more (Perla 2011; Swed & Eisenhart 1943).

    The range holds 95 % of random orders, with half of the points on each side. Too many runs do not tell
    which way the numbers went.
    """
    return Part("runs_count", _runs_count)


def boxed_longest_run() -> Part:
    """Runs longer than the best box allows (Anhøj & Wentzel-Larsen 2020).

    The bounds are those of the phase, which its rule set takes from the box.
    """
    return Part("longest_run", _boxed_longest_run)


def boxed_crossings() -> Part:
    """Fewer crossings than the best box asks for (Anhøj & Wentzel-Larsen 2020), about the whole phase."""
    return Part("crossings", _boxed_crossings)


def box_corner() -> Part:
    """A pair of longest run and crossings that the cut box leaves out (Anhøj & Wentzel-Larsen 2020)."""
    return Part("box_corner", _box_corner)


def _runs_count(track: Track, name: str) -> list[Finding]:
    if track.runs.useful < FEWEST_TO_COUNT:
        return []
    least, most = runs_expected(track.runs.useful)
    runs = track.runs.crossings + 1
    if runs < least:
        return [about_all(track, name)]
    return [about_all(track, name)._replace(clear=False)] if runs > most else []


def _boxed_longest_run(track: Track, name: str) -> list[Finding]:
    return long_runs(track, name, track.runs.longest_max)


def _boxed_crossings(track: Track, name: str) -> list[Finding]:
    return few_crossings(track, name)


def _box_corner(track: Track, name: str) -> list[Finding]:
    runs = track.runs
    if runs.useful and is_cut(box_of(runs.useful), runs.crossings, runs.longest):
        return [about_all(track, name)]
    return []

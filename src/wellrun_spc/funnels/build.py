"""The front door: units in, a frozen funnel out."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun_spc.funnels.compute import computed
from wellrun_spc.funnels.options import options_of
from wellrun_spc.funnels.result import Funnel
from wellrun_spc.funnels.units import units_of
from wellrun_spc.limits.funnel.values import FunnelKind, FunnelMethod, Level, Overdispersion
from wellrun_spc.series import SeriesError


def funnel(
    observed: Iterable[object],
    denominators: Iterable[object] | None = None,
    *,
    expected: Iterable[object] | None = None,
    units: Iterable[object] | None = None,
    kind: FunnelKind | None = None,
    method: FunnelMethod = "exact",
    level: Level = 99.8,
    overdispersion: Overdispersion = "none",
    trim: float = 0.1,
    target: float | None = None,
    multiply: float = 1.0,
    round_expected: bool | None = None,
) -> Funnel:
    """Compare units of different size at one time, with limits for what chance alone would do.

    Parameters
    ----------
    observed
        Events of each row: counts of 0 or more, ``None`` where missing.
    denominators
        What they are counted from: cases (proportion), or time or people at risk (rate).
    expected
        Instead of ``denominators``: the number expected from each row's own case mix (ratio).
    units
        Name of the unit of each row. The rows of a unit are added together. Without names, each row is one.
    kind
        "proportion" (each case has the event or not), "rate" (events may exceed the denominator), or "ratio"
        (observed over expected). The default is "ratio" where ``expected`` is given, else "proportion".
    method
        "exact": binomial or Poisson limits, interpolated (Spiegelhalter 2005). "prediction": the same,
        interpolated so that the chance of lying beyond a limit is never more than 2.5 % (0.1 %). Or limits
        from one scale: "arcsine" (proportion), "log" (rate), "shmi" and "cqc" (ratio; their unadjusted limits
        are the chi-square ones that NHS indicators and FunnelPlotR draw).
    level
        A unit is named when it lies outside the 99.8 % limits, or the 95 % limits. Both are always computed.
    overdispersion
        Widen the limits for true differences between units: "additive" (tau squared between units) or
        "multiplicative" (phi times the variance within them), where phi is more than 1.
    trim
        Share of the units at each end whose z-scores are drawn in (left out for ratios on the log scale)
        before phi and tau squared are measured; 0 to less than 0.5.
    target
        Compare with this value, as plotted, instead of the pooled one (1 for ratios).
    multiply
        Scale of the plotted values, for example 1000 for a rate per 1,000.
    round_expected
        Scores and limits rest on expected numbers rounded to 2 decimals, as NHS Digital publishes SHMI; by
        default for "shmi" only. The plotted ratio is not rounded.

    Returns
    -------
    Funnel
        Units, limits, phi and tau squared, and the reading.

    Raises
    ------
    SeriesError
        Data or options that cannot be compared; names the row and says what to do.

    Notes
    -----
    z = (g(O/n) - g(target)) / s on the scale g; phi = mean z^2 after trimming; tau^2 by moments.
    Adjusted limits are g^-1(g(target) -+ z sqrt(s^2 + tau^2)), or with phi s^2 in place of s^2 + tau^2.

    References
    ----------
    Spiegelhalter, Statistics in Medicine 2005; 24: 1185-1202. Spiegelhalter et al., JRSS A 2012; 175: 1-47.
    Seaton & Manktelow, BMC Medical Research Methodology 2012; 12: 98. NHS Digital, SHMI methodology.

    Examples
    --------
    >>> found = funnel([12, 30, 9], [200, 260, 190], units=["Alder", "Beech", "Cedar"])
    >>> [unit.outside998 for unit in found.units], round(found.target, 4)
    ([None, None, None], 0.0785)
    """
    sizes, kind = _sizes(denominators, expected, kind)
    options = options_of(
        kind=kind, method=method, level=level, overdispersion=overdispersion, trim=trim, target=target,
        multiply=multiply, round_expected=round_expected,
    )  # fmt: skip
    found, missing = units_of(observed, sizes, units, kind=kind)
    return computed(found, missing, options)


def _sizes(
    denominators: Iterable[object] | None, expected: Iterable[object] | None, kind: FunnelKind | None
) -> tuple[Iterable[object], FunnelKind]:
    if denominators is not None and expected is None:
        return denominators, kind or "proportion"
    if expected is None or denominators is not None:
        raise SeriesError(
            "A funnel needs denominators, or expected numbers.",
            remedy="Give one of the two, one number for each row.",
        )
    if kind not in (None, "ratio"):
        raise SeriesError(
            f"A {kind} has no expected numbers.", remedy='Give denominators, or use kind="ratio".'
        )
    return expected, "ratio"

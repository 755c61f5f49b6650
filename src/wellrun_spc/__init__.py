"""Statistical process control charts that explain themselves. The standard library is all they need."""

from importlib import import_module
from typing import TYPE_CHECKING

from wellrun_spc.chart import CHARTS, Chart, c_chart, chart, i_chart, mr_chart, p_chart, run_chart, u_chart
from wellrun_spc.messages import render
from wellrun_spc.phases import PhaseStart
from wellrun_spc.results import Phase, Point, Reading, Result, Runs, Signal
from wellrun_spc.rules import RULE_SETS, RuleSet
from wellrun_spc.series import SeriesError
from wellrun_spc.wording import number_style

if TYPE_CHECKING:
    from wellrun_spc.aggregation import Aggregated, aggregate, period_starts
    from wellrun_spc.capabilities import Capability, capability
    from wellrun_spc.chart.more_verbs import i_prime_chart, p_prime_chart, s_chart, u_prime_chart, xbar_chart
    from wellrun_spc.chart.rare_verbs import g_chart, np_chart, t_chart
    from wellrun_spc.cumulative import Cumulative, bernoulli_cusum, cusum, ewma, vlad
    from wellrun_spc.draw import Annotation, Picture, icon, numbers_as, plot_multiples
    from wellrun_spc.funnels import Funnel, funnel
    from wellrun_spc.paretos import Pareto, pareto
    from wellrun_spc.recommendations import Recommendation, recommend
    from wellrun_spc.suggestions import Suggestion, suggest_phases
    from wellrun_spc.translation import english

# Loaded when they are first asked for: together they would double the time that an import takes.
_LATER = {
    "Capability": "capabilities", "capability": "capabilities", "Cumulative": "cumulative",
    "bernoulli_cusum": "cumulative", "cusum": "cumulative", "ewma": "cumulative", "vlad": "cumulative",
    "Funnel": "funnels", "funnel": "funnels", "Pareto": "paretos", "pareto": "paretos",
    "Recommendation": "recommendations", "recommend": "recommendations", "Suggestion": "suggestions",
    "suggest_phases": "suggestions", "english": "translation",
    "Annotation": "draw", "Picture": "draw", "icon": "draw", "numbers_as": "draw", "plot_multiples": "draw",
    "Aggregated": "aggregation", "aggregate": "aggregation",
    "period_starts": "aggregation",
    **dict.fromkeys(
        ["i_prime_chart", "p_prime_chart", "s_chart", "u_prime_chart", "xbar_chart"], "chart.more_verbs"
    ),
    **dict.fromkeys(["g_chart", "np_chart", "t_chart"], "chart.rare_verbs"),
}  # fmt: skip

__all__ = [
    "CHARTS", "RULE_SETS", "Aggregated", "Annotation", "Capability", "Chart", "Cumulative", "Funnel",
    "Pareto", "Phase", "PhaseStart", "Picture", "Point", "Reading", "Recommendation", "Result", "RuleSet",
    "Runs", "SeriesError", "Signal", "Suggestion", "aggregate", "bernoulli_cusum", "c_chart", "capability",
    "chart", "cusum", "english", "ewma", "funnel", "g_chart", "i_chart", "i_prime_chart", "icon", "mr_chart",
    "np_chart", "number_style", "numbers_as", "p_chart", "p_prime_chart", "pareto", "period_starts",
    "plot_multiples", "recommend", "render", "run_chart", "s_chart", "suggest_phases", "t_chart", "u_chart",
    "u_prime_chart", "vlad", "xbar_chart",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """A chart family that is loaded when it is first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

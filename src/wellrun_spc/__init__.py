"""Statistical process control charts that explain themselves. The standard library is all they need."""

from wellrun_spc.chart import CHARTS, Chart, c_chart, chart, i_chart, mr_chart, p_chart, run_chart, u_chart
from wellrun_spc.phases import PhaseStart
from wellrun_spc.results import Phase, Point, Reading, Result, Runs, Signal
from wellrun_spc.rules import RULE_SETS, RuleSet
from wellrun_spc.series import SeriesError

__all__ = [
    "CHARTS", "RULE_SETS", "Chart", "Phase", "PhaseStart", "Point", "Reading", "Result", "RuleSet", "Runs",
    "SeriesError", "Signal", "c_chart", "chart", "i_chart", "mr_chart", "p_chart", "run_chart", "u_chart",
]  # fmt: skip

"""The front door: data in, a computed chart out."""

from wellrun_spc.chart.front import chart
from wellrun_spc.chart.options import CHARTS
from wellrun_spc.chart.value import Chart
from wellrun_spc.chart.verbs import c_chart, i_chart, mr_chart, p_chart, run_chart, u_chart

__all__ = ["CHARTS", "Chart", "c_chart", "chart", "i_chart", "mr_chart", "p_chart", "run_chart", "u_chart"]

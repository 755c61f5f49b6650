"""One verb for each chart family: data first, everything else by keyword."""

from functools import partial

from wellrun_spc.chart.front import chart

run_chart = partial(chart, chart="run")
i_chart = partial(chart, chart="i")
mr_chart = partial(chart, chart="mr")
p_chart = partial(chart, chart="p")
u_chart = partial(chart, chart="u")
c_chart = partial(chart, chart="c")

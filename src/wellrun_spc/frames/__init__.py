"""Results as tidy data frames."""

from wellrun_spc.frames.tables import chart_frame, cumulative_frame, funnel_frame, indices_frame, pareto_frame

__all__ = ["chart_frame", "cumulative_frame", "funnel_frame", "indices_frame", "pareto_frame"]

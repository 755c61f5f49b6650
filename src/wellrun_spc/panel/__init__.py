"""Panels: thousands to millions of series at once, each with its limits, signals and reading."""

from wellrun_spc.panel.files import Written, each_panel, panel_file, readings_table
from wellrun_spc.panel.front import panel, panel_arrays
from wellrun_spc.panel.result import Panel

__all__ = ["Panel", "Written", "each_panel", "panel", "panel_arrays", "panel_file", "readings_table"]

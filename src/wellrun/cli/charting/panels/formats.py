"""A panel in the format that was asked for."""

from __future__ import annotations

from wellrun.cli.charting.output import encoding_of, shows_marks
from wellrun.cli.charting.panels.compute import Panelled
from wellrun.cli.charting.panels.readings import readings_rows
from wellrun.cli.charting.panels.tables import csv_bytes
from wellrun.cli.charting.panels.tidy import tidy_rows
from wellrun.cli.charting.panels.words import in_words, told_of
from wellrun.cli.charting.request import Request


def content_of(request: Request, many: Panelled) -> bytes:
    """What is written: text, a row for each point, or a row for each series."""
    if request.format == "csv":
        return csv_bytes(tidy_rows(many.panel.core, many.roles.by, many.notes, many.suppressed))
    if request.format == "readings":
        return csv_bytes(readings_rows(many.panel.core, many.roles.by))
    encoding = encoding_of(request.output)
    core, title = many.panel.core, request.title or many.title
    text = in_words(told_of(core), title, percent=core.options.percent, unicode=shows_marks(encoding))
    return text.encode(encoding, "replace")

"""Examples of the toast."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Saved, with a way back",
        template='{% toast text="Saved. 2 in the week of 13 April 2026." undo_url="#undo" close_url="#close" %}',
    ),
)

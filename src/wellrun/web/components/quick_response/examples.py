"""Examples of the QR code."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="An address to open on a phone",
        template='{% quick_response text="https://wellrun.example.org/" label="Address of this page" %}',
    ),
)

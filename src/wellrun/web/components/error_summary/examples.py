"""Examples of the error summary."""

from __future__ import annotations

from wellrun.web.components.field.examples import _wrong
from wellrun.web.components.part import Example

EXAMPLES = (Example(title="One thing to put right", template="{% error_summary form=form %}", values=_wrong),)

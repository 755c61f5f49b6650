"""The question that every service asks of the words it saves."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.decision import Refused
from wellrun.core.identifiers.kinds import kinds_for


def problem_in(text: str, country: str = "") -> str | None:
    """A sentence for the writer where the text seems to identify a patient; ``None`` where it does not.

    The text itself is never repeated or logged. ``country`` is the organisation's, as two letters.
    """
    if not any(character.isdecimal() for character in text):
        return None
    found = next((kind.name for kind in kinds_for(country) if kind.is_in(text)), None)
    if found is None:
        return None
    return _("This looks like it has %(number)s in it. Take it out and save again. We keep counts only.") % {
        "number": found
    }


def require_none_in(country: str = "", /, **texts: str) -> None:
    """Refuse the first of these texts that seems to identify a patient; its keyword is the field."""
    for field, text in texts.items():
        problem = problem_in(text, country)
        if problem is not None:
            raise Refused(problem, field=field)

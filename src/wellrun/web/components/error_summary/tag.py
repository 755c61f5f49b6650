"""`{% error_summary %}`: what to put right, at the top of a long form."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BaseForm
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right, and where. ``href`` is empty for what belongs to no single field."""

    text: str
    href: str = ""


def problems_of(form: BaseForm) -> list[Problem]:
    """The form's errors, whole-form ones first, then field by field."""
    general = [Problem(text=str(text)) for text in form.non_field_errors()]
    return general + [
        Problem(text=str(text), href=f"#{bound.id_for_label or bound.auto_id}")
        for bound in form
        for text in bound.errors
    ]


def error_summary(*, form: BaseForm) -> dict[str, object]:
    """Nothing when all is well. It is read out at once; each line leads to its field."""
    problems = problems_of(form) if form.is_bound else []
    count = len(problems)
    title = ngettext("One thing to put right", "%(count)d things to put right", count) % {"count": count}
    return {"problems": problems, "title": title}

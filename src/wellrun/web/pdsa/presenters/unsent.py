"""What somebody typed into a part of the test that takes nothing any more: shown, so that it is not lost."""

from __future__ import annotations

from collections.abc import Mapping

from django.forms import BaseForm

from wellrun.web.components.define.tag import Term
from wellrun.web.pdsa.presenters.cycle import CyclePage


def present_unsent(page: CyclePage, forms: Mapping[str, BaseForm]) -> tuple[Term, ...]:
    """The words of forms that are not on the page, because somebody went on with the test meanwhile."""
    is_asked = {
        "do_form": page.may_tell, "day_form": page.may_tell,
        "study_form": page.may_study, "act_form": page.may_study,
    }  # fmt: skip
    return tuple(
        Term(term=str(bound.label), text=str(bound.value()))
        for name, form in forms.items()
        if not is_asked[name]
        for bound in form
        if not bound.is_hidden and bound.value()
    )

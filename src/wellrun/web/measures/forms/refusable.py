"""A form that can show a service's refusal beside the field it is about."""

from __future__ import annotations

from django import forms

from wellrun.core.decision import Refused


class RefusableForm(forms.Form):
    def refuse(self, refusal: Refused) -> None:
        self.add_error(refusal.field if refusal.field in self.fields else None, refusal.sentence)

"""The form of a person's own choices."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wellrun.accounts.values import Digest, Profile, Theme

WORDS = [
    ("plain", _("Everyday words: test, the usual range, help needed")),
    ("field", _("The field’s own words: PDSA cycle, control limits, barrier")),
]
KEYS = [
    ("on", _("The key / jumps to the search box")),
    ("off", _("No single key does anything")),
]


class ProfileForm(forms.Form):
    """One page, one button. The language is asked for only where there is more than one."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        help_text=_("As others should see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Type your name, as others should see it.")},
    )
    about = forms.CharField(
        label=_("What others may ask you about"),
        max_length=300,
        required=False,
        help_text=_("For example: run charts, working with carers, falls on older people’s wards."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    words = forms.ChoiceField(label=_("Words"), choices=WORDS, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=lambda: [("", _("As my browser says")), *settings.LANGUAGES],
    )
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        required=False,
        choices=[("", _("As my device says")), *Theme.choices],
        widget=forms.RadioSelect,
    )
    digest = forms.ChoiceField(
        label=_("News by e-mail"),
        help_text=_("News is always on the News page as well."),
        choices=Digest.choices,
        widget=forms.RadioSelect,
    )
    keys = forms.ChoiceField(
        label=_("Keyboard"),
        help_text=_("Kept in this browser alone. Switch it off if you speak to your device."),
        choices=KEYS,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(settings.LANGUAGES) < 2:
            del self.fields["language"]

    def profile(self, before: Profile) -> Profile:
        """What was chosen; what was not asked stays as it was."""
        given = self.cleaned_data
        return Profile(
            name=given["name"],
            about=given["about"],
            language=given.get("language", before.language),
            theme=given["theme"],
            plain_words=given["words"] == "plain",
            digest=given["digest"],
        )


def initial_of(profile: Profile, *, has_keys: bool) -> dict[str, str]:
    return {
        "name": profile.name,
        "about": profile.about,
        "words": "plain" if profile.plain_words else "field",
        "language": profile.language,
        "theme": profile.theme,
        "digest": profile.digest,
        "keys": "on" if has_keys else "off",
    }

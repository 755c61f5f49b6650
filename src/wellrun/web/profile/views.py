"""A person's own page: see and change what they chose. Every save can be undone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.access import actor_of, profile_of_request
from wellrun.accounts.queries import profile_change_for
from wellrun.accounts.services import change_profile, undo_profile_change
from wellrun.accounts.values import Profile
from wellrun.core.decision import Refused
from wellrun.web.preferences.cookies import remember_keys, remember_theme
from wellrun.web.profile.forms import ProfileForm, initial_of
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.visitor import unknown_visitor


@only("GET", "POST")
def profile(request: HttpRequest) -> HttpResponse:
    before = _profile(request)
    has_keys = unknown_visitor(request).has_keys
    form = ProfileForm(request.POST or None, initial=initial_of(before, has_keys=has_keys))
    if request.method == "POST" and form.is_valid():
        try:
            record = change_profile(actor=actor_of(request), profile=form.profile(before), now=timezone.now())
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            response = see_other(f"{reverse('profile:profile')}?saved={record.pk if record else 0}")
            remember_keys(request, response, form.cleaned_data["keys"])
            remember_theme(request, response, form.cleaned_data["theme"])
            return response
    return _render(request, form, status=422 if form.errors else 200)


@only("GET", "POST")
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Put back what a change replaced. A look at the address leads to the page."""
    page = reverse("profile:profile")
    if request.method != "POST":
        return see_other(page)
    try:
        record = undo_profile_change(actor=actor_of(request), change_id=change_id, now=timezone.now())
    except Refused as refusal:
        form = ProfileForm(initial=initial_of(_profile(request), has_keys=unknown_visitor(request).has_keys))
        return _render(request, form, trouble=refusal.sentence, status=409)
    return see_other(f"{page}?saved={record.pk if record else 0}")


def _profile(request: HttpRequest) -> Profile:
    found = profile_of_request(request)
    return found or Profile(name=actor_of(request).name)


def _render(request: HttpRequest, form: ProfileForm, *, trouble: str = "", status: int) -> HttpResponse:
    context: dict[str, object] = {"form": form, "trouble": trouble, "toast": _toast(request)}
    return render_page(request, "profile/profile.html", context, status=status)


def _toast(request: HttpRequest) -> dict[str, str] | None:
    """What was just saved, with a way back."""
    saved = request.GET.get("saved", "")
    if request.method != "GET" or not saved.isdecimal() or len(saved) > 18:
        return None
    page, record = reverse("profile:profile"), profile_change_for(actor_of(request), int(saved))
    if record is None:
        return {"text": _("Saved. Nothing else has changed."), "close_url": page} if saved == "0" else None
    text = _("Put back as it was.") if record.undoes else _("Saved.")
    return {"text": text, "undo_url": reverse("profile:undo", args=[record.pk]), "close_url": page}

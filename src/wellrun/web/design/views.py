"""The gallery: tokens, type, signs, charts, and every part with its examples."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.web.design.presenters import present_gallery
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.shell.sign_in import open_to_all


@open_to_all
@only("GET")
def gallery(request: HttpRequest) -> HttpResponse:
    return render_page(request, "design/gallery.html", {"page": present_gallery(request)})

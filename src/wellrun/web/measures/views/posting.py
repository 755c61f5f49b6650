"""Addresses that take a form. A look at one (a reload, a copied address) leads to the page of the measure."""

from __future__ import annotations

from functools import wraps
from typing import ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wellrun.web.shell.methods import View, only

P = ParamSpec("P")


def posts_only(view: View[P]) -> View[P]:
    """For views whose address names the measure as ``measure_id``."""

    @wraps(view)
    @only("GET", "POST")
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST":
            return view(request, *args, **kwargs)
        return redirect("measures:detail", kwargs["measure_id"])

    return guarded

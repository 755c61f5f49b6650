"""Addresses that take a form. A look at one (a reload, a copied address) leads to the page of the measure."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wellrun.web.shell.methods import only

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, int, P], HttpResponse]


def posts_only(view: View[P]) -> View[P]:
    @wraps(view)
    @only("GET", "POST")
    def guarded(request: HttpRequest, measure_id: int, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST":
            return view(request, measure_id, *args, **kwargs)
        return redirect("measures:detail", measure_id)

    return guarded

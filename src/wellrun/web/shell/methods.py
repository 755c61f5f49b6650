"""Which methods an address takes. Others are told so in words, with status 405."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from wellrun.web.shell.again import answer_of
from wellrun.web.shell.errors import wrong_method

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def only(*methods: str) -> Callable[[View[P]], View[P]]:
    """``@only("GET", "POST")``: these, and HEAD where there is GET."""
    taken = {*methods, *(["HEAD"] if "GET" in methods else [])}

    def dress(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method in taken:
                return answer_of(view, request, *args, **kwargs)
            return wrong_method(request, allowed=sorted(taken))

        return guarded

    return dress

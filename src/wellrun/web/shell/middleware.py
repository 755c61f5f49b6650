"""What is true of every answer: nothing is kept by caches in between, and nothing too large is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from wellrun.access import profile_of_request
from wellrun.web.shell.errors import bad_request, too_large

LARGEST_REQUEST = 6 * 1024 * 1024
"""A file of 5 MB and the form around it."""
LARGEST_READ = 64 * 1024 * 1024
"""A larger body is not even read to its end: the answer may then be lost, but the server is not."""
GetResponse = Callable[[HttpRequest], HttpResponse]


NO_DEVICES = ", ".join(
    f"{device}=()"
    for device in (
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "usb",
    )
)  # fmt: skip
"""No page needs a device, and so no script that found its way in gets one."""


def closed_to_other_sites(get_response: GetResponse) -> GetResponse:
    """Pages, files and errors alike: no device, and no use inside another site's page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Permissions-Policy"] = NO_DEVICES
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware


def private_pages(get_response: GetResponse) -> GetResponse:
    """Pages belong to one person: no store, unless the view has said otherwise."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def refuse_too_large(get_response: GetResponse) -> GetResponse:
    """Answer a too large upload with words, before any of it is parsed or kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = _length_of(request)
        if length <= LARGEST_REQUEST:
            return get_response(request)
        if length <= LARGEST_READ:
            while request.read(1024 * 1024):  # a browser shows the answer only when it could send everything
                pass
        return too_large(request)

    return middleware


def refuse_other_encodings(get_response: GetResponse) -> GetResponse:
    """Browsers send UTF-8. Other codecs of Python, some of which are no text at all, are not tried."""

    def middleware(request: HttpRequest) -> HttpResponse:
        named = (request.content_params or {}).get("charset", "utf-8")
        return get_response(request) if named.lower() in {"utf-8", "utf8", ""} else bad_request(request)

    return middleware


def own_language(get_response: GetResponse) -> GetResponse:
    """The language that the person saved goes before the browser's, which is already chosen by now."""

    def middleware(request: HttpRequest) -> HttpResponse:
        profile = profile_of_request(request)
        if profile is not None and profile.language in dict(settings.LANGUAGES):
            translation.activate(profile.language)
            request.LANGUAGE_CODE = profile.language
        return get_response(request)

    return middleware


def _length_of(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0  # without a length the server reads no body at all

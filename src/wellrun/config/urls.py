"""Where addresses lead: the pages, and later the API."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("wellrun.web.urls"))]

handler400 = "wellrun.web.shell.errors.bad_request"
handler403 = "wellrun.web.shell.errors.forbidden"
handler404 = "wellrun.web.shell.errors.not_found"
handler429 = "wellrun.web.shell.errors.too_often"
handler500 = "wellrun.web.shell.errors.server_error"

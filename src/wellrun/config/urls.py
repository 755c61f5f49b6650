"""Where addresses lead: the pages, and later the API."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("wellrun.web.urls"))]

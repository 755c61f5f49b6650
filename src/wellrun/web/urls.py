"""Every page's address. Handlers of errors are named here too, because Django looks for them in the root."""

from django.urls import include, path

urlpatterns = [
    path("", include("wellrun.web.today.urls")),
    path("", include("wellrun.web.projects.urls")),
    path("", include("wellrun.web.drivers.urls")),
    path("", include("wellrun.web.barriers.urls")),
    path("", include("wellrun.web.involvement.urls")),
    path("", include("wellrun.web.coaching.urls")),
    path("", include("wellrun.web.huddle.urls")),
    path("", include("wellrun.web.pdsa.urls")),
    path("", include("wellrun.web.measures.urls")),
    path("", include("wellrun.web.about.urls")),
    path("sign-in/", include("wellrun.web.sign_in.urls")),
    path("design/", include("wellrun.web.design.urls")),
    path("preferences/", include("wellrun.web.preferences.urls")),
]

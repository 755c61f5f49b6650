"""Every page's address. Handlers of errors are named here too, because Django looks for them in the root."""

from django.urls import include, path

urlpatterns = [
    path("", include("wellrun.web.today.urls")),
    path("", include("wellrun.web.projects.urls")),
    path("", include("wellrun.web.family.urls")),
    path("", include("wellrun.web.drivers.urls")),
    path("", include("wellrun.web.barriers.urls")),
    path("", include("wellrun.web.involvement.urls")),
    path("", include("wellrun.web.coaching.urls")),
    path("", include("wellrun.web.huddle.urls")),
    path("", include("wellrun.web.pdsa.urls")),
    path("", include("wellrun.web.closing.urls")),
    path("", include("wellrun.web.measures.urls")),
    path("", include("wellrun.web.organisations.urls")),
    path("people/", include("wellrun.web.directory.urls")),
    path("", include("wellrun.web.control.urls")),
    path("", include("wellrun.web.learn.urls")),
    path("", include("wellrun.web.conversations.urls")),
    path("", include("wellrun.web.about.urls")),
    path("sign-in/", include("wellrun.web.sign_in.urls")),
    path("", include("wellrun.web.sign_in.flow_urls")),
    path("account/", include("wellrun.web.account.urls")),
    path("account/", include("wellrun.web.account.flow_urls")),
    path("invitations/", include("wellrun.web.invitations.urls")),
    path("design/", include("wellrun.web.design.urls")),
    path("administration/background/", include("wellrun.web.background.urls")),
    path("notifications/", include("wellrun.web.notifications.urls")),
    path("profile/", include("wellrun.web.profile.urls")),
    path("search/", include("wellrun.web.search.urls")),
    path("preferences/", include("wellrun.web.preferences.urls")),
]

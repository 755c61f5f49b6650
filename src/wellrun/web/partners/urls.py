"""Addresses of partner organisations: one page for the project that asks, one for the organisation asked."""

from django.urls import path

from wellrun.web.partners import views

app_name = "partners"
_OURS = "organisations/<slug:slug>/partnerships/"
urlpatterns = [
    path("projects/<int:project_id>/partners/", views.partners, name="of-project"),
    path("projects/<int:project_id>/partners/<int:partner_id>/end/", views.end, name="end"),
    path(_OURS, views.partnerships, name="of-organisation"),
    path(f"{_OURS}<int:partner_id>/answer/", views.answer, name="answer"),
    path(f"{_OURS}<int:partner_id>/people/", views.people, name="people"),
    path(f"{_OURS}<int:partner_id>/leave/", views.leave, name="leave"),
]

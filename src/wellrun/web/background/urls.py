"""Addresses of background work."""

from django.urls import path

from wellrun.web.background import views

app_name = "background"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<uuid:letter_id>/again/", views.again, name="again"),
    path("<uuid:letter_id>/discard/", views.give_up, name="discard"),
]

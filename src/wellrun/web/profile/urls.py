"""Addresses of a person's own page."""

from django.urls import path

from wellrun.web.profile import views

app_name = "profile"
urlpatterns = [
    path("", views.profile, name="profile"),
    path("changes/<int:change_id>/undo/", views.undo, name="undo"),
]

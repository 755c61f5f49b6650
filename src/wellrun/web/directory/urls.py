"""Addresses of the directory."""

from django.urls import path

from wellrun.web.directory import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="list"),
    path("<int:person_id>/", views.person, name="person"),
]

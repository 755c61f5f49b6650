"""Addresses of coaching."""

from django.urls import path

from wellrun.web.coaching import views

app_name = "coaching"
urlpatterns = [
    path("coaching/", views.teams, name="teams"),
    path("projects/<int:project_id>/coaching/", views.coaching, name="project"),
    path("projects/<int:project_id>/coaching/progress/", views.progress, name="progress"),
]

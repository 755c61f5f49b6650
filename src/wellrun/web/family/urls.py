"""Addresses of a project's family of measures."""

from django.urls import path

from wellrun.web.family import views

app_name = "family"
urlpatterns = [
    path("projects/<int:project_id>/measures/", views.measures, name="measures"),
    path("projects/<int:project_id>/measures/<int:measure_id>/", views.change, name="change"),
    path("projects/<int:project_id>/measures/<int:measure_id>/main/", views.main, name="main"),
    path("projects/<int:project_id>/measures/<int:measure_id>/remove/", views.remove, name="remove"),
]

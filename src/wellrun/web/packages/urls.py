"""Addresses of project packages."""

from django.urls import path

from wellrun.web.packages import views

app_name = "packages"
urlpatterns = [
    path("projects/<int:project_id>/package/", views.export, name="export"),
    path("projects/bring/", views.bring, name="bring"),
    path("projects/bring/<str:token>/", views.brought, name="brought"),
]

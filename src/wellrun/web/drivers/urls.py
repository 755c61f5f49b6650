"""Addresses of the driver diagram."""

from django.urls import path

from wellrun.web.drivers import views

app_name = "drivers"
urlpatterns = [
    path("projects/<int:project_id>/drivers/", views.diagram, name="diagram"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/", views.write, name="write"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/place/", views.place, name="place"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/serve/", views.serve, name="serve"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/remove/", views.remove, name="remove"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/restore/", views.restore, name="restore"),
]

"""Addresses of the huddle."""

from django.urls import path

from wellrun.web.huddle import views

app_name = "huddle"
urlpatterns = [
    path("projects/<int:project_id>/huddle/", views.huddle, name="page"),
    path("projects/<int:project_id>/huddle/test/<int:cycle_id>/", views.happened, name="happened"),
    path("projects/<int:project_id>/huddle/action/<int:action_id>/", views.done, name="done"),
]

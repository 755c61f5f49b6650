"""Addresses of barriers."""

from django.urls import path

from wellrun.web.barriers.views import leader, team

app_name = "barriers"
urlpatterns = [
    path("projects/<int:project_id>/barriers/", team.barriers, name="list"),
    path("barriers/<int:barrier_id>/close/", team.close, name="close"),
    path("barriers/<int:barrier_id>/answer/", leader.answer, name="answer"),
    path("asked-of-me/", leader.asked_of_me, name="asked_of_me"),
]

"""Addresses of the huddle."""

from django.urls import path

from wellrun.web.huddle.views import meeting, notes

app_name = "huddle"
urlpatterns = [
    path("projects/<int:project_id>/huddle/", notes.huddle, name="page"),
    path("projects/<int:project_id>/huddle/test/<int:cycle_id>/", notes.happened, name="happened"),
    path("projects/<int:project_id>/huddle/action/<int:action_id>/", notes.done, name="done"),
    path("projects/<int:project_id>/huddle/barrier/", notes.barrier, name="barrier"),
    path("projects/<int:project_id>/huddle/meeting/", meeting.meeting, name="meeting"),
    path("projects/<int:project_id>/huddle/agenda/", meeting.agenda, name="agenda"),
]

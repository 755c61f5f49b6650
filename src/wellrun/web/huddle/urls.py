"""Addresses of the huddle."""

from django.urls import path

from wellrun.web.huddle.views import cycles, meeting, notes

app_name = "huddle"
urlpatterns = [
    path("projects/<int:project_id>/huddle/", notes.huddle, name="page"),
    path("projects/<int:project_id>/huddle/test/<int:cycle_id>/", cycles.happened, name="happened"),
    path("projects/<int:project_id>/huddle/test/<int:cycle_id>/study/", cycles.study, name="study"),
    path("projects/<int:project_id>/huddle/test/<int:cycle_id>/act/", cycles.act, name="act"),
    path("projects/<int:project_id>/huddle/measure/<int:measure_id>/", notes.measure, name="measure"),
    path("projects/<int:project_id>/huddle/action/<int:action_id>/", notes.done, name="done"),
    path("projects/<int:project_id>/huddle/barrier/", notes.barrier, name="barrier"),
    path("projects/<int:project_id>/huddle/meeting/", meeting.meeting, name="meeting"),
    path("projects/<int:project_id>/huddle/agenda/", meeting.agenda, name="agenda"),
]

"""Addresses of tests."""

from django.urls import path

from wellrun.web.pdsa.views import cycle, days, planning, ramps

app_name = "pdsa"
urlpatterns = [
    path("projects/<int:project_id>/tests/", ramps.ramps, name="ramps"),
    path("projects/<int:project_id>/tests/new/", planning.new, name="new"),
    path("tests/<int:cycle_id>/", cycle.cycle, name="cycle"),
    path("tests/<int:cycle_id>/plan/", planning.plan, name="plan"),
    path("tests/<int:cycle_id>/start/", cycle.start, name="start"),
    path("tests/<int:cycle_id>/days/", days.note, name="note-day"),
    path("tests/<int:cycle_id>/days/<int:day_id>/", days.change, name="change-day"),
    path("tests/<int:cycle_id>/days/undo/<int:change_id>/", days.undo, name="undo-day"),
    path("tests/<int:cycle_id>/days/<int:day_id>/remove/", days.take_out, name="take-day-out"),
    path("tests/<int:cycle_id>/do/", cycle.do, name="do"),
    path("tests/<int:cycle_id>/study/", cycle.study, name="study"),
    path("tests/<int:cycle_id>/act/", cycle.act, name="act"),
    path("tests/<int:cycle_id>/remove/", cycle.remove, name="remove"),
]

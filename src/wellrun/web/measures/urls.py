"""Addresses of measures, their numbers, limits, flags and files."""

from datetime import date, datetime

from django.urls import path, register_converter

from wellrun.web.measures.views import definition, detail, files, lists, new, number, undo, writes


class DayConverter:
    """A day in an address: 2026-04-13. What is no day is no page."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day has no time zone

    def to_url(self, value: date | str) -> str:
        return str(value)


register_converter(DayConverter, "day")

app_name = "measures"
urlpatterns = [
    path("measures/", lists.measure_list, name="list"),
    path("measures/new/", new.new_measure, name="new"),
    path("measures/new/<str:token>/", new.preview, name="preview"),
    path("measures/<int:measure_id>/", detail.measure_detail, name="detail"),
    path("measures/<int:measure_id>/observations/", writes.add_number, name="add"),
    path("measures/<int:measure_id>/observations/<day:period>/", number.number_detail, name="number"),
    path("measures/<int:measure_id>/phases/", writes.redraw, name="redraw"),
    path("measures/<int:measure_id>/phases/end/", writes.take_back, name="take-back"),
    path("measures/<int:measure_id>/annotations/", writes.add_flag, name="annotate"),
    path(
        "measures/<int:measure_id>/annotations/<int:annotation_id>/remove/", writes.remove_flag, name="unflag"
    ),
    path("measures/<int:measure_id>/definition/", definition.measure_definition, name="definition"),
    path("measures/<int:measure_id>/remove/", definition.remove, name="remove"),
    path("measures/<int:measure_id>/archive/", definition.archive, name="archive"),
    path("measures/<int:measure_id>/chart.svg", files.chart_as_svg, name="svg"),
    path("measures/<int:measure_id>/chart.png", files.chart_as_png, name="png"),
    path("measures/<int:measure_id>/data.csv", files.data, name="csv"),
    path("changes/<int:change_id>/undo/", undo.undo, name="undo"),
]

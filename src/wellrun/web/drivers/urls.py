"""Addresses of the driver diagram."""

from django.urls import path

from wellrun.web.drivers.views import changing, diagram, files, versions

app_name = "drivers"
urlpatterns = [
    path("projects/<int:project_id>/drivers/", diagram.diagram, name="diagram"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/", changing.write, name="write"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/place/", changing.place, name="place"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/serve/", changing.serve, name="serve"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/leave/", changing.leave, name="leave"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/measure/", changing.measure, name="measure"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/remove/", changing.remove, name="remove"),
    path("projects/<int:project_id>/drivers/<int:driver_id>/restore/", changing.restore, name="restore"),
    path("projects/<int:project_id>/drivers/versions/", versions.versions, name="versions"),
    path(
        "projects/<int:project_id>/drivers/versions/<int:version_id>/name/",
        versions.rename,
        name="rename-version",
    ),
    path("projects/<int:project_id>/drivers/diagram.svg", files.as_svg, name="svg"),
    path("projects/<int:project_id>/drivers/diagram.png", files.as_png, name="png"),
    path("projects/<int:project_id>/drivers/diagram.pptx", files.as_slides, name="pptx"),
]

"""Addresses of organisations, their units and their administration."""

from django.urls import URLPattern, URLResolver, include, path

from wellrun.web.organisations.views import (
    administration,
    bringing,
    export,
    history,
    leaving,
    organisation,
    roles,
    sign_on,
    switching,
    undo,
    unit,
    units,
)

app_name = "organisations"
Route = URLPattern | URLResolver

_UNIT: list[Route] = [
    path("", unit.unit_page, name="unit"),
    path("add/", units.add, name="add-unit"),
    path("change/", units.change, name="change-unit"),
    path("move/", units.move, name="move-unit"),
    path("close/", units.close, name="close-unit"),
    path("reopen/", units.reopen, name="reopen-unit"),
    path("roles/", roles.give, name="give-role"),
]
_ADMINISTRATION: list[Route] = [
    path("", administration.administration, name="administration"),
    path("people/", administration.people, name="administer-people"),
    path("people/<int:person_id>/", leaving.person, name="administer-person"),
    path("left-behind/", leaving.left_behind_page, name="left-behind"),
    path("units/", administration.units, name="administer-units"),
    path("roles/", administration.roles, name="administer-roles"),
    path("single-sign-on/", sign_on.single_sign_on, name="single-sign-on"),
    path("settings/", administration.settings, name="settings"),
    path("history/", history.history, name="audit"),
    path("copy/", export.export, name="export"),
    path("bring/<slug:kind>/", bringing.bring, name="bring"),
    path("bring/<slug:kind>/example.csv", bringing.example, name="bring-example"),
    path("bring/<slug:kind>/<str:token>/", bringing.brought, name="brought"),
]
_ORGANISATION: list[Route] = [
    path("", organisation.organisation_page, name="organisation"),
    path("units/<slug:unit>/", include(_UNIT)),
    path("roles/<int:membership_id>/", roles.change, name="role"),
    path("administration/", include(_ADMINISTRATION)),
    path("changes/<int:change_id>/undo/", undo.undo, name="undo"),
]
urlpatterns = [
    path("organisations/look-at/", switching.look_at, name="look-at"),
    path("organisations/<slug:slug>/", include(_ORGANISATION)),
]

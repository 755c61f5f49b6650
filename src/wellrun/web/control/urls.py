"""Addresses of control."""

from django.urls import path

from wellrun.web.control import views

app_name = "control"
urlpatterns = [
    path("control/", views.items, name="list"),
    path("control/<int:item_id>/", views.item, name="item"),
    path("control/<int:item_id>/edit/", views.edit, name="edit"),
    path("control/<int:item_id>/retire/", views.retire, name="retire"),
]

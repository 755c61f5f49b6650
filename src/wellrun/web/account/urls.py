"""Addresses of a person's own account that are ours alone."""

from django.urls import path

from wellrun.web.account import views

app_name = "account"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("sign-on/", views.sign_on, name="sign-on"),
    path("devices/end/", views.end_device, name="end-device"),
    path("sign-on/<int:sign_on_id>/disconnect/", views.disconnect_sign_on, name="disconnect"),
]

"""Addresses of signing in and out that are ours alone; django-allauth's own are in `flow_urls`."""

from django.urls import path

from wellrun.web.sign_in import views

app_name = "sign-in"
urlpatterns = [
    path("", views.sign_in, name="sign-in"),
    path("demo/", views.become, name="become"),
    path("out/", views.sign_out, name="sign-out"),
]

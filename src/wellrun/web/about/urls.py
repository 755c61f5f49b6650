"""Addresses about the product itself."""

from django.urls import path

from wellrun.web.about import views

app_name = "about"
urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("healthz", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]

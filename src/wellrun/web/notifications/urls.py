"""Addresses of a person's news."""

from django.urls import path

from wellrun.web.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.news, name="list"),
    path("read/", views.read_all, name="read-all"),
    path("<int:notification_id>/read/", views.read, name="read"),
]

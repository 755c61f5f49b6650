"""Addresses of involvement."""

from django.urls import path

from wellrun.web.involvement import views

app_name = "involvement"
urlpatterns = [
    path("projects/<int:project_id>/involvement/", views.involvement, name="page"),
    path("projects/<int:project_id>/involvement/agree/", views.agree, name="agree"),
    path("projects/<int:project_id>/involvement/done/", views.word, name="word"),
    path("projects/<int:project_id>/involvement/check/", views.check, name="check"),
    path("projects/<int:project_id>/involvement/check/answer/", views.answer, name="answer"),
]

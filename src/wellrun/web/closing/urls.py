"""Addresses of a project's end."""

from django.urls import path

from wellrun.web.closing import views

app_name = "closing"
urlpatterns = [
    path("projects/<int:project_id>/closing/", views.review, name="review"),
    path("projects/<int:project_id>/closing/hand-over/", views.hand_over, name="hand-over"),
    path("projects/<int:project_id>/closing/take-back/", views.take_back, name="take-back"),
    path("projects/<int:project_id>/closing/close/", views.close, name="close"),
]

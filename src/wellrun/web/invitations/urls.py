"""Addresses of inviting people."""

from django.urls import path

from wellrun.web.invitations import views

app_name = "invitations"
urlpatterns = [
    path("", views.invitations, name="list"),
    path("mine/", views.mine, name="mine"),
    path("<int:invitation_id>/answer/", views.answer, name="answer"),
    path("<int:invitation_id>/withdraw/", views.withdraw, name="withdraw"),
]

"""Addresses of stories."""

from django.urls import path

from wellrun.web.learn import views

app_name = "learn"
urlpatterns = [
    path("learn/<int:story_id>/", views.story, name="story"),
    path("learn/<int:story_id>/edit/", views.edit, name="edit"),
    path("learn/<int:story_id>/publish/", views.publish, name="publish"),
]

"""Addresses of conversations."""

from django.urls import path

from wellrun.web.conversations.views import comment, hiding, page

app_name = "conversations"
urlpatterns = [
    path("conversations/<str:kind>/<int:thing_id>/", page.page, name="page"),
    path("conversations/<str:kind>/<int:thing_id>/follow/", page.follow, name="follow"),
    path("comments/<int:comment_id>/", comment.versions, name="versions"),
    path("comments/<int:comment_id>/edit/", comment.edit, name="edit"),
    path("comments/<int:comment_id>/remove/", comment.remove, name="remove"),
    path("comments/<int:comment_id>/hide/", hiding.hide, name="hide"),
    path("comments/<int:comment_id>/show/", hiding.show, name="show"),
    path("comments/<int:comment_id>/answer/", comment.answer, name="answer"),
]

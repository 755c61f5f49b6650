"""Addresses of projects."""

from django.urls import path

from wellrun.web.projects.views import aim, moving, new, portfolio, saved, sharing, story, tags, team

app_name = "projects"
urlpatterns = [
    path("projects/", portfolio.portfolio, name="list"),
    path("projects/new/", new.new_project, name="new"),
    path("projects/views/", saved.save, name="save-view"),
    path("projects/views/<int:view_id>/name/", saved.rename, name="rename-view"),
    path("projects/views/<int:view_id>/filters/", saved.refilter, name="refilter-view"),
    path("projects/views/<int:view_id>/share/", saved.share, name="share-view"),
    path("projects/views/<int:view_id>/remove/", saved.remove, name="remove-view"),
    path("projects/<int:project_id>/", story.story, name="story"),
    path("projects/<int:project_id>/aim/", aim.aim, name="aim"),
    path("projects/<int:project_id>/team/", team.team, name="team"),
    path("projects/<int:project_id>/team/lead/", team.lead, name="lead"),
    path("projects/<int:project_id>/team/<int:seat_id>/end/", team.leave, name="leave"),
    path("projects/<int:project_id>/tags/", tags.add, name="add-tag"),
    path("projects/<int:project_id>/tags/<int:tag_id>/remove/", tags.remove, name="remove-tag"),
    path("projects/<int:project_id>/sharing/", sharing.sharing, name="sharing"),
    path("projects/<int:project_id>/state/", moving.state, name="state"),
]

"""Addresses of projects."""

from django.urls import path

from wellrun.web.projects.views import aim, moving, new, portfolio, story, team

app_name = "projects"
urlpatterns = [
    path("projects/", portfolio.portfolio, name="list"),
    path("projects/new/", new.new_project, name="new"),
    path("projects/<int:project_id>/", story.story, name="story"),
    path("projects/<int:project_id>/aim/", aim.aim, name="aim"),
    path("projects/<int:project_id>/team/", team.team, name="team"),
    path("projects/<int:project_id>/team/lead/", team.lead, name="lead"),
    path("projects/<int:project_id>/team/<int:seat_id>/end/", team.leave, name="leave"),
    path("projects/<int:project_id>/sharing/", moving.sharing, name="sharing"),
    path("projects/<int:project_id>/state/", moving.state, name="state"),
]

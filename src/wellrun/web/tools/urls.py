"""Addresses of tools."""

from django.urls import path

from wellrun.web.tools.views import cards, files, groups, lists, tool, votes

app_name = "tools"
_ONE = "projects/<int:project_id>/tools/<int:tool_id>/"
_CARD = f"{_ONE}cards/<int:item_id>/"
urlpatterns = [
    path("projects/<int:project_id>/tools/", lists.tools, name="list"),
    path("projects/<int:project_id>/tools/new/<slug:kind>/", lists.start, name="start"),
    path(_ONE, tool.tool, name="tool"),
    path(f"{_ONE}name/", tool.name, name="name"),
    path(f"{_ONE}remove/", tool.remove, name="remove"),
    path(f"{_ONE}restore/", tool.restore, name="restore"),
    path(f"{_ONE}groups/", groups.groups, name="groups"),
    path(f"{_ONE}round/", votes.round_of, name="round"),
    path(f"{_ONE}vote/", votes.vote, name="vote"),
    path(f"{_ONE}cards.csv", files.cards_as_csv, name="csv"),
    path(f"{_ONE}drawing.svg", files.drawing_as_svg, name="svg"),
    path(_CARD, cards.write, name="write"),
    path(f"{_CARD}place/", cards.place, name="place"),
    path(f"{_CARD}count/", cards.count, name="count"),
    path(f"{_CARD}become/", cards.become, name="become"),
    path(f"{_CARD}remove/", cards.remove, name="remove_card"),
    path(f"{_CARD}restore/", cards.restore, name="restore_card"),
]

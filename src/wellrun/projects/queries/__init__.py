"""Questions about projects: which ones, who is in the team, what the aim is."""

from wellrun.projects.models import (
    Action,
    Aim,
    Barrier,
    Check,
    CoachingNote,
    Driver,
    Involvement,
    Progress,
    Project,
    Request,
    Seat,
    Tag,
    Word,
)
from wellrun.projects.queries.actions import open_actions_of
from wellrun.projects.queries.barriers import (
    Asked,
    Helper,
    answer_times_of,
    asked_of,
    barrier_for,
    barriers_of,
    barriers_visible_to,
    helpers_for,
    overdue,
    requests_of,
    waiting_on,
)
from wellrun.projects.queries.coaching import (
    CoachedTeam,
    CoachLoad,
    coach_loads,
    coached_by,
    notes_of,
    progress_of,
)
from wellrun.projects.queries.drivers import Branch, diagram_of, driver_of, drivers_of, ideas_of
from wellrun.projects.queries.experience import CheckResult, has_answered, open_check_of, results_of
from wellrun.projects.queries.history import Event, history_of
from wellrun.projects.queries.involvement import (
    involvement_of,
    involvements_of,
    partners_of,
    standing_of,
    words_of,
)
from wellrun.projects.queries.portfolio import ProjectRow, Wanted, count_for, portfolio_for
from wellrun.projects.queries.projects import get_for, private_below, visible_to
from wellrun.projects.queries.talk import aim_topic, barrier_topic, driver_topic, project_topic
from wellrun.projects.queries.teams import (
    aim_of,
    aims_of,
    editors_of,
    everybody_in,
    grants_of,
    grants_of_all,
    seats_of,
)

__all__ = [
    "Action", "Aim", "Asked", "Barrier", "Branch", "Check", "CheckResult", "CoachLoad", "CoachedTeam",
    "CoachingNote", "Driver", "Event", "Helper", "Involvement", "Progress", "Project", "ProjectRow",
    "Request", "Seat", "Tag", "Wanted", "Word", "aim_of", "aim_topic", "aims_of", "answer_times_of",
    "asked_of", "barrier_for", "barrier_topic", "barriers_of", "barriers_visible_to", "coach_loads",
    "coached_by", "count_for", "diagram_of", "driver_of", "driver_topic", "drivers_of", "editors_of",
    "everybody_in", "get_for", "grants_of", "grants_of_all", "has_answered", "helpers_for", "history_of",
    "ideas_of", "involvement_of", "involvements_of", "notes_of", "open_actions_of", "open_check_of",
    "overdue", "partners_of", "portfolio_for", "private_below", "progress_of", "project_topic",
    "requests_of", "results_of", "seats_of", "standing_of", "visible_to", "waiting_on", "words_of",
]  # fmt: skip

"""Questions about projects: which ones, who is in the team, what the aim is."""

from wellrun.projects.models import (
    Action,
    Aim,
    Barrier,
    Check,
    CoachingNote,
    Driver,
    DriverVersion,
    Involvement,
    Origin,
    PartnerOrganisation,
    Progress,
    Project,
    Request,
    SavedView,
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
from wellrun.projects.queries.driver_versions import kept_theory, versions_of
from wellrun.projects.queries.drivers import (
    Branch,
    branches_in,
    diagram_of,
    driver_of,
    drivers_of,
    falls_with,
    ideas_of,
    theory_of,
)
from wellrun.projects.queries.experience import CheckResult, has_answered, open_check_of, results_of
from wellrun.projects.queries.history import Event, history_of
from wellrun.projects.queries.involvement import (
    involvement_of,
    involvements_of,
    partners_among,
    partners_of,
    standing_of,
    words_of,
)
from wellrun.projects.queries.origins import (
    copies_made_of,
    copies_of,
    origin_of,
    original_of,
    told_for,
    told_of,
)
from wellrun.projects.queries.partnerships import partner_on, partners_on, partnership_with, partnerships_of
from wellrun.projects.queries.portfolio import ProjectRow, Wanted, count_for, portfolio_for
from wellrun.projects.queries.projects import get_for, private_below, project_with, visible_to
from wellrun.projects.queries.tags import tags_in_sight, tags_of
from wellrun.projects.queries.talk import aim_topic, barrier_topic, driver_topic, project_topic
from wellrun.projects.queries.teams import (
    aim_of,
    aims_of,
    editors_of,
    everybody_in,
    grants_of,
    grants_of_all,
    has_lead,
    seats_of,
)
from wellrun.projects.queries.views import view_for, views_for
from wellrun.projects.queries.wanting import (
    OWN_WORK,
    actions_for,
    answers_to,
    levels_to_agree,
    quiet_teams,
    requests_to,
    waiting_for_a_yes,
)

__all__ = [
    "OWN_WORK", "Action", "Aim", "Asked", "Barrier", "Branch", "Check", "CheckResult", "CoachLoad",
    "CoachedTeam", "CoachingNote", "Driver", "DriverVersion", "Event", "Helper", "Involvement", "Origin",
    "PartnerOrganisation", "Progress", "Project", "ProjectRow", "Request", "SavedView", "Seat", "Tag",
    "Wanted", "Word", "actions_for", "aim_of", "aim_topic", "aims_of", "answer_times_of", "answers_to",
    "asked_of", "barrier_for", "barrier_topic", "barriers_of", "barriers_visible_to", "branches_in",
    "coach_loads", "coached_by", "copies_made_of", "copies_of", "count_for", "diagram_of", "driver_of",
    "driver_topic", "drivers_of", "editors_of", "everybody_in", "falls_with", "get_for", "grants_of",
    "grants_of_all", "has_answered", "has_lead", "helpers_for", "history_of", "ideas_of", "involvement_of",
    "involvements_of", "kept_theory", "levels_to_agree", "may_speak_somewhere", "notes_of", "open_actions_of",
    "open_check_of", "origin_of", "original_of", "overdue", "partner_on", "partners_among", "partners_of",
    "partners_on", "partnership_with", "partnerships_of", "portfolio_for", "private_below", "progress_of",
    "project_topic", "project_with", "quiet_teams", "requests_of", "requests_to", "results_of", "seats_of",
    "standing_of", "tags_in_sight", "tags_of", "theory_of", "told_for", "told_of", "versions_of", "view_for",
    "views_for", "visible_to", "waiting_for_a_yes", "waiting_on", "words_of",
]  # fmt: skip

"""Writes to projects: start one, agree an aim, form a team, ask for help, move it on."""

from wellrun.projects.services.actions import ActionRefused, add_action, finish_action
from wellrun.projects.services.aims import AimRefused, revise_aim
from wellrun.projects.services.barriers import BarrierRefused, answer_barrier, close_barrier, raise_barrier
from wellrun.projects.services.coaching import CoachingRefused, confirm_progress, log_coaching
from wellrun.projects.services.driver_lines import move_driver, serve_another, stop_serving
from wellrun.projects.services.driver_versions import keep_version, rename_version
from wellrun.projects.services.drivers import add_driver, remove_driver, restore_driver, write_driver
from wellrun.projects.services.experience import CheckRefused, answer_check, close_check, open_check
from wellrun.projects.services.involvement import (
    InvolvementRefused,
    agree_involvement,
    record_involvement,
    say_word,
)
from wellrun.projects.services.partnerships import (
    PartnerRefused,
    answer_partner_invitation,
    end_partnership,
    invite_partner,
    seat_from_partner,
)
from wellrun.projects.services.passing_on import (
    PassingOnRefused,
    pass_on_action,
    pass_on_lead,
    pass_on_request,
    take_lead,
)
from wellrun.projects.services.projects import (
    NewProject,
    ProjectRefused,
    end_project,
    move,
    remove_project,
    start_project,
    take_end_back,
)
from wellrun.projects.services.sharing import share
from wellrun.projects.services.tags import TagRefused, add_tag, remove_tag
from wellrun.projects.services.teams import SeatRefused, end_seat, give_seat
from wellrun.projects.services.theory import DriverRefused
from wellrun.projects.services.unanswered import follow_up
from wellrun.projects.services.views import (
    ViewRefused,
    refilter_view,
    remove_view,
    rename_view,
    save_view,
    share_view,
)

__all__ = [
    "ActionRefused", "AimRefused", "BarrierRefused", "CheckRefused", "CoachingRefused", "DriverRefused",
    "InvolvementRefused", "NewProject", "PartnerRefused", "PassingOnRefused", "ProjectRefused",
    "SeatRefused", "TagRefused", "ViewRefused", "add_action", "add_driver", "add_tag", "agree_involvement",
    "answer_barrier", "answer_check", "answer_partner_invitation", "close_barrier", "close_check",
    "confirm_progress", "end_partnership", "end_project", "end_seat", "finish_action", "follow_up",
    "give_seat", "invite_partner", "keep_version", "log_coaching", "move", "move_driver", "open_check",
    "pass_on_action", "pass_on_lead", "pass_on_request", "raise_barrier", "record_involvement",
    "refilter_view", "remove_driver", "remove_project", "remove_tag", "remove_view", "rename_version",
    "rename_view", "restore_driver", "revise_aim", "save_view", "say_word", "seat_from_partner",
    "serve_another", "share", "share_view", "start_project", "stop_serving", "take_end_back", "take_lead",
    "write_driver",
]  # fmt: skip

"""Writes to projects: start one, agree an aim, form a team, ask for help, move it on."""

from wellrun.projects.services.actions import ActionRefused, add_action, finish_action
from wellrun.projects.services.aims import AimRefused, revise_aim
from wellrun.projects.services.barriers import BarrierRefused, answer_barrier, close_barrier, raise_barrier
from wellrun.projects.services.coaching import CoachingRefused, confirm_progress, log_coaching
from wellrun.projects.services.driver_lines import move_driver, serve_another, stop_serving
from wellrun.projects.services.driver_versions import keep_version
from wellrun.projects.services.drivers import add_driver, remove_driver, restore_driver, write_driver
from wellrun.projects.services.experience import CheckRefused, answer_check, close_check, open_check
from wellrun.projects.services.involvement import (
    InvolvementRefused,
    agree_involvement,
    record_involvement,
    say_word,
)
from wellrun.projects.services.projects import NewProject, ProjectRefused, move, remove_project, start_project
from wellrun.projects.services.sharing import share
from wellrun.projects.services.teams import SeatRefused, end_seat, give_seat
from wellrun.projects.services.theory import DriverRefused
from wellrun.projects.services.unanswered import follow_up

__all__ = [
    "ActionRefused", "AimRefused", "BarrierRefused", "CheckRefused", "CoachingRefused", "DriverRefused",
    "InvolvementRefused", "NewProject", "ProjectRefused", "SeatRefused", "add_action", "add_driver",
    "agree_involvement", "answer_barrier", "answer_check", "close_barrier", "close_check",
    "confirm_progress", "end_seat", "finish_action", "follow_up", "give_seat", "keep_version",
    "log_coaching", "move", "move_driver", "open_check", "raise_barrier", "record_involvement",
    "remove_driver", "remove_project", "restore_driver", "revise_aim", "say_word", "serve_another", "share",
    "start_project", "stop_serving", "write_driver",
]  # fmt: skip

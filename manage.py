"""Django's management commands in a checkout: `python manage.py check`; installed: `wellrun manage check`."""

import os
import sys

from django.core.management import execute_from_command_line

from wellrun.core.second_lock import work_as_system

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
    work_as_system()
    execute_from_command_line(sys.argv)

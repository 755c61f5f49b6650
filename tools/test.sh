#!/bin/sh
# Everything, in the order that finds most faults soonest. Called by `make test` after tools/setup.sh.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

sh tools/check.sh
echo "Tests on SQLite, with a real browser:"
$python -m pytest -n 3 --dist worksteal -q
echo "Tests on PostgreSQL:"
$python -m tools.postgres $python -m pytest -n 3 --dist worksteal -q -m 'not browser and not deep' \
  tests/core tests/accounts tests/organisations tests/conversations tests/projects tests/measures tests/pdsa tests/capability \
  tests/control tests/learning tests/access
echo "Pages on PostgreSQL, under the second lock:"
WELLRUN_TEST_SECOND_LOCK=1 $python -m tools.postgres $python -m pytest -n 3 --dist worksteal -q tests/web

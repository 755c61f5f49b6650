#!/bin/sh
# Everything. Called by `make test` after tools/setup.sh. The checks run beside the first tests, which wait a good
# part of their time for browsers and servers: so three workers for two cores.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
together="-n 3 --dist worksteal -q"
checked=$(mktemp)
trap 'rm -f "$checked"' EXIT

sh tools/check.sh >"$checked" 2>&1 &
checks=$!
# Tests of single pages run once, on PostgreSQL, where the second lock can fail them too. On SQLite every page is asked
# for by each role (tests/house) and in the browser; `make test-deep` runs them there as well.
echo "Tests on SQLite, with a real browser:"
$python -m pytest $together --ignore=tests/web || failed=yes
wait $checks || failed=yes
cat "$checked"
[ -z "${failed:-}" ] || exit 1
echo "Tests on PostgreSQL, pages under the second lock:"
WELLRUN_TEST_SECOND_LOCK=1 $python -m tools.postgres $python -m pytest $together -m 'not browser and not deep' \
  tests/core tests/accounts tests/organisations tests/conversations tests/projects tests/measures tests/pdsa tests/capability \
  tests/control tests/learning tests/access tests/web

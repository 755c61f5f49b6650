#!/bin/sh
# Every check that needs no running product. All are run, so that one visit shows all that is wrong.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=""
log=$(mktemp)
trap 'rm -f "$log"' EXIT

step() {
  name=$1; shift
  if "$@" >"$log" 2>&1; then printf '  ok    %s\n' "$name"
  else printf '  FAIL  %s\n' "$name"; cat "$log"; failed="$failed $name"; fi
}

echo "Checks:"
step "ruff check" $bin/ruff check src tests benchmarks tools demo
step "ruff format" $bin/ruff format --check src tests benchmarks tools demo
step "import-linter" $bin/lint-imports --no-cache
step "djlint" $bin/djlint --check --lint --quiet src/wellrun/web
step "mypy" $bin/mypy
step "migrations" env WELLRUN_DATA="${TMPDIR:-/tmp}" WELLRUN_SECRET_KEY=check $bin/python manage.py makemigrations --check --dry-run
if [ -n "$failed" ]; then echo "Not green:$failed"; exit 1; fi

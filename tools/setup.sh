#!/bin/sh
# Sets up a fresh machine, and is quick where everything is there. Usage: sh tools/setup.sh run|packages|test|fuzz
#   run       the product's packages from the lock file
#   packages  those, and the packages that checks and tests need
#   fuzz      the fuzzer, which only `make fuzz` uses
#   test      those, a browser and Java; PostgreSQL comes as one of the packages
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }

is_new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# The program itself, not a shim that leads to it: uv makes the environment anew where the two have other names.
find_python() {
  for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null 2>&1 && is_new_enough "$name"; then
      "$name" -c 'import sys; print(sys.executable)'; return
    fi
  done
  found=$(python3 --version 2>&1 || echo "no Python at all")
  fail "Wellrun needs Python 3.11 or newer, and this machine has $found. Install it from https://www.python.org/downloads/ and run this again."
}

# uv reads the lock file. Where it is missing it is put into .tools, beside nothing of yours.
find_uv() {
  if command -v uv >/dev/null 2>&1; then command -v uv; return; fi
  if [ ! -x .tools/bin/uv ]; then
    say "Installing uv, which reads the lock file ..."
    "$1" -m venv .tools >&2 || fail "Python could not make a virtual environment. On Debian or Ubuntu: apt install python3-venv. Then run this again."
    .tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1' >&2 || fail "uv could not be installed. Check the network connection and run this again."
  fi
  echo .tools/bin/uv
}

sync_packages() {
  lock=$(cksum uv.lock pyproject.toml | cksum | cut -d' ' -f1)
  stamp=".venv/.wellrun-$1-$lock"
  if [ -e "$stamp" ] && [ -x .venv/bin/python ]; then return; fi
  python=$(find_python)
  uv=$(find_uv "$python")
  say "Setting up Python packages from the lock file ..."
  shift_args=""
  if [ "$1" = dev ]; then shift_args="--all-groups --no-group fuzz --all-extras"; fi
  # shellcheck disable=SC2086
  UV_PYTHON_DOWNLOADS=never "$uv" sync --frozen --inexact --python "$python" $shift_args \
    || fail "The packages could not be installed. Check the network connection and run this again."
  rm -f .venv/.wellrun-"$1"-*
  : > "$stamp"
}

# Has wheels for few machines, so nothing else may depend on it.
add_fuzzer() {
  if .venv/bin/python -c "import atheris" 2>/dev/null; then return; fi
  "$(find_uv "$(find_python)")" pip install --quiet --python .venv/bin/python "$(sed -n 's/^  "\(atheris[^"]*\)".*/\1/p' pyproject.toml)" \
    || fail "The fuzzer could not be installed. It needs Linux and Python 3.11 to 3.13."
}

find_chromium() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  .venv/bin/python -m tools.chromium >/dev/null 2>&1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}

install_chromium() {
  if find_chromium; then return; fi
  if command -v apt-get >/dev/null 2>&1; then
    say "Installing Chromium for browser tests ..."
    if as_root apt-get update -qq >/dev/null 2>&1 \
      && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; then return; fi
  fi
  say "Downloading the browser that Playwright keeps ..."
  .venv/bin/python -m playwright install chromium >&2 \
    || fail "No browser could be installed. Install Chromium, or put it on the PATH, and run this again."
}

has_java() {
  java=java
  if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ]
}

# Spark runs on Java. Its tests start a real one.
install_java() {
  if has_java; then return; fi
  if command -v apt-get >/dev/null 2>&1; then
    say "Installing Java for the tests of Spark ..."
    as_root apt-get update -qq >/dev/null 2>&1 || true
    for package in openjdk-17-jre-headless default-jre-headless; do
      if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1 && has_java; then return; fi
    done
  fi
  fail "The tests of Spark need Java 17 or newer, which could not be installed. Install it, put it on the PATH or name its folder in JAVA_HOME, and run this again."
}

case $what in
  run) sync_packages run ;;
  packages) sync_packages dev ;;
  test) sync_packages dev; install_chromium; install_java ;;
  fuzz) add_fuzzer ;;
  *) fail "usage: sh tools/setup.sh run|packages|test|fuzz" ;;
esac

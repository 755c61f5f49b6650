# The words a developer types. `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PORT ?= 8000
MINUTES ?= 10
WELLRUN_DATA ?= data
export PORT WELLRUN_DATA
# Where the environment says not to keep compiled modules, as containers do, each of the hundreds of processes that the
# tests start would compile Django again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test test-deep check fix bench coverage fuzz test-published setup setup-test clean walk

help: ## List these words
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

run: ## Start Wellrun with its demo: make run PORT=8000 WELLRUN_DATA=data
	@sh tools/setup.sh run
	@exec .venv/bin/wellrun serve --demo demo

test: ## Set up what tests need, then run everything: checks, both databases, a real browser
	@sh tools/setup.sh test
	@sh tools/test.sh

test-deep: setup-test-packages ## What takes long: hundreds of kills, thousands of tries
	@.venv/bin/python -m pytest -n 2 --dist worksteal -q -m deep
	@.venv/bin/python -m pytest -n 2 --dist worksteal -q tests/web

check: setup-test-packages ## Layout, types, templates and architecture, without running the product
	@sh tools/check.sh

fix: setup-test-packages ## Put code and templates in order
	@.venv/bin/ruff check --fix src tests benchmarks tools demo
	@.venv/bin/ruff format src tests benchmarks tools demo
	@.venv/bin/djlint --reformat --quiet src/wellrun/web || true

test-published: setup-test-packages ## The statistics beside published examples, as a table to read
	@.venv/bin/python -m tests.spc.published.report

coverage: setup-test ## Branch coverage of the statistics, compiled functions included; takes some minutes
	@sh tools/coverage.sh

bench: setup-test-packages ## Print what is measured in benchmarks/
	@.venv/bin/python -m benchmarks.run

fuzz: setup-test-packages ## Look for input that breaks something: make fuzz MINUTES=10 TARGETS="chart table"
	@sh tools/setup.sh fuzz
	@.venv/bin/python -m tools.fuzz $(MINUTES) $(TARGETS)

walk: setup-test ## Pictures of every page as each of the eight demo people: make walk FOLDER=/tmp/walk
	@.venv/bin/python -m tools.walk $(or $(FOLDER),.walk)

setup: ## Only make the environment, from the lock file
	@sh tools/setup.sh run

setup-test: ## Only set up what tests need: packages, Chromium, PostgreSQL, Java
	@sh tools/setup.sh test

.PHONY: setup-test-packages
setup-test-packages:
	@sh tools/setup.sh packages

clean: ## Remove the environment and caches; the data folder stays
	@rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

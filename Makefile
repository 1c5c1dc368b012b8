# Everything here works on a machine that has Python 3.11 or newer, git and make.

.DEFAULT_GOAL := help
SHELL := /bin/sh

# The first Python on PATH that is new enough; PYTHON=... names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

BIN := .venv/bin
# Locked and verified: nothing is resolved, and only what publishes no wheel is built.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation
LOCKED := $(PIP) --require-hashes --only-binary :all: --no-binary feedgen,sgmllib3k
SITE := .venv/.site
TEST := .venv/.test

.PHONY: help site serve test lint format check golden bench eval judge lock clean

help: ## say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

# Set-up, done again only when a lock or pyproject.toml changes (the command's name stands there).
# Without a network a finished .venv keeps working.

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "$(PYTHON) cannot make a virtual environment; on Debian install python3-venv." >&2; exit 1; }

$(SITE): requirements/build.txt requirements/site.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the site needs into .venv" >&2
	@$(LOCKED) -r requirements/build.txt
	@$(LOCKED) -r requirements/site.txt
	@$(PIP) --editable .
	@touch $@

$(TEST): requirements/test.txt $(SITE)
	@echo "Installing what the tests need into .venv" >&2
	@$(LOCKED) -r requirements/test.txt
	@touch $@

site: $(SITE) ## build this repository's digest into build/
	@$(BIN)/digest build
	@echo "The digest is in build/. To look at it: make serve"

serve: $(SITE) ## look at the digest, with live reload
	@$(BIN)/digest serve

test: $(TEST) ## run every test; finds or installs a browser and what the judges need
	@$(BIN)/python tests/provide.py
	@$(BIN)/python -m pytest $(ARGS)

lint: $(TEST) ## format, lint, types and layers
	@$(BIN)/ruff format --check --quiet --diff .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(TEST) ## put the code into its one format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

check: lint test ## everything that continuous integration runs

golden: $(TEST) ## write the golden tree anew; read the diff afterwards
	@$(BIN)/python -m pytest tests/test_golden.py --golden
	@git --no-pager diff --stat -- tests/golden

BENCHES = $(filter-out bench/eval.py bench/score.py bench/invent.py bench/make_%.py,$(wildcard bench/*.py))

bench: $(TEST) ## measure; see bench/
	@for file in $(BENCHES); do echo "== $$file"; $(BIN)/python $$file || exit 1; done

eval: $(TEST) ## score `digest draft` against the practice articles; see bench/
	@$(BIN)/python bench/eval.py

judge: $(TEST) site ## Lighthouse, as on a slow telephone, on five kinds of page
	@$(BIN)/python tests/provide.py --all
	@$(BIN)/python tests/judges/lighthouse.py

# Locks name versions and hashes for every platform and Python 3.11 onwards, and no host.
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE)

lock: $(BIN)/python ## resolve the dependencies anew (UPGRADE=--upgrade for newer ones)
	@$(LOCKED) -r requirements/lock.txt
	@$(COMPILE) requirements/lock.in -o requirements/lock.txt
	@$(COMPILE) requirements/build.in -o requirements/build.txt
	@$(COMPILE) pyproject.toml -c requirements/build.txt -o requirements/site.txt
	@$(COMPILE) pyproject.toml --extra llm --group dev --group judges \
		-c requirements/build.txt -c requirements/site.txt -o requirements/test.txt
	@cd tests/judges && npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund

clean: ## remove what can be made again, the environment too
	@rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache tests/judges/node_modules

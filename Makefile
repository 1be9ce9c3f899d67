# EventLead Platform: everything a developer runs. `make help` lists it.
PYTHON ?= python3
PORT ?= 8000
VAR_DIR ?= var
ARGS ?=
VENV ?= .venv
TOOLS := $(VENV)/bin/python -m tools
UV_COMPILE := $(abspath $(VENV))/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

.DEFAULT_GOAL := help
.PHONY: help setup run manage dburl test e2e check bench docs lock format clean

help: ## list these targets
	@echo 'Variables: PORT=8000  VAR_DIR=var  ARGS="…"  PYTHON=python3'
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## virtual environment and pinned dependencies (every other target does this first)
	@command -v $(PYTHON) >/dev/null || { echo 'error: there is no $(PYTHON) on the path. Install Python 3.11 or newer, or say PYTHON=/path/to/python3.11' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "error: EventLead needs Python 3.11 or newer, this is %d.%d. Say PYTHON=/path/to/python3.11" % sys.version_info[:2])'
	@$(PYTHON) -m tools.bootstrap $(VENV)

run: setup ## the whole product on this machine: http://127.0.0.1:PORT; Ctrl-C stops it
	@$(TOOLS) run --var-dir $(VAR_DIR) --port $(PORT)

manage: setup ## a management command in the same environment: make manage ARGS="showmigrations"
	@$(TOOLS) manage --var-dir $(VAR_DIR) -- $(ARGS)

dburl: setup ## connection URLs of the running database: owner, then application role (use make -s)
	@$(TOOLS) dburl --var-dir $(VAR_DIR)

test: setup ## the whole test suite with a database of its own; ARGS go to pytest
	@$(TOOLS) test --var-dir $(VAR_DIR)/test -- $(ARGS)

e2e: setup ## browser and accessibility tests in headless Chromium; ARGS go to pytest
	@$(TOOLS) e2e --var-dir $(VAR_DIR)/e2e -- $(ARGS)

check: setup ## format, lint, types, import contracts, templates, migrations, API document, database standards, docs
	@$(TOOLS) check --var-dir $(VAR_DIR)/check

bench: setup ## benchmarks: ratios against their baselines, results in bench/results/
	@$(TOOLS) bench --var-dir $(VAR_DIR)/bench -- $(ARGS)

docs: setup ## write the generated documents, the OpenAPI document among them
	@$(TOOLS) docs --var-dir $(VAR_DIR)/check

format: setup ## format Python and templates, fix what the linter can
	@$(VENV)/bin/python -m ruff format .
	@$(VENV)/bin/python -m ruff check --fix .
	@$(VENV)/bin/djlint --reformat --quiet templates

lock: setup ## compile requirements/*.in to hashed locks; ARGS=--upgrade takes newer versions
	@cd requirements && for name in base mssql dev; do \
		echo "==> requirements/$$name.txt" && $(UV_COMPILE) $(ARGS) $$name.in --output-file $$name.txt >/dev/null || exit 1; done

clean: ## remove local data and caches (asks nothing; stop `make run` first). The virtual environment stays
	@$(PYTHON) -m tools.clean $(VAR_DIR)

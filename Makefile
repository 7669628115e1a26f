# `make run` serves the portal and `make test` checks it; `make` alone lists the rest.
# Recipes are quiet: what they print is for whoever called them.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run dev test lint suite journeys bench bench-feeds bench-directory bench-memory bench-search \
	test-postgresql has-postgresql \
	compiled catalogues requirements clean check-python check-machine again

# Without compiled files each start reads every module anew, for four seconds.
unexport PYTHONDONTWRITEBYTECODE

# An environment that was left half made, or lost its Python, is made again.
WHOLE := $(shell test -e .venv/made -a -x .venv/bin/python && echo yes)
PYTHON ?= $(if $(WHOLE),.venv/bin/python,python3)
PORTAL := .venv/bin/python manage.py
TESTS := .venv/bin/python -m pytest --dist loadgroup
# What is the same whatever the database, or brings its own.
NO_DATABASE := $(foreach path,journeys settings test_architecture.py \
	test_catalogues.py test_public_headers.py home/test_source_facts.py \
	core/identifiers core/test_analysis.py events/test_languages.py \
	events/test_seats_invariants.py services/test_support_page.py,--ignore=tests/$(path))
CHROMIUM := $(firstword $(foreach name,chromium chromium-browser google-chrome,\
	$(shell command -v $(name))))

RUNTIME := .venv/runtime.installed
ENGINES := .venv/optional.installed
DEVELOPMENT := $(RUNTIME) $(ENGINES) .venv/dev.installed
# $(value …) because an address may hold a $ of its own.
NAMED_ENGINES := $(filter-out sqlite:%,$(foreach name,\
	DATABASE_URL CACHE_URL STORAGE_URL SEARCH_URL,$(value $(name))))

help: ## list what can be asked
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 20

run: check-machine $(RUNTIME) $(if $(NAMED_ENGINES),$(ENGINES)) ## serve the portal, installed and filled where needed
	@exec $(PORTAL) serve

dev: check-machine $(RUNTIME) ## serve while working on the code, reloading
	@$(PORTAL) prepare --settings=portal.settings.dev
	@exec $(PORTAL) runserver --settings=portal.settings.dev "$${HOST:-127.0.0.1}:$${PORT:-8000}"

test: lint suite journeys ## linters, the suite on SQLite, journeys in a browser

lint: $(DEVELOPMENT)
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/djlint --quiet --lint templates
	@$(PORTAL) makemigrations --check --settings=portal.settings.test

suite: compiled
	@$(TESTS) -n 2 --ignore=tests/journeys

journeys: compiled
ifeq ($(CHROMIUM),)
	@echo '======== NO CHROMIUM FOUND: browser journeys did not run ========'
else
	@$(TESTS) tests/journeys
endif

test-postgresql: compiled ## the suite on PostgreSQL, at PGHOST, PGUSER… of libpq
	@$(TESTS) -n 2 $(NO_DATABASE) --ds=portal.settings.test_postgresql

bench: compiled ## two hundred people at once, a server killed, a mail server that fails
	@.venv/bin/python -m bench

bench-feeds: compiled ## what calendar feeds cost, up to ten thousand meetings
	@.venv/bin/python -m bench.feeds

bench-directory: compiled ## what the directory costs, up to ten thousand services
	@.venv/bin/python -m bench.directory sqlite
	@.venv/bin/python -m bench.directory_data sqlite
	@$(MAKE) --no-print-directory has-postgresql \
		&& .venv/bin/python -m bench.directory postgresql \
		|| echo '======== NO POSTGRESQL ANSWERS ========'

bench-memory: compiled ## what the veille and the synthesis cost, with a thousand reports
	@.venv/bin/python -m bench.memory sqlite
	@$(MAKE) --no-print-directory has-postgresql \
		&& .venv/bin/python -m bench.memory postgresql \
		|| echo '======== NO POSTGRESQL ANSWERS ========'

bench-search: compiled ## what the search costs with ten thousand services and pages
	@for engine in sqlite postgresql; do .venv/bin/python -m bench.search $$engine || exit 1; done

compiled: $(DEVELOPMENT)
	@$(PORTAL) compile_catalogues --settings=portal.settings.test

has-postgresql: $(DEVELOPMENT)
	@.venv/bin/python -c 'import psycopg; psycopg.connect("dbname=postgres", connect_timeout=3)' 2>/dev/null

catalogues: $(DEVELOPMENT) ## bring the message catalogues up to date (needs gettext)
	@$(PORTAL) makemessages --settings=portal.settings.dev --no-location --no-wrap --ignore="tests/*" -l fr -l nl -l en -l es

requirements: .venv/installer.installed ## compile requirements/*.in again
	@for set in installer runtime optional dev; do \
		.venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
			--generate-hashes --no-header requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done

clean: ## remove what was installed and compiled; the data in var/ stays
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -prune -exec rm -rf {} +
	@find locale -name '*.mo' -delete

check-python:
	@command -v $(PYTHON) >/dev/null || { \
		echo 'The portal needs Python 3.11 or newer, and there is no $(PYTHON) here.' >&2; exit 1; }
	@$(PYTHON) portal/preflight.py

check-machine: check-python
	@$(PYTHON) portal/preflight.py serve

.venv/made: $(if $(WHOLE),,again) | check-python
	@echo 'Installing the portal in .venv (once, a minute or two)…'
	@$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/installer.installed: requirements/installer.txt .venv/made
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check \
		--only-binary :all: --require-hashes -r $< \
		|| echo 'uv cannot be had here: pip does its work, more slowly.'
	@touch $@

.venv/%.installed: requirements/%.txt .venv/installer.installed
	@.venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r $< 2>/dev/null \
		|| .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

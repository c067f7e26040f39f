# Atelier. `make run` serves it, `make test` proves it; each does what it needs first.

PYTHON ?= python3
BIN := .venv/bin
export DJANGO_SETTINGS_MODULE ?= config.settings
# What is compiled is kept: else each of the many processes of the tests compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup system run demo test test-sqlite test-postgresql test-browser screenshots check fmt bench schema messages requirements clean

help:
	@echo "make run      install what is missing, migrate, serve on http://localhost:5005 (PORT)"
	@echo "make demo     fill the site with sample artists and works; again to go on, manage.py demo --remove to take them away"
	@echo "make test     all checks and tests, on SQLite and, where it is there, on PostgreSQL"
	@echo "make check    style, types, imports, migrations, schema      make fmt    put the style right"
	@echo "make messages take new words into the catalogues of locale/, to be translated there (needs gettext)"
	@echo "make screenshots   take the pictures of docs/screenshots/ anew, of a demo site that is gone again afterwards"
	@echo "make bench    the figures of docs/benchmarks.md, each beside its reference (make bench-NAME for one)"

CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))

setup: .venv/.ready $(CATALOGUES)

.venv/.ready: requirements.txt requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Atelier needs Python 3.11 or newer. On Debian: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -c 'import ctypes.util, sys; sys.exit(not ctypes.util.find_library("magic"))' || \
	  { echo "libmagic is missing. On Debian: apt-get install libmagic1"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Compiled, not kept: without it the site speaks English alone.
%.mo: %.po | .venv/.ready
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# What is said now, taken into the catalogues: what is new stands there empty.
messages: setup system
	@$(BIN)/python manage.py makemessages

# What the tests need of Debian, installed where the rights allow.
system:
	@.ci/system

run: setup
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@$(BIN)/python manage.py serve

demo: setup
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py demo

test: system setup check test-sqlite test-postgresql

test-sqlite: setup
	$(BIN)/python -m pytest -n 2

# Among what test-sqlite runs; alone, for whoever works on pages.
test-browser: system setup
	$(BIN)/python -m pytest -n 2 portfolio/tests/browser

# The pictures of the README, of a demo site made for it and gone again.
screenshots: system setup
	@$(BIN)/python docs/screenshots/take.py

test-postgresql: setup
	@.ci/postgresql $(BIN)/python -m pytest -n 2 --database-only

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy config accounts gallery social portfolio demo
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py spectacular --validate --fail-on-warn --file /dev/null

fmt: setup
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

bench: setup
	@$(MAKE) --no-print-directory -C benchmarks all

bench-%: setup
	@$(MAKE) --no-print-directory -C benchmarks $*

requirements:
	uv pip compile --quiet --no-header --universal --generate-hashes --python-version 3.11 requirements.in -o requirements.txt
	uv pip compile --quiet --no-header --universal --generate-hashes --python-version 3.11 requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv staticfiles .pytest_cache .mypy_cache .ruff_cache .hypothesis

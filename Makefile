# make run    try the system out: http://localhost:8000
# make install  on a server, and again after each upgrade: environment, static files, database
# make test   everything, on SQLite and PostgreSQL and in a browser; ARGS="tests/news -x" for less
# make check  style, types, rooms, migrations; quiet when all is well
# make messages   compile the catalogues in site/locale*, after a change to one

PYTHON ?= python3
SHELL := /bin/bash
BIN := .venv/bin
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run install test services check messages lint format types rooms templates migrations system

run: .venv/requirements.txt
	@$(BIN)/python manage.py serve

install: .venv/requirements.txt
	@$(BIN)/python manage.py collectstatic --noinput
	@$(BIN)/python manage.py migrate
	@$(BIN)/python manage.py check --deploy

test: .venv/requirements-dev.txt
	@$(BIN)/python -m tests $(ARGS)

# What `make test` would otherwise wait for: the programs of the services, installed and not started.
services: .venv/requirements-dev.txt
	@$(BIN)/python -m tests.services

check: lint format types rooms templates migrations system

# Compiled without gettext, which few machines have: docs/admin-in-vietnamese.md.
messages: .venv/requirements.txt
	@$(BIN)/python -c 'import pathlib, polib; [polib.pofile(str(po)).save_as_mofile( \
		str(po.with_suffix(".mo"))) for po in pathlib.Path("site").rglob("*.po")]'

# --- The virtual environment ---------------------------------------------------
# Its stamp is the list it was made from: a changed list is newer, and is installed again.

.venv/requirements.txt: requirements.txt
	@echo "Đang chuẩn bị môi trường Python trong .venv …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Cần Python 3.11 trở lên (lệnh $(PYTHON))."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(install-venv)
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --requirement $<
	@cp $< $@

.venv/requirements-dev.txt: requirements-dev.txt .venv/requirements.txt
	@$(BIN)/python -m pip install --requirement $<
	@cp $< $@

# Debian keeps the venv module in a package of its own.
install-venv = { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -qq python3-venv; } \
	|| { echo "Thiếu gói python3-venv. Hãy cài: sudo apt-get install python3-venv"; exit 1; }

# --- Checks ----------------------------------------------------------------------
# A tool's words are shown only when it has something to complain about.

quietly = @words=$$($(1) 2>&1) || { printf '%s\n%s\n' "✗ $@: $(1)" "$$words"; exit 1; }

lint: .venv/requirements-dev.txt
	$(call quietly,$(BIN)/ruff check)

format: .venv/requirements-dev.txt
	$(call quietly,$(BIN)/ruff format --check)

types: .venv/requirements-dev.txt
	$(call quietly,$(BIN)/mypy)

rooms: .venv/requirements-dev.txt
	$(call quietly,PYTHONPATH=site $(BIN)/lint-imports --no-logo)

templates: .venv/requirements-dev.txt
	$(call quietly,$(BIN)/djhtml --check --tabwidth 2 site news people search)

# The models are what is checked, not whatever database is at hand.
migrations system: export DATABASE_URL := sqlite:///:memory:

migrations: .venv/requirements-dev.txt
	$(call quietly,$(BIN)/python manage.py makemigrations --check --dry-run)

system: .venv/requirements-dev.txt
	$(call quietly,$(BIN)/python manage.py check)

# Two commands for everybody: `make demo` shows what Dateline does, `make test` proves that it works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check setup setup-run setup-server format clean

demo: setup-run  ## read the sample reports into a temporary record and show what it found
	@$(BIN)/dateline demo

test: setup  ## set up all that the tests need, then run every gate
	@$(MAKE) --no-print-directory check

check:  ## the gates, without setting up: format, lint, types, tests
	$(BIN)/ruff format --check src tests bench training
	$(BIN)/ruff check src tests bench training
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto

format:  ## write the format that `make check` asks for
	$(BIN)/ruff format src tests bench training
	$(BIN)/ruff check --fix src tests bench training

setup-run: $(VENV)/run.stamp
setup: $(VENV)/check.stamp setup-server

# The tests start a PostgreSQL server of their own; on Debian its programs are not on the path.
setup-server:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || { \
		echo "Installing Debian's postgresql for the tests of records in PostgreSQL ..."; \
		as=; test "$$(id -u)" = 0 || as="sudo -n"; \
		$$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; \
	} || echo "PostgreSQL couldn't be installed here; install it (on Debian: apt-get install postgresql), or its tests are skipped" >&2

$(VENV)/run.stamp: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; set PYTHON=..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Dateline into $(VENV) (about 130 MB of packages the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/check.stamp: pyproject.toml $(VENV)/run.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[check]'
	@touch $@

clean:  ## remove what can be made again
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Two commands for everybody: `make demo` shows what Dateline does, `make test` proves that it works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check setup setup-run format clean

demo: setup-run  ## read the sample reports into a temporary record and show what it found
	@$(BIN)/dateline demo

test: setup  ## set up all that the tests need, then run every gate
	@$(MAKE) --no-print-directory check

check:  ## the gates, without setting up: format, lint, types, tests
	$(BIN)/ruff format --check src tests bench training
	$(BIN)/ruff check src tests bench training
	$(BIN)/mypy
	$(BIN)/pytest

format:  ## write the format that `make check` asks for
	$(BIN)/ruff format src tests bench training
	$(BIN)/ruff check --fix src tests bench training

setup-run: $(VENV)/run.stamp
setup: $(VENV)/check.stamp

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

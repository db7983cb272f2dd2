# Two commands for everybody: `make demo` shows what Dateline does, `make test` proves that it works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

PAGE := src/dateline/api/page
# "yes" where the page can be built: Vite takes Node.js 20.19 or newer.
NODE := $(shell node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null && command -v npm >/dev/null && echo yes)
NO_NODE := the page, which takes Node.js 20.19 or newer with npm; all else works without

.PHONY: demo test check check-page page page-gates setup setup-run setup-server setup-page setup-chromium format clean

demo: setup-run $(if $(NODE),page-if-possible)  ## read the sample reports into a temporary record and show what it found
	@$(BIN)/dateline demo

test: setup  ## set up all that the tests need, then run every gate
	@$(MAKE) --no-print-directory check

check: check-page  ## the gates, without setting up: format, lint, types, tests
	$(BIN)/ruff format --check src tests bench training
	$(BIN)/ruff check src tests bench training
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto

check-page:  ## the page's gates and its build; skipped, and said so, where they can't run
	@if [ -z "$(NODE)" ]; then echo "SKIPPED: $(NO_NODE)" >&2; \
	elif [ ! -e web/node_modules/check.stamp ]; then echo "SKIPPED: the page's gates; \`make setup-page\` installs what they take" >&2; \
	else $(MAKE) --no-print-directory page-gates; fi

page-gates:
	$(BIN)/python -m dateline.api.openapi > web/openapi.json
	cd web && npm run --silent types >/dev/null && npm run --silent check
	@$(MAKE) --no-print-directory $(PAGE)/index.html

page:  ## build the page that `dateline serve` serves; takes Node.js
	@test -n "$(NODE)" || { echo "Can't build $(NO_NODE)" >&2; exit 1; }
	@$(MAKE) --no-print-directory $(PAGE)/index.html

page-if-possible:
	@$(MAKE) --no-print-directory page || echo "The page couldn't be built; all else works without it" >&2

$(PAGE)/index.html: web/node_modules/run.stamp $(shell find web/src web/public -type f 2>/dev/null) web/index.html web/vite.config.ts
	cd web && npm run --silent build -- --logLevel warn

# What only builds is a part of what also checks: where the latter is there, it stays there.
web/node_modules/run.stamp: web/package-lock.json
	@if [ -e web/node_modules/check.stamp ]; then $(MAKE) --no-print-directory web/node_modules/check.stamp; \
	else echo "Installing what builds the page ..."; cd web && npm ci --omit=dev --silent; fi
	@touch $@

web/node_modules/check.stamp: web/package-lock.json
	@echo "Installing what builds and checks the page (250 MB on disk) ..."
	@cd web && npm ci --silent
	@touch $@ web/node_modules/run.stamp

format:  ## write the format that `make check` asks for
	$(BIN)/ruff format src tests bench training
	$(BIN)/ruff check --fix src tests bench training
	@if [ -e web/node_modules/check.stamp ]; then cd web && npm run --silent format; fi

setup-run: $(VENV)/run.stamp
setup: $(VENV)/check.stamp setup-server setup-page

# The tests start a PostgreSQL server of their own; on Debian its programs are not on the path.
setup-server:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || { \
		echo "Installing Debian's postgresql for the tests of records in PostgreSQL ..."; \
		as=; test "$$(id -u)" = 0 || as="sudo -n"; \
		$$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; \
	} || echo "PostgreSQL couldn't be installed here; install it (on Debian: apt-get install postgresql), or its tests are skipped" >&2

setup-page: setup-chromium
	@if [ -n "$(NODE)" ]; then $(MAKE) --no-print-directory web/node_modules/check.stamp; \
	else echo "SKIPPED: $(NO_NODE)" >&2; fi

# The page is tested in Debian's chromium; without it those tests are skipped, and say so.
setup-chromium:
	@command -v chromium >/dev/null 2>&1 || test -z "$(NODE)" || { \
		echo "Installing Debian's chromium for the tests of the page ..."; \
		as=; test "$$(id -u)" = 0 || as="sudo -n"; \
		$$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	} || echo "chromium couldn't be installed here; install it (on Debian: apt-get install chromium), or the page's tests are skipped" >&2

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
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis web/node_modules web/openapi.json web/src/api/schema.ts $(PAGE)

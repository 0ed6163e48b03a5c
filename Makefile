# One line says what a target is for; `make help` prints them.
PYTHON ?= python3
PORT ?= 3000
VENV := .venv
BIN := $(VENV)/bin

export PORT
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup run build develop test check site lint format types python-types javascript-types walls \
  unit browser engines soak messages lock screenshots bench clean chromium

help: ## Print this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# The lock names everything. pip must look for nothing beside it: for a package with an extra it would
# take a release that came after the lock, and refuse it for want of a digest.
AS_LOCKED := --no-deps --require-hashes

$(VENV)/run.installed: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet $(AS_LOCKED) --requirement requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/pip check --quiet
	@touch $@

$(VENV)/dev.installed: $(VENV)/run.installed requirements/dev.txt
	$(BIN)/pip install --quiet $(AS_LOCKED) --requirement requirements/dev.txt
	@$(BIN)/pip check --quiet
	@touch $@

setup: $(VENV)/run.installed ## Create .venv with everything the app needs

run: setup ## Build what changed and serve the app on http://127.0.0.1:3000 (PORT=... changes it)
	@$(BIN)/mooring build --if-changed
	@$(BIN)/mooring serve

build: setup ## Build the deployable site into dist/
	@$(BIN)/mooring build

develop: setup ## Run Reflex's development server, which follows changes
	PATH="$(CURDIR)/$(BIN):$$PATH" REFLEX_USE_NPM=1 $(BIN)/reflex run --frontend-only

test: $(VENV)/dev.installed chromium engines ## Run everything: lint, types, walls, unit and browser tests
	@$(MAKE) $(SIDE_BY_SIDE) check site
	$(BIN)/pytest -n auto --dist loadgroup

# What each of them says is printed when it is done, so that nothing is mixed up (GNU make 4).
SIDE_BY_SIDE := --no-print-directory --jobs=4 $(if $(filter output-sync,$(.FEATURES)),--output-sync)

check: lint types walls ## Everything that needs no running code

site: $(VENV)/dev.installed
	@$(BIN)/mooring build --if-changed

lint: $(VENV)/dev.installed ## ruff: style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/dev.installed ## Mend style and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: python-types javascript-types ## mypy --strict for Python, tsc --strict for the JavaScript

python-types: $(VENV)/dev.installed
	$(BIN)/mypy

javascript-types: $(VENV)/dev.installed
	$(BIN)/python -m tests.javascript_types

walls: $(VENV)/dev.installed ## import-linter: which room may import which
	$(BIN)/lint-imports --no-cache

unit: $(VENV)/dev.installed ## Tests that need no browser
	$(BIN)/pytest --ignore tests/browser -n auto --dist loadgroup

browser: $(VENV)/dev.installed chromium engines ## Tests on the built site in a real browser
	@$(BIN)/mooring build --if-changed
	$(BIN)/pytest tests/browser -n auto --dist loadgroup

soak: $(VENV)/dev.installed chromium ## Long tests that `make test` leaves out, such as 500 kills of the browser
	@$(BIN)/mooring build --if-changed
	$(BIN)/pytest -m soak -o faulthandler_timeout=7200 tests

messages: $(VENV)/dev.installed ## Collect the interface's sentences into pwa_app/locale/mooring.pot
	$(BIN)/pybabel -q extract --no-location --sort-output --omit-header -k _ -o pwa_app/locale/mooring.pot pwa_app/pages rxconfig.py

lock: $(VENV)/dev.installed ## Pin every dependency with its hash
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --allow-unsafe --strip-extras --output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --allow-unsafe --strip-extras --extra dev --output-file requirements/dev.txt pyproject.toml

screenshots: $(VENV)/dev.installed chromium ## Take the pictures for the manifest and the README again
	@$(BIN)/mooring build --if-changed
	$(BIN)/python -m tests.screenshots

bench: $(VENV)/dev.installed chromium ## Measure, and write docs/performance.md (PART="taps serve" measures only these)
	@$(BIN)/mooring build --if-changed
	$(BIN)/python -m tests.bench $(if $(PART),--part $(PART))

chromium:
	@command -v chromium >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } || { \
	  echo "The browser tests need Debian's chromium: sudo apt-get install chromium"; exit 1; }

# Without these two, their tests are skipped and say so; with MOORING_ENGINES=required they fail.
ENGINES := firefox-esr webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb

engines:
	@command -v firefox-esr >/dev/null && command -v Xvfb >/dev/null && command -v WebKitWebDriver >/dev/null && \
	  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(ENGINES) >/dev/null; } || { \
	  echo "Firefox and WebKitGTK are not tested in full. To test them: sudo apt-get install $(ENGINES)"; \
	  [ "$$MOORING_ENGINES" != required ]; }

clean: ## Remove everything that can be made again
	rm -rf $(VENV) .web .build dist dist.new .pytest_cache .mypy_cache .ruff_cache .hypothesis

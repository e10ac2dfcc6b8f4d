# make run    set up and open the dashboard on the seed article
# make test   set up for testing, get a Chromium if none is there, run everything
PYTHON ?= python3
VENV   ?= .venv
PORT   ?= 8501
BIN    := $(VENV)/bin

.PHONY: run test test-fast lint format benchmarks gazetteer-check clean

run: $(VENV)/.run
	@$(BIN)/gazette app --port $(PORT)

test: $(VENV)/.test lint
	@$(BIN)/python tests/browser/chromium.py
	GAZETTE_REQUIRE_BROWSER=1 $(BIN)/pytest

test-fast: $(VENV)/.test
	$(BIN)/pytest -m "not browser"

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmarks: $(VENV)/.test
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.browser

# Builds the gazetteer again from the pinned packages and compares it with the committed one, byte by byte.
gazetteer-check: $(VENV)/.test
	@fresh=$$(mktemp -d) && trap "rm -rf $$fresh" EXIT && $(BIN)/gazette gazetteer build --out $$fresh && \
	  (cd $$fresh && find . -type f) | while read file; do cmp "$$fresh/$$file" "data/gazetteer/$$file" || exit 1; done && \
	  echo "The gazetteer is what the pinned packages give, byte for byte."

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Gazette needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv module. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) (once, a minute or two) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# Two commands: `make site` builds the sample school, `make test` runs the tests.
# Each makes its own virtual environment in .venv and installs what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: site staff serve test lint bench clean

site: $(STAMP)
	$(BIN)/exhibit build
	@echo "The sample school is in site/. Open site/index.html in a browser."

staff: $(STAMP)
	$(BIN)/exhibit build --edition staff

serve: $(STAMP)
	$(BIN)/exhibit serve

test: $(STAMP) chromium
	$(BIN)/python -m pytest -q -n 2 tests
	@echo "All tests passed."

lint: $(STAMP)
	$(BIN)/ruff check generator tests benchmarks

bench: $(STAMP)
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf site editions .exhibit

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $(STAMP)

.PHONY: chromium
chromium:
	@if command -v chromium >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		echo "Installing Chromium for the browser tests ..."; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	else \
		echo "Chromium is missing and may not be installed from here. The browser tests need it: sudo apt-get install chromium"; \
		exit 1; \
	fi

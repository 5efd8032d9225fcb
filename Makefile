# Two commands matter: `make run` and `make test`. Both set everything up on first use, from the lock file.

.DEFAULT_GOAL := help
.PHONY: help run test test-full setup lint format strings lock screenshots bench clean

PYTHON ?=
export PYTHON

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: setup ## Open isodesk; without a display, print the sample client's documents into out/
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so isodesk prints the documents of its sample clients into out/ instead of opening a window."; \
		.venv/bin/python scripts/print-sample; \
	else \
		.venv/bin/isodesk; \
	fi

test: setup ## Format, lint, types, import contracts, translations, tests with coverage
	@scripts/check

test-full: setup ## The same with the slow tests
	@scripts/check full

setup: ## Only set up: .venv from requirements.lock
	@scripts/setup

lint: setup ## Format and lint, without changing anything
	@.venv/bin/ruff format --check . && .venv/bin/ruff check .

format: setup ## Format the code and mend what ruff can mend
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

strings: setup ## Collect the words of the program for translation
	@.venv/bin/python scripts/strings

lock: setup ## Write requirements.lock anew (needs uv)
	@.venv/bin/python scripts/lock

screenshots: setup ## Pictures of the window
	@if [ -e scripts/screenshots ]; then .venv/bin/python scripts/screenshots; else echo "There is no scripts/screenshots."; fi

bench: setup ## Measure speed
	@if [ -e benchmarks/run ]; then .venv/bin/python benchmarks/run; else echo "There is no benchmarks/run."; fi

clean: ## Remove what can be made again; your own data is elsewhere and stays
	rm -rf .venv out build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find resources -name '*.mo' -delete

# Every target sets up what it needs: Python 3.11 or newer, git, make and the package registries are enough.
# Packages come from the hashed locks, web parts and citation styles from npm through tools/vendor.py.

PYTHONS = python3.11 python3 python3.12 python3.13
PYTHON ?= $(shell for python in $(PYTHONS); do \
	$$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV ?= .venv
DATA ?= ../shared/data
ARCHIVE ?= build/demo
JOBS ?= 2
BENCHMARKS = taking_in large_file searching serving said finding citations quotations kills

bin = $(VENV)/bin
pip = $(bin)/python -m pip --quiet --disable-pip-version-check
compile = $(bin)/uv pip compile --quiet --universal --generate-hashes --custom-compile-command 'make lock' $(LOCK)

.PHONY: help demo test bench lock clean check
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s%s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.ready ## take in the sample collection and open the reading room
	@$(bin)/fonds --archive $(ARCHIVE) open examples/the-velmar-strait

check: $(VENV)/.ready ## lint, format and types
	@$(bin)/ruff check --quiet
	@$(bin)/ruff format --check --quiet
	@$(bin)/mypy

test: check ## check, then run the tests
	@$(bin)/pytest -n $(JOBS) --dist loadfile

bench: $(VENV)/.ready ## measure over the real material in DATA (../shared/data)
	@for name in $(BENCHMARKS); do $(bin)/python benchmarks/$$name.py --data $(DATA) || exit 1; done

lock: $(VENV)/.ready ## write the locks from pyproject.toml (newest versions: make lock LOCK=--upgrade)
	@$(compile) pyproject.toml --extra all --group dev -o requirements.lock
	@$(compile) pyproject.toml --extra all -c requirements.lock -o requirements-runtime.lock
	@$(compile) --group build -c requirements.lock -o requirements-build.lock

clean: ## remove all that was set up, built and taken in by the demo
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis node_modules tools/node_modules
	@rm -rf src/fonds/citation/vendor src/fonds/authority/vendor src/fonds/reading_room/static/vendor src/fonds/reading_room/figures/vendor

# Set-up happens once, and again when what it was made from changes. The environment is made anew each time, so that it
# holds what the lock says and nothing else; the packages that come as sources are built with the locked build tools.
$(VENV)/.ready: requirements.lock requirements-build.lock pyproject.toml package-lock.json $(wildcard tools/*)
	@test -n "$(PYTHON)" || { \
		echo "Fonds needs Python 3.11 or newer with venv (Debian: apt install python3-venv); none of $(PYTHONS) is one." \
		"Install it, or name it: make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) …" >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@$(pip) install --require-hashes -r requirements-build.lock
	@$(pip) install --require-hashes --no-build-isolation -r requirements.lock
	@$(pip) install --no-deps --no-build-isolation -e .
	@$(bin)/python tools/vendor.py
	@touch $@

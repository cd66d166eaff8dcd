# Lianxin 连心. `make run` and `make test` are all a newcomer needs: python3 (3.11 to 3.13) with venv, and make.
#
#   VENV=…     where the environment goes (.venv)
#   PYTHON=…   which Python builds it (the first fit of python3, python3.13, python3.12, python3.11)
#   JOBS=…     test processes at once (one per core, at most four)
#   ARGS=…     handed on to the command behind a target, e.g. make test ARGS="-k minutes -x"

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV  ?= .venv
BIN   := $(VENV)/bin
JOBS  ?= $(shell n=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1); [ "$$n" -gt 4 ] && n=4; echo "$$n")
ARGS  ?=

CODE := bot storage web tests bench

.PHONY: help install run test lint types format golden bench bench-long faults migrate demo lock clean

help:  ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/  make \1 | \2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

install: $(VENV)/.installed  ## build the environment from the hashed lock file (quick when nothing changed)

$(VENV)/.installed: requirements.lock pyproject.toml .ci/install.sh
	@VENV="$(VENV)" PYTHON="$(PYTHON)" sh .ci/install.sh
	@touch $@

run: install  ## serve Lianxin in the foreground; a new database is first filled with the invented county
	@$(BIN)/python -m bot.cli.first_run
	@exec $(BIN)/lianxin run $(ARGS)

test: install  ## run every test this machine can run, and say which it could not
	@if [ "$(JOBS)" -gt 1 ]; then set -- -n "$(JOBS)" --dist loadfile; else set --; fi; \
	exec $(BIN)/python -m pytest "$$@" $(ARGS)

lint: install  ## ruff, mypy --strict and the layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

types: install  ## mypy --strict alone
	@$(BIN)/mypy $(ARGS)

format: install  ## let ruff mend what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

golden: install  ## rewrite the golden conversations; read the diff before committing it
	@$(BIN)/python -m pytest --golden -p no:cacheprovider -q $(ARGS)
	@git --no-pager diff --stat -- '*.json' 2>/dev/null || true

bench: install  ## measure beside references in the same run, JSON lines (at most 10 minutes)
	@exec $(BIN)/python -m bench $(ARGS)

bench-long: install  ## what takes longer than that
	@exec $(BIN)/python -m bench --long $(ARGS)

faults: install  ## the long form of the fault tests; stop it when you like, it goes on where it was
	@exec $(BIN)/python -m tests.faults $(ARGS)

migrate: install  ## create or upgrade the database
	@exec $(BIN)/lianxin migrate $(ARGS)

demo: install  ## fill an empty database with the invented county
	@exec $(BIN)/lianxin demo $(ARGS)

lock: install  ## write requirements.lock anew from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o requirements.lock $(ARGS)

clean:  ## remove what the tools leave behind (never the data)
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# Two commands on a fresh machine: `make demo` and `make test`. Each sets up .venv by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kalbarcrawl needs Python 3.11 or newer: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: $(VENV)/.core  ## crawl a small newsroom served from this checkout; no network
	@$(BIN)/python -m tests.newsroom.demo

test: $(VENV)/.dev  ## the tests that need no network and no other system
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.dev  ## ruff and mypy
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

integration: $(VENV)/.dev  ## the tests against a real WordPress on loopback
	@$(BIN)/python -m pytest -m integration

schema: $(VENV)/.core  ## write data/article.schema.json anew
	@$(BIN)/python -m kalbarcrawl.schema > data/article.schema.json

clean:  ## remove the environment and what demos wrote
	rm -rf $(VENV) data/demo

.PHONY: help demo test lint integration schema clean

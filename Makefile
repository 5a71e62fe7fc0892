# `make` alone lists the targets. Longer recipes are scripts in .ci/.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
PYTHON ?= python3
export PORT PYTHON

PY := .venv/bin/python
CODE := mvoscan accounts scans trajects reporting
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
PIP_INSTALL := -m pip install --disable-pip-version-check --no-input --quiet --require-hashes
TEMPLATES = $(shell find templates -name '*.html')
LOCK := -m uv pip compile pyproject.toml --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-annotate --no-header --quiet

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: system-run .venv/.run $(CATALOGUES) ## start the product with demo data on http://127.0.0.1:8000/ (or PORT=8001)
	@.ci/serve

test: system-test .venv/.dev $(CATALOGUES) ## run the suite on SQLite, on PostgreSQL and in a browser
	@.ci/test

coverage: system-test .venv/.dev $(CATALOGUES) ## run the suite once more to see which lines and branches it reaches
	@.ci/coverage

test-deep: system-test .venv/.dev $(CATALOGUES) ## run the long tests: properties with many examples, every role and verb, every look
	$(PY) -m pytest -n 2 --ignore=tests/browser -m "deep or hypothesis" --hypothesis-profile=deep \
		-o faulthandler_timeout=1800
	$(PY) -m pytest -n 3 tests/browser -m deep

check: .venv/.dev $(CATALOGUES) ## lint, types, migrations and translations; goes on after a fault
	@$(MAKE) --keep-going --no-print-directory check-python check-templates check-types \
		check-migrations check-translations

check-python:
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

check-templates:
	.venv/bin/djade --check --target-version 5.2 $(TEMPLATES)
	$(PY) -m djlint --lint --quiet templates

# mypy leaves without cleaning up, so not in a temporary folder.
check-types: export TEST_VAR_DIR = .mypy_cache/var
check-types:
	$(PY) -m mypy $(CODE)

# The test settings: no secret key or database is needed.
check-migrations: export DJANGO_SETTINGS_MODULE = tests.settings
check-migrations:
	$(PY) manage.py makemigrations --check --dry-run

check-translations:
	$(PY) -m tests.catalogue

format: .venv/.dev ## format Python and templates
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	.venv/bin/djade --target-version 5.2 $(TEMPLATES)

bench: .venv/.dev $(CATALOGUES) ## time answers, pages, PDFs and sessions against their floors, and pages while PDFs are made
	$(PY) -m tests.bench
	$(PY) -m tests.bench.photo
	$(PY) -m tests.bench.plan
	$(PY) -m tests.bench.pdf
	$(PY) -m tests.bench.meanwhile
	$(PY) -m tests.bench.polls
	$(PY) -m tests.bench.live

pictures: system-test .venv/.dev $(CATALOGUES) ## take the pictures of the product for its public pages and the README
	$(PY) -m tests.pictures

messages: .venv/.dev ## collect the texts to translate in locale/nl
	@command -v xgettext >/dev/null || { echo "Missing: gettext. Install it with: sudo apt-get install gettext"; exit 1; }
	$(PY) manage.py makemessages --locale nl --ignore '.venv' --ignore 'var' --ignore 'tests' \
		--add-location file --no-wrap

lock: .venv/.dev ## turn pyproject.toml into requirements/*.txt (UPGRADE=--upgrade for newer versions)
	$(PY) $(LOCK) $(UPGRADE) --output-file requirements/run.txt
	$(PY) $(LOCK) $(UPGRADE) --constraint requirements/run.txt --extra dev --output-file requirements/dev.txt

reset: ## remove the database, the secret key and collected files (FORCE=1: do not ask)
	@[ "$(FORCE)" = 1 ] || { read -r -p "Remove var/ with the database in it? [y/N] " answer && \
		[ "$$answer" = y ]; } || { echo "Nothing is removed."; exit 1; }
	rm -rf var

system-run system-test:
	@.ci/system-packages $(@:system-%=%)

# Two stamps: the second set of packages contains the first.
.venv/.run: requirements/run.txt | system-run
	@[ -x $(PY) ] || $(PYTHON) -m venv .venv
	$(PY) $(PIP_INSTALL) -r $<
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.run
	$(PY) $(PIP_INSTALL) -r $<
	@touch $@

%.mo: %.po | .venv/.run
	$(PY) -m babel.messages.frontend compile --input-file $< --output-file $@

.PHONY: help run test coverage test-deep check format bench pictures messages lock reset system-run system-test \
	check-python check-templates check-types check-migrations check-translations

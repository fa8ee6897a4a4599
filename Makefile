# Two commands matter: `make demo` and `make test`. Both set up .venv first, which is quick when it is there already.

PYTHON ?= python3
BIN := .venv/bin
CODE := flows tasks expectations warehouse benchmarks tests
# Wheels only, by hash: nothing is compiled and nothing but the locked files is installed.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:

# Programs that read a warehouse, and those that check how it is run, each in the version that a test runs, in a folder
# of its own.
CLIENTS := $(basename $(notdir $(wildcard requirements/clients/*.txt)))

# The same for Node: what `package-lock.json` names, by hash.
NODE_CLIENTS := .venv/clients/node/ready

.PHONY: demo test again docs setup lock clean

demo: setup
	$(BIN)/python -m flows.demo

# The gates run when a file has changed since they all passed; `make again` runs them in any case.
test: .venv/tested
	@echo "Every gate has passed on these files."

again:
	rm -f .venv/tested
	$(MAKE) test

.venv/tested: .venv/ready $(CLIENTS:%=.venv/clients/%/ready) $(NODE_CLIENTS) Makefile prefect.yaml README.md ARCHITECTURE.md CONTRIBUTING.md $(shell find $(CODE) examples docs -type f -not -name "*.pyc")
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
	touch $@

# Writes anew what is generated: the data model's page, and the answers to questions from the warehouse of `make demo`.
docs: demo
	$(BIN)/python -m warehouse.catalogue.data_model
	$(BIN)/python -m flows.answers

setup: .venv/ready

.venv/ready: requirements/lock.txt requirements/models.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv
	$(INSTALL) -r requirements/lock.txt
	PIP_IGNORE_REQUIRES_PYTHON=1 $(INSTALL) -r requirements/models.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	# Some packages ship files for other Pythons, which do not compile: that is no failure of ours.
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q -j 0 .venv/lib $(CODE) || true
	touch $@

.venv/clients/%/ready: requirements/clients/%.txt .venv/ready
	rm -rf $(@D)
	$(INSTALL) --target $(@D) -r $<
	touch $@

# A machine without Node goes without: the test that needs it says so.
.venv/clients/node/ready: requirements/node/package-lock.json requirements/node/package.json .venv/ready
	rm -rf $(@D)
	mkdir -p $(@D)
	cp requirements/node/package.json requirements/node/package-lock.json $(@D)
	if command -v npm; then npm ci --silent --prefix $(@D); else echo "npm is not installed"; fi
	touch $@

# Needs uv. Writes hashes of every file and no address of where they come from.
lock:
	uv pip compile pyproject.toml --extra dev --python-version 3.11 --generate-hashes --only-binary :all: \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header --output-file requirements/lock.txt

clean:
	rm -rf .venv build demo ledger *.egg-info

# Everything runs in .venv, which the first target that needs it creates.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEV := .venv/.dev

.PHONY: demo test lint fuzz stress real evaluate results bench wheel-test clean

demo: $(READY)  ## Tag the examples: a readable page, and JSON Lines in out/
	@mkdir -p out
	$(BIN)/referat tag examples -o out/examples.jsonl
	$(BIN)/referat show examples/skovlyst_byraad.txt

test: $(DEV) lint  ## Lint, types and all tests that take seconds
	$(BIN)/python -m pytest -m "not long"

lint: $(DEV)
	$(BIN)/ruff check referat_nlp tests benchmarks evaluation training
	$(BIN)/mypy

fuzz: $(DEV)  ## Damaged files of every format, 5,000 as an archive, then generated text, at length; REFERAT_FUZZ_SEED repeats a run
	$(BIN)/python -m pytest tests/fuzz
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest tests/test_properties.py tests/reading/test_hostile_input.py

stress: $(DEV)  ## Large files and folders, archives that explode, runs that are stopped 200 times, full disks; REFERAT_STRESS_SEED repeats it
	$(BIN)/python -m pytest tests/stress --durations=10

real: $(DEV)  ## Real minutes, from the folder that REFERAT_REAL_DATA names
	$(BIN)/python -m pytest -m real -rs

evaluate: $(DEV)  ## All baselines on the labelled minutes, with intervals; on real ones where REFERAT_REAL_DATA names them
	$(BIN)/python -m evaluation

results: $(DEV)  ## The same, and docs/results.md written from it; needs the real minutes
	$(BIN)/python -m evaluation --write docs/results.md

bench: $(DEV)  ## Speed and memory as tables, in about 10 minutes; BENCH holds options: make bench BENCH="--json bench.json"
	$(BIN)/python -m benchmarks $(BENCH)

wheel-test: $(DEV)  ## The built wheel in a clean environment, its dependencies from the index
	REFERAT_WHEEL_FROM_INDEX=1 $(BIN)/python -m pytest tests/test_wheel.py

clean:
	rm -rf .venv out build dist

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; say which with: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(DEV): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

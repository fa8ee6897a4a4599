"""How right the extractors are on cases of our own writing, whole articles and single sentences.

    python -m benchmarks.accuracy [--only figures] [--errors N] [--json FILE] [--against FILE]

Prints precision, recall and F1 by kind, and by slot the share that is right among the figures that match. A figure
matches a gold one where they overlap and have the same kind, exact value and value_high, and unit; a null unit in gold
accepts any (`benchmarks/scoring.py`). `--json` keeps the outcome; `--against` names the figures gained and lost since
an outcome kept earlier with the same `--only`. `benchmarks/README.md` says how the cases are annotated.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from benchmarks.scoring import (
    IDENTITY,
    Case,
    Matching,
    Row,
    end_of,
    match_cases,
    read_cases,
    score_kinds,
    score_slots,
    start_of,
)
from tasks.formats import recognise
from tasks.resolvers.findings import extract

CASES = Path(__file__).parent / "cases"
NAME_WIDTH, COLUMN_WIDTH = 28, 20
CONTEXT = 80
"""Characters shown on either side of a row; a sentence of the cases rarely has more."""


class Outcome(TypedDict):
    """What one run found: its scores, and the rows right, missed and wrong, each as one line."""

    kinds: dict[str, dict[str, float]]
    slots: dict[str, dict[str, float]]
    right: list[str]
    missed: list[str]
    wrong: list[str]


def main() -> None:
    """Run the extractors over the cases and print how right they are."""
    options = parse_options()
    tables = frozenset(options.only.split(",")) if options.only else frozenset(IDENTITY)
    outcome = run(read_cases(CASES), tables=tables)
    for line in report(outcome, error_count=options.errors):
        sys.stdout.write(line + "\n")
    if options.against:
        for line in compare(json.loads(options.against.read_text("utf-8")), outcome):
            sys.stdout.write(line + "\n")
    if options.json:
        options.json.write_text(json.dumps(outcome, indent=1, ensure_ascii=False) + "\n", "utf-8")


def parse_options() -> argparse.Namespace:
    """Read the command's options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", help=f"tables to score, separated by commas: {', '.join(IDENTITY)}")
    parser.add_argument("--errors", type=int, default=0, help="how many missed and wrong rows to print")
    parser.add_argument("--json", type=Path, help="file to keep the outcome in")
    parser.add_argument("--against", type=Path, help="outcome of an earlier run to compare with")
    options = parser.parse_args()
    if unknown := sorted(set(filter(None, (options.only or "").split(","))) - set(IDENTITY)):
        parser.error(f"no table {', '.join(unknown)} in the cases; there are {', '.join(IDENTITY)}")
    return options


def run(cases: Iterable[Case], *, tables: frozenset[str]) -> Outcome:
    """Extract from the cases and score the tables named."""
    matchings = match_cases(cases, lambda case: find_rows(case, tables=tables), tables=tables)
    return {
        "kinds": score_kinds(matchings),
        "slots": score_slots(matchings),
        "right": [describe(matching, gold) for matching in matchings for gold, _ in matching.right],
        "missed": [describe(matching, gold) for matching in matchings for gold in matching.missed],
        "wrong": [describe(matching, found) for matching in matchings for found in matching.wrong],
    }


def find_rows(case: Case, *, tables: frozenset[str]) -> Mapping[str, list[Row]]:
    """Run the extractors over one case, as `newsledger extract` does."""
    article = recognise(case.text, article_id=case.case_id, published_on=case.published_on)
    found = extract(article, only=tables & frozenset(case.gold))
    return {table: [fact.as_row() for fact in facts] for table, facts in found.facts.items()}


def describe(matching: Matching, row: Row) -> str:
    """Name a row in one line: where it is, what it says, and the text around it."""
    text, start, end = matching.case.text, start_of(row), end_of(row)
    said = " ".join(str(row[column]) for column in IDENTITY[matching.table] if row.get(column) is not None)
    around = text[max(0, start - CONTEXT) : start] + "[" + text[start:end] + "]" + text[end : end + CONTEXT]
    return f"{matching.case.case_id} {matching.table} {start}-{end} {said} | {' '.join(around.split())}"


def report(outcome: Outcome, *, error_count: int) -> Iterator[str]:
    """Yield the lines of the report: kinds, slots, and as many missed and wrong rows as are wanted, by case."""
    yield from table_lines(outcome["kinds"])
    yield ""
    yield from table_lines(outcome["slots"])
    errors = [(line, "missed") for line in outcome["missed"]] + [(line, "wrong") for line in outcome["wrong"]]
    yield from (f"{what:6} {line}" for line, what in sorted(errors)[:error_count])


def table_lines(table: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Yield a table of numbers as lines of equal columns, its header first."""
    header = list(next(iter(table.values()), {}))
    yield " " * NAME_WIDTH + "".join(f"{column:>{COLUMN_WIDTH}}" for column in header)
    for name, numbers in table.items():
        yield f"{name:{NAME_WIDTH}}" + "".join(f"{number:{COLUMN_WIDTH}g}" for number in numbers.values())


def compare(earlier: Outcome, now: Outcome) -> Iterator[str]:
    """Yield the rows gained and lost since an earlier run of the same tables."""
    changes = {
        "gained": set(now["right"]) & set(earlier["missed"]),
        "lost": set(now["missed"]) & set(earlier["right"]),
        "newly wrong": set(now["wrong"]) - set(earlier["wrong"]),
        "no longer wrong": set(earlier["wrong"]) - set(now["wrong"]),
    }
    for change, lines in changes.items():
        yield f"{change}: {len(lines)}"
        yield from (f"   {line}" for line in sorted(lines))


if __name__ == "__main__":
    main()

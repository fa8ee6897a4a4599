"""Scoring of found rows against gold ones: which belong together, how many, and which of their slots are right.

A gold row and a found one match where they overlap and agree on what identifies a row of their table (`IDENTITY`): a
figure on kind, value, value_high and unit, all exactly; a citation on outlet and days; a time expression on its first
and last day; a quotation by half of its characters. A column that the gold row leaves out is not annotated there and
not scored; a null unit in gold accepts any unit.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

Row = Mapping[str, object]

IDENTITY = {
    "figures": ("kind", "value", "value_high", "unit"),
    "citations": ("outlet", "cited_on_start", "cited_on_end"),
    "quotations": (),
    "dates": ("start_on", "end_on"),
}
"""What rows of each table must agree on, besides their place, to be the same row."""

SLOTS = {
    "figures": (
        "text",
        "per",
        "hedge",
        "inherited",
        "direction",
        "compared_with",
        "status",
        "measure",
        "measure_end_char",
        "measured_of",
        "period",
        "period_start_on",
        "period_end_on",
    ),
    "citations": ("outlet_text", "cited_on_text"),
    "quotations": ("text", "style", "cue", "speaker_text", "speaker"),
    "dates": ("text",),
}
"""What is scored of a row once it matches."""

DECIMALS = ("value", "value_high")
PHRASES = ("compared_with", "measure", "measured_of", "period", "speaker", "speaker_text")
FUNCTION_WORDS = frozenset(
    {"a", "an", "at", "by", "during", "for", "from", "in", "of", "on", "over", "the", "to", "until"}
)
"""Words that a phrase may begin with or not: `in 1997` and `1997` are the same period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text with the rows that a careful reader finds in it, by table; a table left out is not annotated."""

    case_id: str
    text: str
    published_on: date | None
    gold: dict[str, list[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """What became of the gold and found rows of one table in one case."""

    case: Case
    table: str
    right: list[tuple[Row, Row]]
    missed: list[Row]
    wrong: list[Row]


def read_cases(folder: Path) -> list[Case]:
    """Read every case in a folder's `.jsonl` files, in the order of their names."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [read_case(json.loads(line)) for line in lines]


def read_case(case: Mapping[str, object]) -> Case:
    """Read one case: values become decimals, days become dates."""
    tables = {table: rows for table in IDENTITY if isinstance(rows := case.get(table), list)}
    published_on = case["published_on"]
    return Case(
        case_id=str(case["id"]),
        text=str(case["text"]),
        published_on=date.fromisoformat(str(published_on)) if published_on else None,
        gold={table: [read_row(row) for row in rows] for table, rows in tables.items()},
    )


def read_row(row: Mapping[str, object]) -> Row:
    """Read one gold row."""
    return {column: read_value(column, value) for column, value in row.items()}


def read_value(column: str, value: object) -> object:
    """Turn the text of a decimal or a day into what the extractors give."""
    if value is None:
        return None
    if column in DECIMALS:
        return Decimal(str(value))
    return date.fromisoformat(str(value)) if is_day(column) else value


def is_day(column: str) -> bool:
    """Tell whether a column holds a day: `period_start_on`, `cited_on_end`."""
    return column.endswith(("_on", "_on_start", "_on_end"))


def match_rows(case: Case, table: str, found: Iterable[Row]) -> Matching:
    """Pair each gold row of a case with the closest found row that matches it, each row once."""
    gold = case.gold[table]
    # Of speech, the cases annotate only what stands between marks.
    rows = [as_annotated(row) for row in found if row.get("style") != "indirect"]
    pairs: dict[int, int] = {}
    for _, at_gold, at_found in sorted(candidate_pairs(table, gold, rows)):
        if at_gold not in pairs and at_found not in pairs.values():
            pairs[at_gold] = at_found
    return Matching(
        case=case,
        table=table,
        right=[(gold[at_gold], rows[at_found]) for at_gold, at_found in sorted(pairs.items())],
        missed=[row for at, row in enumerate(gold) if at not in pairs],
        wrong=[row for at, row in enumerate(rows) if at not in pairs.values()],
    )


def as_annotated(row: Row) -> Row:
    """Name a speaker as the cases do: by the phrase where nobody is named."""
    return {**row, "speaker": row["speaker"] or row["speaker_text"]} if "speaker_text" in row else row


def candidate_pairs(table: str, gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[int, int, int]]:
    """Yield the distance and the positions of every gold row and found row that could be the same."""
    for at_gold, wanted in enumerate(gold):
        for at_found, row in enumerate(found):
            if is_match(table, wanted, row):
                yield distance(wanted, row), at_gold, at_found


def is_match(table: str, gold: Row, found: Row) -> bool:
    """Tell whether a found row is the gold one, whatever its slots say."""
    shared = min(end_of(gold), end_of(found)) - max(start_of(gold), start_of(found))
    whole = max(end_of(gold), end_of(found)) - min(start_of(gold), start_of(found))
    if shared <= 0 or (table == "quotations" and 2 * shared < whole):
        return False
    return all(is_agreed(column, gold, found) for column in IDENTITY[table])


def is_agreed(column: str, gold: Row, found: Row) -> bool:
    """Tell whether two rows agree on what identifies them."""
    if column not in gold or (column == "unit" and gold[column] is None):
        return True
    return is_same(column, gold[column], found.get(column))


def is_same(column: str, gold: object, found: object) -> bool:
    """Compare two values of a column: phrases without their leading function words, the rest exactly.

    Where gold states no status, `actual` is right too: what a text merely names, it takes for a fact.
    """
    if column == "status" and gold is None:
        return found in (None, "actual")
    if column in PHRASES and isinstance(gold, str) and isinstance(found, str):
        return content_words(gold) == content_words(found)
    return gold == found


def content_words(phrase: str) -> list[str]:
    """Split a phrase into lower-case words, from the first that is no function word."""
    words = phrase.casefold().split()
    start = next((at for at, word in enumerate(words) if word not in FUNCTION_WORDS), 0)
    return words[start:]


def start_of(row: Row) -> int:
    """Return the offset of a row's first character."""
    return int(str(row["start_char"]))


def end_of(row: Row) -> int:
    """Return the offset after a row's last character."""
    return int(str(row["end_char"]))


def distance(gold: Row, found: Row) -> int:
    """Count the characters by which two rows' places differ."""
    return abs(start_of(gold) - start_of(found)) + abs(end_of(gold) - end_of(found))


def score_kinds(matchings: Iterable[Matching]) -> dict[str, dict[str, float]]:
    """Return precision, recall, F1 and the number of gold rows, in percent, by table and kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for matching in matchings:
        outcomes = {"right": [gold for gold, _ in matching.right], "missed": matching.missed, "wrong": matching.wrong}
        for outcome, rows in outcomes.items():
            counts[matching.table, outcome] += len(rows)
            for row in rows:
                if "kind" in row:
                    counts[f"{matching.table}, {row['kind']}", outcome] += 1
    names = sorted({name for name, _ in counts})
    return {name: rates(counts[name, "right"], counts[name, "wrong"], counts[name, "missed"]) for name in names}


def rates(right: int, wrong: int, missed: int) -> dict[str, float]:
    """Compute precision, recall and F1 in percent; what cannot be divided is 0."""
    precision = 100 * right / (right + wrong) if right else 0.0
    recall = 100 * right / (right + missed) if right else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 1), "recall": round(recall, 1), "f1": round(f1, 1), "gold": right + missed}


def score_slots(matchings: Iterable[Matching]) -> dict[str, dict[str, float]]:
    """Return, by table and slot, the share of matched rows where it is right, and of those where gold states one."""
    checks: dict[str, list[tuple[bool, bool]]] = {}
    for matching in matchings:
        for gold, found in matching.right:
            for slot in SLOTS[matching.table]:
                if slot in gold:
                    outcome = is_same(slot, gold[slot], found.get(slot)), gold[slot] is not None
                    checks.setdefault(f"{matching.table}.{slot}", []).append(outcome)
    return {slot: slot_shares(outcomes) for slot, outcomes in checks.items()}


def slot_shares(outcomes: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    """Sum up one slot: each outcome says whether it is right and whether gold states a value."""
    stated = [is_right for is_right, is_stated in outcomes if is_stated]
    share = share_of([is_right for is_right, _ in outcomes])
    return {"right": share, "matched": len(outcomes), "right_where_stated": share_of(stated), "stated": len(stated)}


def share_of(outcomes: Sequence[bool]) -> float:
    """Return the share of true outcomes in percent; 0 where there are none."""
    return round(100 * sum(outcomes) / len(outcomes), 1) if outcomes else 0.0


Finder = Callable[[Case], Mapping[str, Iterable[Row]]]
"""Finds the rows of each table in a case."""


def match_cases(cases: Iterable[Case], find: Finder, *, tables: frozenset[str]) -> list[Matching]:
    """Run a finder over the cases and match what it finds in the tables annotated there."""
    matchings: list[Matching] = []
    for case in cases:
        wanted = [table for table in case.gold if table in tables]
        found = find(case)
        matchings.extend(match_rows(case, table, found[table]) for table in wanted)
    return matchings

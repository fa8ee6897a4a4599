"""Cases of our own writing as lessons: half of them, so that trees meet articles that labels hold none of.

Their articles are cut by citations, `(Agency, July 5)`. What they say of measures and periods is taught, as far as it
is annotated: of the other slots they have conventions of their own (`benchmarks/README.md`).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from benchmarks.scoring import Case, Row, read_cases
from benchmarks.teach_slots.labels import Label, matched, share_of
from benchmarks.teach_slots.lessons import NEEDS, Lesson, story_of
from tasks.extractors.figures.ranking.stances import NONE
from tasks.formats import recognise
from tasks.resolvers.findings import Findings, extract_all

CASES = Path(__file__).parent.parent / "cases"
SCORED_SHARE = 50
"""Percent of the cases that nothing is learned from."""
TAUGHT = frozenset({"measure", "period"})


def is_scored(case_id: str) -> bool:
    """Tell whether a case is one that nothing is learned from, by a hash of its key."""
    return share_of(f"case {case_id}") < SCORED_SHARE


def read_own_lessons(folder: Path = CASES) -> Iterator[Lesson]:
    """Read the cases that have figures."""
    cases = {case.case_id: case for case in read_cases(folder) if case.gold.get("figures")}
    articles = [recognise(case.text, article_id=key, published_on=case.published_on) for key, case in cases.items()]
    for found in extract_all(articles, only=NEEDS):
        if not isinstance(found, Findings):
            raise found
        story = story_of(found)
        labels = list(labels_of(cases[found.article.article_id]))
        yield Lesson(story=story, labels=matched(story.figures, labels), all_labels=labels)


def labels_of(case: Case) -> Iterable[Label]:
    """Yield the labels of a case's figures."""
    return (label_of(row) for row in case.gold["figures"])


def label_of(row: Row) -> Label:
    """Read a figure of the cases as a label; what is not annotated, or a period without its days, is not taught."""
    is_dated = "period" in row and (row["period"] is None or "period_start_on" in row)
    return Label(
        start_char=int(str(row["start_char"])),
        end_char=int(str(row["end_char"])),
        value=Decimal(str(row["value"])),
        measure=wording(row, "measure"),
        owner=wording(row, "measured_of"),
        period=days(row),
        status=(str(row.get("status") or NONE),),
        direction=(str(row.get("direction") or NONE),),
        taught=frozenset(slot for slot in TAUGHT if ("measure" in row if slot == "measure" else is_dated)),
    )


def wording(row: Row, column: str) -> tuple[str, ...]:
    """Return what a column says, or nothing."""
    said = row.get(column)
    return (str(said),) if said else ()


def days(row: Row) -> tuple[tuple[date | None, date | None], ...]:
    """Return the period of a figure, or nothing."""
    first, last = row.get("period_start_on"), row.get("period_end_on")
    ends = (first if isinstance(first, date) else None, last if isinstance(last, date) else None)
    return (ends,) if any(ends) else ()

"""What an ingest tells of the files it refused."""

import dataclasses
import json
from pathlib import Path

import pytest
from rich.console import Console

from flows.summary import Summary, as_markdown, by_reason, check_in_words, checks_in_words, print_summary
from tasks.stages.check_corpus import finding_of
from tests.support.ledger_rows import make_rejection, make_run
from warehouse.records import Check

REFUSED = [
    dataclasses.replace(make_rejection(number), source=f"{number}.txt", reason=reason, repair="Mend it.")
    for number, reason in enumerate(["No header", *["Not text"] * 5, "No header"])
]


def test_by_reason_names_some_files_of_each_reason_the_commonest_first() -> None:
    assert by_reason(REFUSED) == [
        ("Not text", "Mend it.", "1.txt, 2.txt, 3.txt and 2 more"),
        ("No header", "Mend it.", "0.txt, 6.txt"),
    ]


def test_print_summary_says_how_to_list_every_refused_file() -> None:
    languages = {"de": 12, "fr": 3}
    summary = Summary(run=make_run("r1"), row_counts={}, refused_files=tuple(REFUSED), other_languages=languages)
    console = Console(record=True, width=200)
    print_summary(summary, warehouse=Path("my ledger"), console=console)
    text = console.export_text()
    assert "1.txt, 2.txt, 3.txt and 2 more" in text
    assert "newsledger sql 'FROM rejections SELECT source, reason, repair' --warehouse 'my ledger'" in text
    assert "landed as text without facts: 12 German, 3 French." in text
    assert "- `0.txt, 6.txt`: No header. Mend it." in as_markdown(summary)
    assert "no day" not in text


@pytest.mark.parametrize(
    ("undated_count", "told"), [(1, "1 of 3 articles has no day"), (2, "2 of 3 articles have no day")]
)
def test_print_summary_says_how_many_articles_have_no_day(undated_count: int, told: str) -> None:
    summary = Summary(run=make_run("r1"), row_counts={}, refused_files=(), article_count=3, undated_count=undated_count)
    console = Console(record=True, width=200)
    print_summary(summary, warehouse=Path("my ledger"), console=console)
    text = console.export_text()
    assert told in text
    assert "`year_of_volume_1` in my ledger/newsledger.toml" in text
    assert "WHERE published_on IS NULL' --warehouse 'my ledger'" in text


@pytest.mark.parametrize(
    ("rejection_count", "told"),
    [(len(REFUSED), None), (len(REFUSED) + 1, "1 place was refused"), (len(REFUSED) + 4, "4 places were refused")],
)
def test_print_summary_says_how_much_within_articles_was_refused(rejection_count: int, told: str | None) -> None:
    counts = {"rejections": rejection_count}
    summary = Summary(run=make_run("r1"), row_counts=counts, refused_files=tuple(REFUSED))
    console = Console(record=True, width=200)
    print_summary(summary, warehouse=Path("my ledger"), console=console)
    text = console.export_text()
    assert (f"{told} within the articles" in text) if told else "within the articles" not in text
    assert ("newsledger rejected --warehouse 'my ledger'" in text) == bool(told)


REASON = "an issue is dated before one with a lower number"
EXAMPLE = {"key": "Monitor 4", "reason": f"{REASON} (days '3')", "repair": "Correct the issue."}
CHECK = Check(
    run_id="r1",
    shard="whole",
    suite="volumes",
    expectation="expect_column_values_to_be_null",
    column_name="days",
    detail=None,
    severity="warning",
    is_success=False,
    row_count=2,
    failed_count=1,
    examples=json.dumps([EXAMPLE]),
    reason=REASON,
)
IN_FULL = f"Check volumes (warning): {REASON}: 1 of 2, such as Monitor 4 (days '3'). Correct the issue."


def test_check_in_words_says_its_reason_once() -> None:
    assert check_in_words(CHECK) == IN_FULL


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({}, ["1 warning stands as after the run before: see `newsledger report`."]),
        ({"row_count": 3, "run_id": "r2"}, ["1 warning stands as after the run before: see `newsledger report`."]),
        ({"failed_count": 2}, [IN_FULL.replace("1 of 2", "2 of 2")]),
        ({"severity": "info"}, []),
        ({"severity": "critical"}, [IN_FULL.replace("warning", "critical")]),
    ],
)
def test_checks_in_words_tells_in_full_what_is_new_or_critical(now: dict[str, str | int], said: list[str]) -> None:
    known = frozenset([finding_of(CHECK)])
    assert list(checks_in_words([dataclasses.replace(CHECK, **now)], known=known)) == said
    assert list(checks_in_words([CHECK], known=frozenset())) == [IN_FULL]

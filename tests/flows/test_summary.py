"""What an ingest tells of the files it refused."""

import dataclasses
import json
from pathlib import Path

from rich.console import Console

from flows.summary import Summary, as_markdown, by_reason, check_in_words, print_summary
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


def test_check_in_words_says_its_reason_once() -> None:
    reason = "an issue is dated before one with a lower number"
    example = {"key": "Monitor 4", "reason": f"{reason} (days '3')", "repair": "Correct the issue."}
    check = Check(
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
        examples=json.dumps([example]),
        reason=reason,
    )
    assert check_in_words(check) == (
        f"Check volumes (warning): {reason}: 1 of 2, such as Monitor 4 (days '3'). Correct the issue."
    )

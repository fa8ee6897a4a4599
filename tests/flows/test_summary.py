"""What an ingest tells of the files it refused."""

import dataclasses
from pathlib import Path

from rich.console import Console

from flows.summary import Summary, as_markdown, by_reason, print_summary
from tests.support.ledger_rows import make_rejection, make_run

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

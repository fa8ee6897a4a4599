"""Keeps the answers of `docs/questions.md` true: each SQL block is followed by what `make demo`'s warehouse answers.

`python -m flows.answers` writes them anew from the warehouse in `demo/`; a test compares.
"""

import io
import re
from pathlib import Path

from flows.commands.asking.sql import write_table
from flows.demo import ROOT, WAREHOUSE
from warehouse.reading.query import run_query

QUESTIONS = ROOT / "docs" / "questions.md"
ASKED_AND_ANSWERED = re.compile(r"(```sql\n(.*?)```\n\n```text\n)(.*?)(```\n)", re.DOTALL)
"""A block of SQL, and right below it the block of its answer."""


def refreshed(page: str, *, warehouse: Path) -> str:
    """Return the page with every answer as the warehouse gives it now."""
    return ASKED_AND_ANSWERED.sub(lambda block: f"{block[1]}{answer(block[2], warehouse=warehouse)}{block[4]}", page)


def answer(query: str, *, warehouse: Path) -> str:
    """Return a query's answer as `newsledger sql` prints it into a file."""
    stream = io.StringIO()
    write_table(run_query(warehouse, query), stream)
    return stream.getvalue()


if __name__ == "__main__":
    QUESTIONS.write_text(refreshed(QUESTIONS.read_text(encoding="utf-8"), warehouse=WAREHOUSE), encoding="utf-8")

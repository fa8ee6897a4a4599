"""`make demo`: ingest the example articles, and answer three of the example queries."""

import sys
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax

from flows.commands.asking.sql import Answering, run_sql
from flows.commands.ingest import Order, run_ingest

ROOT = Path(__file__).parents[1]
ARTICLES, QUERIES = ROOT / "examples" / "articles", ROOT / "examples" / "queries"
WAREHOUSE = Path("demo")
QUERIES_SHOWN = 3


def main() -> int:
    """Ingest the examples into `demo/` and show what can be asked; return the exit code."""
    console = Console()
    console.print(f"[bold]newsledger ingest {ARTICLES.relative_to(ROOT)} --warehouse {WAREHOUSE}[/bold]")
    code = run_ingest(Order(paths=[str(ARTICLES)]), warehouse=WAREHOUSE)
    for path in sorted(QUERIES.glob("*.sql"))[:QUERIES_SHOWN]:
        query = path.read_text(encoding="utf-8")
        console.print()
        console.print(Syntax(query.rstrip(), "sql", background_color="default", word_wrap=True))
        code = code or run_sql(query, warehouse=WAREHOUSE, answering=Answering())
    console.print(f'\nAsk more: .venv/bin/newsledger sql "SHOW TABLES" --warehouse {WAREHOUSE}', highlight=False)
    return code


if __name__ == "__main__":
    sys.exit(main())

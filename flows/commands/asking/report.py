"""`newsledger report`: write the page, and say where it is."""

from pathlib import Path

from flows.terminal import explained, say


def run_report(*, warehouse: Path, output: Path, data_docs: Path | None) -> int:
    """Write the report and, where asked for, Great Expectations' own pages; return the exit code."""
    return explained(lambda: write(warehouse, output, data_docs))


def write(warehouse: Path, output: Path, data_docs: Path | None) -> None:
    """Write what is asked for."""
    from flows.report.page import write_report

    write_report(warehouse, output)
    say(f"The report is {output}.")
    if data_docs is not None:
        from flows.report.data_docs import write_data_docs

        say(f"Great Expectations' own pages begin with {write_data_docs(warehouse, data_docs)}.")

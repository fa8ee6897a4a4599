"""The extractors alone, as a filter from JSON lines to JSON lines: no warehouse, no flow."""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import BufferedReader
from typing import NamedTuple, cast

from flows.terminal import DONE, FAILED
from tasks.extractors import EXTRACTORS
from tasks.formats import recognise
from tasks.formats.forms import form_of
from tasks.resolvers.findings import Findings, extract_all
from warehouse.records import Article

ARTICLE_COLUMNS = (
    "publication",
    "volume",
    "issue",
    "headline",
    "byline",
    "trailing_headline",
    "published_on",
    "published_on_low",
    "published_on_high",
    "published_on_basis",
    "language",
)

USAGE_ERROR = 2
"""Exit code of a command that was called wrongly, as of any Unix command."""

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOST_BYTES_AT_ONCE = 1 << 20
"""Read from standard input at once: some hundreds of articles."""

HALF_SURROGATE_PAIR = re.compile("[\ud800-\udfff]")


class InputLineError(ValueError):
    """A line that cannot be answered: the message says what is wrong with it, `line_id` is its id if it has one."""

    def __init__(self, message: str, *, line_id: object = None) -> None:
        """Keep the id beside the message."""
        super().__init__(message)
        self.line_id = line_id


class Answer(NamedTuple):
    """A line of output, and whether it tells of an error."""

    line: str
    is_error: bool = False


def filter_lines(*, only: str | None = None) -> int:
    """Answer every JSON line of standard input with one on standard output, in order; return the exit code.

    It is 1 where there were lines and none could be answered; how many could not is said on standard error. Exits with
    code 2 where `only` names no table; ends quietly where nobody reads the answers any more.
    """
    names = table_names(only)
    count = error_count = 0
    try:
        for lines in arrivals(cast("BufferedReader", sys.stdin.buffer)):
            for given in answers(lines, only=names):
                count, error_count = count + 1, error_count + given.is_error
                sys.stdout.buffer.write(given.line.encode("utf-8") + b"\n")
                sys.stdout.buffer.flush()  # a program that asks line by line waits for each answer
    except BrokenPipeError:
        # What is still buffered goes nowhere; otherwise Python would complain about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error_count:
        sys.stderr.write(f"newsledger extract: {error_count:,} of {count:,} lines were not read; see their `error`\n")
    return FAILED if count and error_count == count else DONE


def table_names(only: str | None) -> frozenset[str]:
    """Return the tables named in `only`, separated by commas; all of them where it is empty."""
    names = frozenset(name.strip() for name in (only or "").split(",") if name.strip())
    unknown = sorted(names - set(EXTRACTORS))
    if unknown:
        sys.stderr.write(f"newsledger extract: no table {', '.join(unknown)}; there are {', '.join(EXTRACTORS)}\n")
        raise SystemExit(USAGE_ERROR)
    return names or frozenset(EXTRACTORS)


def arrivals(stream: BufferedReader) -> Iterator[list[bytes]]:
    """Yield the lines that have arrived whole, as many at a time as there are; wait only where there is none."""
    pieces: list[bytes] = []
    while piece := stream.read1(MOST_BYTES_AT_ONCE):
        head, newline, rest = piece.rpartition(b"\n")
        if newline:
            yield b"".join([*pieces, head]).split(b"\n")
            pieces = [rest]
        else:
            pieces.append(piece)
    yield [b"".join(pieces)]


def answers(lines: Iterable[bytes], *, only: frozenset[str]) -> Iterator[Answer]:
    """Yield the answer to each line that is not blank; one that cannot be answered is given its error."""
    questions = [read_question(line) for line in lines if line.strip()]
    found = extract_all((question for question in questions if isinstance(question, Article)), only=only)
    for question in questions:
        if isinstance(question, InputLineError):
            yield error_answer(question.line_id, str(question))
        else:
            yield answer(question.article_id, next(found), only=only)


def read_question(line: bytes) -> Article | InputLineError:
    """Read a line of input as an article, or return what is wrong with it."""
    try:
        return read_article(line)
    except InputLineError as error:
        return error


def read_article(line: bytes) -> Article:
    """Read a line of input as an article whose key is the line's id, or raise `InputLineError`."""
    asked = read_json_object(line)
    line_id = asked.get("id")
    if not isinstance(line_id, str):
        raise InputLineError("`id` must be a string", line_id=line_id if isinstance(line_id, int) else None)
    text = asked.get("text")
    if not isinstance(text, str):
        raise InputLineError("`text` must be a string", line_id=line_id)
    if HALF_SURROGATE_PAIR.search(line_id + text):
        raise InputLineError("`id` or `text` holds half of a surrogate pair, which is no character", line_id=line_id)
    if found := form_of(text.encode("utf-8")):
        _, form = found
        raise InputLineError(f"`text` is {form.says}, not prose: see `newsledger ingest`", line_id=line_id)
    published_on = read_date(asked.get("published_on"), line_id=line_id)
    return recognise(text, article_id=line_id, published_on=published_on)


def read_json_object(line: bytes) -> dict[str, object]:
    """Parse a line that must hold one JSON object in UTF-8."""
    try:
        asked = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputLineError(f"the line is not UTF-8: {error.reason} at byte {error.start}") from error
    except RecursionError as error:
        raise InputLineError("the line is JSON nested too deeply") from error
    except ValueError as error:  # JSONDecodeError, and a number of more digits than Python reads
        raise InputLineError(f"the line is not JSON: {error}") from error
    if not isinstance(asked, dict):
        raise InputLineError("the line is not a JSON object")
    return asked


def read_date(value: object, *, line_id: str) -> date | None:
    """Read the day of publication; null is none."""
    if value is None:
        return None
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise InputLineError(f"`published_on` {value!r} does not exist: {error}", line_id=line_id) from error
    raise InputLineError('`published_on` must be null or a date such as "1998-10-22"', line_id=line_id)


def error_answer(line_id: object, error: str) -> Answer:
    """Write as JSON why a line has no other answer."""
    return Answer(json.dumps({"id": line_id, "error": error}), is_error=True)


def answer(line_id: str, found: Findings | Exception, *, only: frozenset[str]) -> Answer:
    """Write as JSON what was found in an article; rows that an extractor refused are left out."""
    if isinstance(found, Exception):
        error = (
            f"an extractor could not take the text, which is a fault of Newsledger ({type(found).__name__}: {found})"
        )
        return error_answer(line_id, error)
    tables = {name: [fact.as_row() for fact in facts] for name, facts in found.facts.items() if name in only}
    article = {name: getattr(found.article, name) for name in ARTICLE_COLUMNS}
    return Answer(json.dumps({"id": line_id, "article": article, **tables}, default=plain, ensure_ascii=False))


def plain(value: object) -> object:
    """Turn what JSON does not know into what it does: dates into ISO text, decimals into numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} of type {type(value).__name__} has no form in JSON")

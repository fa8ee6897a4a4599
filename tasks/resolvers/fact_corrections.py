"""A user's corrections of facts: right values, what is no fact, and what was looked at and is right. They win.

What the extractors found stays stored as it was found; the corrections stand beside it, and readers see the right
value. So they hold whatever is extracted again, by whatever version, as long as the text says what they name.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from tasks.resolvers.entities.corrections import CONFIRM, CORRECT, FACT_ACTIONS, HIDE, Correction
from warehouse.records import (
    Anaphor,
    AppliedCorrection,
    Article,
    Citation,
    CorrectedValue,
    CrossReference,
    DateExpression,
    Fact,
    Figure,
    Quotation,
)

LARGEST = Decimal(10) ** 29
"""What a column of exact values, DECIMAL(38,9), has room for."""


def decimal_of(value: str) -> str:
    """Return a number as it is compared; raise ValueError for what is none, or has more digits than are kept."""
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        raise ValueError(f"{value!r} is no number such as 6120000000 or 2.5") from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(number) >= LARGEST or exponent < -9:
        raise ValueError(f"{value!r} has more digits than the ledger keeps: 29 before the point and 9 after it")
    return f"{number:f}"


def day_of(value: str) -> str:
    """Return a day; raise ValueError for what is none."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError(f"{value!r} is no day such as 1998-10-21") from None


def text_of(value: str) -> str:
    """Return a text as it is."""
    return value


def one_of(*allowed: str) -> Callable[[str], str]:
    """Return what reads a value that must be one of several."""

    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
        return value

    return read


Reader = Callable[[str], str]

COLUMNS: Mapping[str, tuple[type[Fact] | type[Article], Mapping[str, Reader]]] = {
    "figure": (
        Figure,
        {
            "value": decimal_of,
            "value_high": decimal_of,
            "unit": text_of,
            "per": text_of,
            "direction": one_of("up", "down"),
            "status": one_of("actual", "target", "estimate", "forecast", "hypothetical", "claim"),
            "period_start_on": day_of,
            "period_end_on": day_of,
            "speaker": text_of,
        },
    ),
    "date": (DateExpression, {"start_on": day_of, "end_on": day_of}),
    "quotation": (Quotation, {"speaker": text_of, "speaker_kind": one_of("named", "unnamed", "organization")}),
    "article": (Article, {"published_on": day_of}),
}
"""By kind the table concerned, and how the right value of each of its columns is read."""

NEVER_EMPTY = frozenset({"value", "published_on"})
"""Columns that have a value in every row: nobody can correct it to none."""

RECORDS: Mapping[str, type[Fact] | type[Article]] = {
    **{kind: record for kind, (record, _) in COLUMNS.items()},
    "citation": Citation,
    "cross reference": CrossReference,
    "anaphor": Anaphor,
}
"""By kind the table of the facts that can be corrected, hidden or confirmed; an article can be corrected alone."""

JUDGEMENTS: Mapping[str, str] = {HIDE: "is_hidden", CONFIRM: "is_confirmed"}
"""By an action on a whole fact the name under which it stands among the corrected values."""

Rows = Callable[[type[Fact] | type[Article], frozenset[str]], Iterable[Fact | Article]]
"""Finds the stored rows of a table that belong to some articles."""


def check_correction(correction: Correction) -> Correction:
    """Return a correction of a fact as it is compared; raise ValueError, with what is allowed, for a wrong one."""
    kinds = [kind for kind in RECORDS if kind != "article"] if correction.action in JUDGEMENTS else list(COLUMNS)
    if correction.kind not in kinds:
        raise ValueError(f"kind {correction.kind!r} is none of {', '.join(kinds)}")
    if not correction.article_id:
        raise ValueError("article_id is needed: `newsledger show` prints an article's key")
    if (correction.kind == "article") == bool(correction.name):
        raise ValueError("name holds the fact's text as the article has it; of an article it stays empty")
    if correction.start_char and not correction.start_char.isdecimal():
        raise ValueError(f"start_char {correction.start_char!r} is no offset such as 231")
    if correction.action in JUDGEMENTS:
        if correction.column or correction.value:
            raise ValueError(f"{correction.action} concerns the whole fact: column and value stay empty")
        return correction
    readers = COLUMNS[correction.kind][1]
    if correction.column not in readers:
        raise ValueError(f"column {correction.column!r} of a {correction.kind} is none of {', '.join(readers)}")
    if not correction.value:
        if correction.column in NEVER_EMPTY:
            raise ValueError(f"{correction.column} needs a value")
        return correction
    return correction.with_value(readers[correction.column](correction.value))


def is_instead_of(correction: Correction, other: Correction) -> bool:
    """Tell whether a correction takes the place of another one: both say something of one value, or judge one fact."""
    about = ("kind", "name", "article_id", "start_char")
    if any(getattr(correction, name) != getattr(other, name) for name in about):
        return False
    if not {correction.action, other.action} & {*FACT_ACTIONS}:
        return True
    if correction.action in JUDGEMENTS:
        return other.action in JUDGEMENTS
    return (correction.action, correction.column) == (other.action, other.column)


def corrected_days(corrections: Iterable[Correction]) -> dict[str, date]:
    """Return the days of publication that are corrected, by article."""
    return {
        each.article_id: date.fromisoformat(each.value)
        for each in corrections
        if each.action == CORRECT and each.kind == "article"
    }


def corrected_values(
    corrections: Sequence[Correction], rows: Rows, *, counts: Counter[Correction]
) -> Iterator[CorrectedValue]:
    """Yield the values that corrections replace among stored rows, and count the rows that each concerns.

    A row that is hidden or confirmed has that as a value, `true`. Of two corrections of one value the later one counts.
    """
    by_kind: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        if correction.action in FACT_ACTIONS:
            by_kind[correction.kind].append(correction)
    for kind, wanted in by_kind.items():
        record = RECORDS[kind]
        found: dict[tuple[str, str], CorrectedValue] = {}
        by_article: dict[str, list[Fact | Article]] = defaultdict(list)
        for row in rows(record, frozenset(each.article_id for each in wanted)):
            by_article[row.article_id].append(row)
        for correction in wanted:
            for row in by_article[correction.article_id]:
                if concerns(correction, row):
                    counts[correction] += 1
                    value = value_for(correction, row, record)
                    found[value.row_key, value.column_name] = value
        yield from found.values()


def concerns(correction: Correction, row: Fact | Article) -> bool:
    """Tell whether a correction means a row of its article: by its text and, where given, its place."""
    if isinstance(row, Article):
        return True
    is_text = " ".join(row.text.split()) == " ".join(correction.name.split())
    return is_text and correction.start_char in ("", str(row.start_char))


def value_for(correction: Correction, row: Fact | Article, record: type[Fact] | type[Article]) -> CorrectedValue:
    """Say what a row's value is replaced by."""
    return CorrectedValue(
        table_name=record.table,
        row_key=row.article_id if isinstance(row, Article) else row.key,
        column_name=JUDGEMENTS.get(correction.action, correction.column),
        value="true" if correction.action in JUDGEMENTS else correction.value or None,
        correction_id=applied(correction, count=0).key,
    )


def applied(correction: Correction, *, count: int) -> AppliedCorrection:
    """Put down a correction with the number of mentions or facts that it concerned."""
    return AppliedCorrection(
        action=correction.action,
        kind=correction.kind,
        name=correction.name,
        value=correction.value or None,
        article_id=correction.article_id or None,
        mention_count=count,
        column_name=correction.column or None,
        start_char=int(correction.start_char) if correction.start_char else None,
    )

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.ledger_rows import STAMP, make_article, make_facts, make_run
from warehouse.folder.errors import RowError
from warehouse.ledger.schemas import ARROW_TYPES, arrow_schema, column_types, to_arrow
from warehouse.records import TABLES, Article, Figure, Record, Run, Stamp, columns, stamped

ARTICLE = make_article(1)
MENTION, FIGURE, *_ = make_facts(ARTICLE)


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_arrow_schema_describes_every_column_and_the_table(record: type[Record]) -> None:
    schema = arrow_schema(record)
    assert schema.names == [name for name, _, _ in columns(record)]
    assert all(field.metadata[b"description"] for field in schema)
    assert schema.metadata[b"description"].decode().startswith("One row per ")
    assert {field.name for field in schema if field.nullable} == {
        name for name, (_, is_nullable) in column_types(record).items() if is_nullable
    }


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_arrow_schema_needs_no_quoting(record: type[Record]) -> None:
    with duckdb.connect() as connection:
        keywords = {
            word
            for (word,) in connection.execute(
                "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'type_function')"
            ).fetchall()
        }
    names = [record.table, *arrow_schema(record).names]
    assert not keywords.intersection(names)
    assert all(name == name.lower() and name.replace("_", "a").isalnum() for name in names)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("figure_id", pa.field("figure_id", pa.string(), nullable=False)),
        ("start_char", pa.field("start_char", pa.int64(), nullable=False)),
        ("value", pa.field("value", pa.decimal128(38, 9), nullable=False)),
        ("value_high", pa.field("value_high", pa.decimal128(38, 9))),
        ("period_start_on", pa.field("period_start_on", pa.date32())),
        ("run_id", pa.field("run_id", pa.string(), nullable=False)),
    ],
)
def test_arrow_schema_derives_type_and_nullability(name: str, expected: pa.Field) -> None:
    assert arrow_schema(Figure).field(name).equals(expected)


def test_arrow_schema_keeps_moments_in_utc() -> None:
    assert arrow_schema(Run).field("started_at").type == pa.timestamp("us", tz="UTC")


def test_to_arrow_keeps_every_value() -> None:
    rows = [stamped(FIGURE, STAMP), {**stamped(FIGURE, STAMP), "value_high": Decimal("7.000000001")}]
    assert to_arrow(Figure, rows).to_pylist() == rows


def test_to_arrow_of_nothing_is_empty_but_typed() -> None:
    assert to_arrow(Figure, iter(())).schema.equals(arrow_schema(Figure))


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("rule", None, "must have a value"),
        ("value", Decimal("0.0000000001"), "does not fit"),  # ten decimals in a scale of nine
        ("value", Decimal("1E+30"), "does not fit"),
        ("value", Decimal("NaN"), "does not fit"),
        ("value", 6.5, "of type float, not Decimal"),
        ("value", 6, "of type int, not Decimal"),
        ("start_char", "3", "of type str, not int"),
        ("start_char", True, "of type bool, not int"),  # Arrow would store 1
        ("start_char", 2**63, "does not fit"),
        ("text", b"US$5", "of type bytes, not str"),  # Arrow would decode it
        ("text", "\ud800", "does not fit"),  # half of a surrogate pair is no character
        ("period_start_on", datetime(1999, 1, 1, tzinfo=UTC), "of type datetime, not date"),  # Arrow would cut it
        ("period_start_on", "1999-01-01", "of type str, not date"),
    ],
)
def test_to_arrow_refuses_a_misfit_by_name(column: str, value: object, reason: str) -> None:
    good = stamped(FIGURE, STAMP)
    with pytest.raises(RowError, match=rf"^figures\.{column}, row 1: .*{reason}") as caught:
        to_arrow(Figure, [good, {**good, column: value}])
    assert (caught.value.table, caught.value.column, caught.value.row) == ("figures", column, 1)


def test_to_arrow_refuses_a_moment_without_time_zone() -> None:
    row = {**make_run("r").as_row(), "started_at": datetime(2026, 1, 1)}  # noqa: DTZ001 - the very thing refused
    with pytest.raises(RowError, match="has no time zone"):
        to_arrow(Run, [row])


def test_to_arrow_turns_moments_into_utc() -> None:
    moment = datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=3)))
    (row,) = to_arrow(Run, [{**make_run("r").as_row(), "started_at": moment}]).to_pylist()
    assert row["started_at"] == moment
    assert row["started_at"].date() == date(2025, 12, 31)


def test_to_arrow_refuses_an_unknown_column() -> None:
    with pytest.raises(RowError, match=r"figures\.colour, row 0: the table has no such column"):
        to_arrow(Figure, [{**stamped(FIGURE, STAMP), "colour": "red"}])


def test_to_arrow_refuses_a_missing_column() -> None:
    row = stamped(FIGURE, STAMP)
    del row["hedge"]  # nullable: Arrow would fill it with null
    with pytest.raises(RowError, match=r"figures\.hedge, row 0: the row lacks this column"):
        to_arrow(Figure, [row])


def test_to_arrow_wants_the_stamp_of_articles() -> None:
    with pytest.raises(RowError, match=r"articles\.extractor_version, row 0"):
        to_arrow(Article, [ARTICLE.as_row()])


def test_column_types_knows_every_type_that_a_record_has() -> None:
    kinds = {kind for record in (*TABLES, Stamp) if record is not Stamp for kind, _ in column_types(record).values()}
    assert kinds <= ARROW_TYPES.keys()


ANY_TEXT = st.text(st.characters(exclude_categories=()))  # halves of surrogate pairs too


@given(value=st.decimals(allow_nan=False, places=9, min_value=-(10**28), max_value=10**28), text=ANY_TEXT)
@settings(deadline=None, max_examples=100)
def test_to_arrow_keeps_any_value_or_refuses_it(value: Decimal, text: str) -> None:
    row = {**stamped(FIGURE, STAMP), "value": value, "measure": text}
    try:
        (back,) = to_arrow(Figure, [row]).to_pylist()
    except RowError:
        assert any("\ud800" <= character <= "\udfff" for character in text)
    else:
        assert back == row

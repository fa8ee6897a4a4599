"""JSON of every kind of value that a query can give."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from warehouse.folder.errors import QueryError
from warehouse.reading.json_text import json_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("123456789012345678901.123456789"), "123456789012345678901.123456789"),  # 30 digits
        (Decimal("-0.000000001"), "-0.000000001"),  # str() would write -1E-9
        (Decimal("1E+20"), "100000000000000000000"),
        (Decimal(10), "10"),
        (2**70, "1180591620717411303424"),
        (0.1, "0.1"),
        (True, "true"),
        (None, "null"),
        ('“quoted” "so"\n', '"“quoted” \\"so\\"\\n"'),
        (date(1998, 10, 23), '"1998-10-23"'),
        (datetime(1998, 10, 23, 12, 30, tzinfo=UTC), '"1998-10-23T12:30:00+00:00"'),
        (timedelta(days=1), '"1 day, 0:00:00"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (b"\x00\xff", '"00ff"'),
        ([Decimal("0.5"), None], "[0.5, null]"),
        ({"value": Decimal("0.5"), 1: ()}, '{"value": 0.5, "1": []}'),
    ],
)
def test_json_text_writes_every_value(value: object, text: str) -> None:
    assert json_text(value) == text


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), object()])
def test_json_text_refuses_what_json_has_no_form_for(value: object) -> None:
    with pytest.raises(QueryError, match="Cast the column to VARCHAR"):
        json_text([value])

"""JSON in which numbers are exact: decimals are written from their digits, never through a binary float."""

import json
import math
from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

from warehouse.folder.errors import QueryError


def json_text(value: object) -> str:
    """Write a value of DuckDB's as JSON on one line; raise `QueryError` for what has no form there.

    A decimal becomes a number of the same digits, which JSON allows in any length: `12345678901234567890.5`. Times
    become ISO text, bytes hexadecimal text.
    """
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json_text(str(name))}: {json_text(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(json_text, value)) + "]"
    return json.dumps(known_to_json(value), ensure_ascii=False)


def known_to_json(value: object) -> str | int | float | None:
    """Turn a single value that is no decimal into what JSON knows."""
    is_finite = not isinstance(value, float) or math.isfinite(value)
    if value is None or (isinstance(value, str | int | float) and is_finite):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    if isinstance(value, timedelta | UUID):
        return str(value)
    raise QueryError(f"{value!r} of type {type(value).__name__} has no form in JSON. Cast the column to VARCHAR.")

"""What a proof finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that is not what it should be; `key` and `column` are empty where a table as a whole is at fault."""

    table: str
    key: str
    column: str
    reason: str

"""What was refused, for the command line: filtered, one by one, or counted by reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warehouse.catalogue.reader import reading
from warehouse.folder import layout
from warehouse.folder.errors import QueryError
from warehouse.reading.query import QueryResult, dictionaries
from warehouse.records import Rejection

COLUMNS = (
    *("rejection_id", "stage", "rule", "source", "reason", "repair", "start_char", "excerpt", "mark_start", "mark_end"),
    *("table_name", "may_be_accepted", "run_id", "try_count", "article_id"),
)
SHORTEST_KEY = 4
"""Characters of a key that are asked for at least: with fewer, nobody knows which one is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionFilter:
    """Which rejections are asked for; what is null does not restrict.

    `source` is a glob, such as `1999/*.txt`; `since` the run that refused them first, or a later one did.
    """

    rule: str | None = None
    source: str | None = None
    since: str | None = None

    def condition(self) -> tuple[str, dict[str, object]]:
        """Write the filter as a condition of SQL and its parameters."""
        asked = {"rule": self.rule, "source": self.source, "since": self.since}
        written = {"rule": "rule = $rule", "source": "source GLOB $source", "since": "run_id >= $since"}
        tests = [written[name] for name, value in asked.items() if value]
        return " AND ".join(tests) or "true", {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionCard:
    """One rejection: its row, where the bytes of its file are kept, and how many more fell to the same rule."""

    rejection: Mapping[str, object]
    kept_bytes: Path | None
    others_of_rule: int


def rejected(folder: Path, asked: RejectionFilter, *, limit: int) -> tuple[QueryResult, int]:
    """Return at most `limit` rejections in the order of their files, and how many there are.

    Raises QueryError where there are rejections, but none of the rule or source asked for.
    """
    condition, parameters = asked.condition()
    with reading(folder) as connection:
        query = (
            f"FROM {Rejection.table} SELECT {', '.join(COLUMNS)} WHERE {condition} ORDER BY source, start_char, rule"
        )
        found = dictionaries(connection, query, parameters)
        if not found and parameters:
            raise none_of(dictionaries(connection, f"FROM {Rejection.table} SELECT DISTINCT rule", {}))
    rows = (tuple(row.values()) for row in found[:limit])
    return QueryResult(columns=COLUMNS, rows=rows), len(found)


def none_of(known: list[dict[str, object]]) -> QueryError:
    """Build the error for a filter that leaves nothing."""
    if not known:
        return QueryError("Nothing was rejected.")
    rules = "; ".join(sorted(str(row["rule"]) for row in known))
    return QueryError(f"No rejection is like that. The rules that there are: {rules}.")


def rejection_card(folder: Path, wanted: str) -> RejectionCard:
    """Find the rejection of this key or start of a key; raise `QueryError` for none or several."""
    with reading(folder) as connection:
        query = f"FROM {Rejection.table} WHERE starts_with(rejection_id, ?) ORDER BY rejection_id LIMIT 2"
        found = dictionaries(connection, query, [wanted]) if len(wanted) >= SHORTEST_KEY else []
        if len(found) != 1:
            meant = "More than one rejection's key begins" if found else "No rejection's key begins"
            raise QueryError(f"{meant} with {wanted!r}. `newsledger rejected` lists them with their keys.")
        rule = "SELECT count(*) AS others WHERE rule = ? AND rejection_id <> ?"
        (counted,) = dictionaries(
            connection, f"FROM {Rejection.table} {rule}", [found[0]["rule"], found[0]["rejection_id"]]
        )
    kept = folder / layout.REJECTED / str(found[0]["content_sha256"])
    return RejectionCard(
        rejection=found[0], kept_bytes=kept if kept.is_file() else None, others_of_rule=int(str(counted["others"]))
    )

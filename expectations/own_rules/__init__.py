"""The user's own checks: `rules.toml` beside the warehouse, read into expectations of Great Expectations.

A rule names a table, an expectation, its parameters and a severity; a wrong one is refused with its line and a remedy.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from great_expectations.exceptions import ExpectationNotFoundError
from great_expectations.expectations import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.registry import get_expectation_impl, list_registered_expectation_implementations
from pydantic.v1 import ValidationError
from rapidfuzz.process import extract

from expectations.demands import because
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError
from warehouse.records import ARTICLE_TABLES, CORPUS_TABLES, MARTS, RUN_TABLES, columns
from warehouse.views.relations import ledger_meanings, mart_meanings

KEYS = {"table", "expectation", "parameters", "severity", "reason", "repair"}
SEVERITIES = ("info", "warning")
"""What a rule of the user's may be: a critical failure stops a run, which is for our own mistakes."""

HEADING = re.compile(r"^\s*\[\[\s*rules\s*\]\]")
OF_ARTICLES = frozenset(record.table for record in ARTICLE_TABLES)
ELSEWHERE = {record.table: record for record in (*CORPUS_TABLES, *RUN_TABLES)}
REPAIR = "Look at the row; it was refused by a rule of your own, in `rules.toml`."


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """A rule of the user's: the table checked, and what is demanded of it."""

    table: str
    expectation: Expectation


class RuleError(ValueError):
    """A rule that cannot be used; the message says why and what is allowed."""


def read_own_rules(warehouse: Path) -> tuple[OwnRule, ...]:
    """Read the user's rules of a warehouse; without a file there are none.

    Raises ConfigurationError, which names the line, for what is no TOML or no rule.
    """
    path = warehouse / layout.RULES
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8")
        written = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not TOML: {error}") from error
    others = written.keys() - {"rules"}
    rules = written.get("rules", [])
    if others or not isinstance(rules, list):
        raise ConfigurationError(f"{path}: {', '.join(sorted(others)) or 'rules'}: write each rule below [[rules]]")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if HEADING.match(line)]
    return tuple(read_each(path, rules, lines))


def read_each(path: Path, rules: list[Any], lines: list[int]) -> Iterator[OwnRule]:
    """Read the rules one by one, given the lines on which they begin."""
    for place, rule in enumerate(rules):
        where = f"{path}, line {lines[place]}" if place < len(lines) else str(path)
        try:
            yield read_rule(rule, where=where)
        except RuleError as error:
            raise ConfigurationError(f"{where}: {error}") from error


def read_rule(rule: object, *, where: str) -> OwnRule:
    """Read one rule, given where it stands; raise RuleError where it cannot be used."""
    if not isinstance(rule, Mapping):
        raise RuleError("a rule has a table, an expectation and parameters")
    unknown = rule.keys() - KEYS
    if unknown:
        raise RuleError(f"{', '.join(sorted(unknown))}: a rule has {', '.join(sorted(KEYS))} only")
    table, name = str(rule.get("table", "")), str(rule.get("expectation", ""))
    known = columns_of(table)
    parameters, severity = rule.get("parameters", {}), rule.get("severity", "warning")
    if severity not in SEVERITIES:
        raise RuleError(f"severity {severity!r} is none of {', '.join(SEVERITIES)}")
    if not isinstance(parameters, Mapping):
        raise RuleError('parameters are a table of TOML, such as parameters = { column = "unit" }')
    for key, value in parameters.items():
        if key.startswith("column") and isinstance(value, str) and value not in known:
            raise RuleError(f"{table} has no column {value!r}{suggestion(value, known)}")
    reason = str(rule.get("reason") or f"a rule of your own, {name}, does not hold")
    meta = {**because(reason, repair=str(rule.get("repair") or REPAIR)), "where": where}
    return OwnRule(table=table, expectation=built(name, dict(parameters), severity=severity, meta=meta))


def columns_of(table: str) -> set[str]:
    """Return the columns that a rule may name of a table; raise RuleError where there is no such table."""
    if table in OF_ARTICLES:
        (record,) = (record for record in ARTICLE_TABLES if record.table == table)
        stored = {name: kind for name, kind, _ in columns(record)}
        doubles = {f"{name}_double" for name in ("value", "value_high") if name in stored}
        return {*stored, *doubles, *({"body"} if table == "articles" else ())}
    if table in ELSEWHERE:
        return set(ledger_meanings(table))
    mart = table.removeprefix("marts.")
    if table != mart and mart in MARTS:
        return set(mart_meanings(mart))
    tables = {*OF_ARTICLES, *ELSEWHERE, *(f"marts.{name}" for name in MARTS)}
    raise RuleError(f"there is no table {table!r}{suggestion(table, tables)}")


def built(name: str, parameters: dict[str, Any], *, severity: str, meta: dict[str, object]) -> Expectation:
    """Make an expectation; raise RuleError where there is none of that name, or its parameters are wrong."""
    try:
        kind = get_expectation_impl(name)
    except ExpectationNotFoundError:
        known = list_registered_expectation_implementations()
        raise RuleError(f"there is no expectation {name!r}{suggestion(name, set(known))}") from None
    try:
        expectation: Expectation = kind(**parameters, severity=FailureSeverity(severity), meta=meta)
    except (ValidationError, TypeError) as error:
        raise RuleError(f"{name}: {in_a_line(error)}") from error
    return expectation


def in_a_line(error: Exception) -> str:
    """Say which parameter is wrong and how."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    return str(error)


def suggestion(wanted: str, known: set[str]) -> str:
    """Name what may have been meant: `; did you mean 'unit', 'unit_candidates'?`."""
    near = [name for name, _, _ in extract(wanted, sorted(known), limit=3, score_cutoff=60)]
    return f"; did you mean {', '.join(map(repr, near))}?" if near else f"; there are {', '.join(sorted(known)[:40])}"

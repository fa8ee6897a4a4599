"""The time zone written behind a clock's time: `Moscow time`, `GMT`, `EST`, `(UTC+3)`, `local time`."""

import csv
import re
from functools import cache
from pathlib import Path


@cache
def time_zones() -> dict[str, str]:
    """Read `time_zones.csv`, once: the zone of each name."""
    with Path(__file__).with_name("time_zones.csv").open(encoding="utf-8", newline="") as rows:
        return {row["written"]: row["zone"] for row in csv.DictReader(rows)}


AMBIGUOUS = frozenset({"AST", "CST", "IST", "MST"})
"""Abbreviations that stand for several zones."""

NAMES = "|".join(re.escape(name) for name in sorted({*time_zones(), *AMBIGUOUS}) if " " not in name)
SHORT = rf"(?:(?:GMT|UTC)\s?[+-]\s?\d{{1,2}}(?!\d)|{NAMES})(?!\w)"
IN_WORDS = r"(?:[Uu]niversal|(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+|Greenwich\s[Mm]ean|[Ll]ocal)\s+[Tt]ime\b"
ZONE_NAME = rf"(?:{SHORT}|{IN_WORDS})"
ZONE = rf"(?:(?:\s*,\s*|\s*)(?P<zone>{ZONE_NAME})|\s*\((?P<zone_within>{ZONE_NAME})\))"
"""What may follow a time of day; `Ulan Bator time` is one too, though it is not known which."""

OFFSET = re.compile(r"(?:GMT|UTC)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})")
FARTHEST = 14
"""Hours between UTC and the zone that is farthest from it, that of the Line Islands."""


def zone_of(match: re.Match[str]) -> str | None:
    """Return the zone that a match of `ZONE` names, as the IANA does or as an offset; None for an unknown or none.

    Those that are `AMBIGUOUS` are none.
    """
    written = " ".join((match["zone"] or match["zone_within"] or "").split())
    offset = OFFSET.fullmatch(written)
    if offset is None:
        return time_zones().get(written)
    hours = int(offset["hours"])
    return f"UTC{offset['sign']}{hours:02}:00" if hours <= FARTHEST else None

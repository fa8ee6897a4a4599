"""How values are written on a page."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

THIN_SPACE = "\u202f"
MINUS = "\u2212"
SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def number(value: object, digits: int | None = None) -> str:
    """Write a number for reading, in so many digits if that is said: large ones as `6.12 billion`; nothing for null."""
    if value is None:
        return ""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    exact = exact if digits is None else Decimal(f"{exact:.{digits}g}")
    for scale, name in SCALES:
        if abs(exact) >= scale:
            return f"{plain(exact / scale)}{THIN_SPACE}{name}"
    return plain(exact)


def plain(value: Decimal) -> str:
    """Write a number with at most four places, thousands parted by commas."""
    rounded = round(value, 4)
    written = f"{abs(rounded):,f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return f"{MINUS if rounded < 0 else ''}{written}"


def amount(value: object, unit: object, per: object = None) -> str:
    """Write an amount with its unit: `6.12 billion USD`, `4 percent`, `190 RUB per month`."""
    unit_words = "" if unit is None else f" {unit}"
    return f"{number(value)}{unit_words}{f' per {per}' if per else ''}"


def stated(figure: Mapping[str, object]) -> str:
    """Write what a figure says with its direction: `up 10 percent`, `5–7 billion USD per year`."""
    high = figure["value_high"]
    range_words = number(figure["value"]) + ("" if high is None else f"–{number(high)}")
    words = (range_words, figure["unit"], figure["per"] and f"per {figure['per']}")
    return with_direction(" ".join(str(word) for word in words if word), figure)


def directed(figure: Mapping[str, object]) -> str:
    """Write a figure as its text has it, with its direction: `up 10 percent`."""
    return with_direction(str(figure["text"]), figure)


def with_direction(words: str, figure: Mapping[str, object]) -> str:
    """Write a direction before the size of a change, and behind the level that one led to: `1.3 million tonnes, up`."""
    direction, is_level = figure["direction"], figure["is_change"] is False
    return words if not direction else f"{words}, {direction}" if is_level else f"{direction} {words}"


def days(first: object, last: object) -> str:
    """Write a stretch of days as short as it can be: a year, a month, a day, or from and to."""
    if not isinstance(first, date) or not isinstance(last, date):
        return "" if first is None else str(first)
    if first == last:
        return f"{first:%B} {first.day}, {first.year}"
    next_day = date.fromordinal(last.toordinal() + 1)
    if first.day == 1 and next_day.day == 1:
        if (first.month, next_day.month) == (1, 1):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B %Y}"
    return f"{first} to {last}"


def percent(share: object) -> str:
    """Write a share as whole percent: `12%`."""
    return "" if share is None else f"{abs(float(str(share))) * 100:.0f}%"


def titled(name: str) -> str:
    """Write a column's name as a heading."""
    return name.removesuffix("_id").replace("_on", "").replace("_", " ").strip()

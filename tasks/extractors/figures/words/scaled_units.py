"""Abbreviations that state a scale and a unit at once, or a rate: `bcm`, `mtoe`, `bpd`, `b/d`."""

from dataclasses import dataclass
from functools import cache

from tasks.extractors.figures.words.units import rows_of, split_form


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaledUnit:
    """The unit, what it is stated per, and by which power of ten the number before it is multiplied."""

    name: str
    per: str | None
    power_of_ten: int


@cache
def scaled_units() -> dict[str, list[tuple[tuple[str, ...], ScaledUnit]]]:
    """Return the abbreviations by their first token in small letters, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], ScaledUnit]]] = {}
    for row in rows_of("scaled_units.csv"):
        unit = ScaledUnit(name=row["unit"], per=row["per"] or None, power_of_ten=int(row["power_of_ten"]))
        parts = split_form(row["form"])
        found.setdefault(parts[0], []).append((parts, unit))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form[0]))
    return found

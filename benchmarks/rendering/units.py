"""The signs, names and units that random figures are written with, and what each of them means."""

import random
from dataclasses import dataclass
from decimal import Decimal

DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", " - ", " \u2013 ")
MINUSES = ("-", "\u2212", "\u2013", "minus ")
SIGNS = {
    "$": "USD", "US$": "USD", "US $": "USD", "U.S.$": "USD", "USD ": "USD", "£": "GBP", "GBP ": "GBP", "€": "EUR",
    "EUR ": "EUR", "C$": "CAD", "A$": "AUD", "HK$": "HKD", "NZ$": "NZD", "DM ": "DEM", "DM": "DEM", "FFr": "FRF",
    "FFr ": "FRF", "SFr": "CHF", "SFr ": "CHF", "CHF ": "CHF", "FIM ": "FIM", "BFr": "BEF", "SKr": "SEK", "NKr": "NOK",
    "DKr": "DKK", "Pta": "ESP", "ECU ": "XEU", "₽": "RUB", "¥": None, "Rbs": "RUB",
}  # fmt: skip
"""What stands before an amount, and the currency that it means on a day unknown; of the yen's sign there are two."""
NAMES = {
    "dollars": "USD", "U.S. dollars": "USD", "US dollars": "USD", "Canadian dollars": "CAD", "euros": "EUR",
    "Swiss francs": "CHF", "French francs": "FRF", "Belgian francs": "BEF", "German marks": "DEM",
    "Finnish marks": "FIM", "deutsche marks": "DEM", "yen": "JPY", "hryvnias": "UAH", "rubles": "RUB", "USD": "USD",
    "Polish zlotys": "PLN", "pounds sterling": "GBP", "British pounds": "GBP", "Czech crowns": "CZK",
    "Slovak crowns": "SKK", "forints": "HUF", "Italian lire": "ITL", "Austrian schillings": "ATS",
    "Dutch guilders": "NLG", "Spanish pesetas": "ESP", "Greek drachmas": "GRD", "Kazakh tenge": "KZT",
}  # fmt: skip
MINOR_UNITS = {"cents": "USD", "kopecks": "RUB", "pence": "GBP", "pfennigs": "DEM"}
UNITS = {
    "tons": "ton", "metric tons": "metric ton", "kilometers": "kilometer", "km": "kilometer", "barrels": "barrel",
    "hectares": "hectare", "kg": "kilogram", "square kilometers": "square kilometer", "megawatts": "megawatt",
    "miles": "mile", "cubic meters": "cubic meter", "liters": "liter", "acres": "acre", "years": "year",
    "hours": "hour", "days": "day", "weeks": "week",
}  # fmt: skip
NOUNS = {
    "soldiers": "soldier", "refugees": "refugee", "new factories": "factory", "Russian miners": "miner",
    "deputies": "deputy", "people": "person", "women": "woman", "foreign companies": "company",
}  # fmt: skip
PER = {"per ton": "ton", "a ton": "ton", "a month": "month", "per year": "year", "an hour": "hour", "a head": "head"}
PERCENTS = (" percent", "%", " per cent", " pct", "\u00a0%", "-percent")
POINTS = {"percentage points": "percentage point", "basis points": "basis point"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A figure as written, and what it means; a unit of None accepts any."""

    text: str
    value: Decimal
    unit: str | None
    value_high: Decimal | None = None
    per: str | None = None


def of(chance: random.Random, units: dict[str, str]) -> tuple[str, str]:
    """Return a random name of a unit and the unit."""
    return chance.choice(tuple(units.items()))

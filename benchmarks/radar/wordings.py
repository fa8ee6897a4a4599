"""What the planted reports are worded with: quantities, parties, sources, and sentences of our own writing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Something that reports measure: its names, the names it has alike, the unit, and between which values it lies."""

    name: str
    also: str
    unit: str
    least: float
    greatest: float
    nearby: str
    """Another quantity that a hasty reader takes for it."""


COUNTRY_QUANTITIES = (
    Quantity(name="exports", also="total exports", unit="USD", least=2e9, greatest=9e10, nearby="imports"),
    Quantity(
        name="foreign debt", also="total foreign debt", unit="USD", least=3e9, greatest=9e10, nearby="domestic debt"
    ),
    Quantity(
        name="defense spending",
        also="defense expenditure",
        unit="USD",
        least=2e8,
        greatest=9e9,
        nearby="health spending",
    ),
    Quantity(
        name="budget deficit",
        also="overall budget deficit",
        unit="USD",
        least=2e8,
        greatest=9e9,
        nearby="trade deficit",
    ),
    Quantity(name="grain harvest", also="grain crop", unit="ton", least=2e6, greatest=9e7, nearby="potato harvest"),
    Quantity(name="oil output", also="oil production", unit="ton", least=2e6, greatest=9e7, nearby="coal output"),
    Quantity(
        name="steel production", also="steel output", unit="ton", least=2e6, greatest=4e7, nearby="cement production"
    ),
    Quantity(
        name="inflation rate",
        also="rate of inflation",
        unit="percent",
        least=3,
        greatest=60,
        nearby="unemployment rate",
    ),
)
COMPANY_QUANTITIES = (
    Quantity(name="net profit", also="net income", unit="USD", least=2e6, greatest=9e8, nearby="operating profit"),
    Quantity(name="sales", also="revenues", unit="USD", least=2e7, greatest=9e9, nearby="orders"),
    Quantity(name="debts", also="total debts", unit="USD", least=2e6, greatest=9e8, nearby="assets"),
    Quantity(
        name="gold output", also="gold production", unit="kilogram", least=2e3, greatest=9e4, nearby="silver output"
    ),
)
COUNTRIES = {
    "Russia": "Russian", "Ukraine": "Ukrainian", "Poland": "Polish", "Hungary": "Hungarian", "Romania": "Romanian",
    "Bulgaria": "Bulgarian", "Kazakhstan": "Kazakh", "Uzbekistan": "Uzbek", "Turkey": "Turkish", "Iran": "Iranian",
    "Egypt": "Egyptian", "Brazil": "Brazilian", "Chile": "Chilean", "Peru": "Peruvian", "Mexico": "Mexican",
    "India": "Indian", "Vietnam": "Vietnamese", "Indonesia": "Indonesian", "Kenya": "Kenyan", "Morocco": "Moroccan",
    "Norway": "Norwegian", "Finland": "Finnish", "Spain": "Spanish", "Portugal": "Portuguese", "Greece": "Greek",
}  # fmt: skip
COMPANY_FIRST = (
    "Nord",
    "Alder",
    "Vesta",
    "Kama",
    "Orel",
    "Tarim",
    "Baltic",
    "Corin",
    "Delta",
    "Ester",
    "Falk",
    "Gorna",
)
COMPANY_SECOND = ("mark", "line", "gate", "field", "stone", "brook", "ford", "holm", "wick", "crest")
COMPANY_LAST = (
    "Steel Corp",
    "Mining Inc",
    "Foods Ltd",
    "Metals Corp",
    "Holdings Inc",
    "Energy Ltd",
    "Paper Co",
    "Motors Inc",
)
AGENCIES = ("Itar-Tass", "Interfax", "Reuters", "AFP", "Xinhua", "BBC", "RIA Novosti", "Kyodo", "PTI", "DPA")
SOURCES = (
    "the finance ministry", "the central bank", "the state statistics committee", "a government spokesman",
    "the trade ministry", "an industry association", "independent analysts", "opposition deputies",
)  # fmt: skip
SENTENCES = (
    "{owner} {quantity} reached {amount} {when}, {source} said.",
    "{owner} {quantity} amounted to {amount} {when}, according to {source}.",
    "{when}, {owner} {quantity} totaled {amount}, {source} reported.",
    "{owner} {quantity} stood at {amount} {when} ({agency}, {cited}).",
    "{source} put {owner} {quantity} {when} at {amount}.",
    "{owner} {quantity} reached {amount} {when}, {source} announced on {weekday}.",
    "According to {source}, {owner} {quantity} came to {amount} {when} ({agency}, {cited}).",
    "The {quantity} of {party} reached {amount} {when} ({agency}, {cited}).",
)
"""A statement of a quantity: each names whose it is, the period and the amount."""
REVISIONS = (
    "{owner} {quantity} reached {amount} {when}, {source} said in a revised report.",
    "Revised data put {owner} {quantity} {when} at {amount}, {source} said.",
    "{owner} {quantity} amounted to {amount} {when}, according to corrected figures from {source}.",
)
PLANS = (
    "The plan calls for {owner} {quantity} to reach {amount} {when}, {source} said.",
    "{source} has set a target of {amount} for {owner} {quantity} {when}.",
    "{owner} {quantity} was planned to reach {amount} {when}, {source} said.",
)
BESIDE = (
    "No details were given.",
    "The report was received calmly in the capital.",
    "Observers had long waited for the announcement.",
    "The opposition has asked for a hearing.",
    "Talks on the matter will go on next month.",
    "The news was carried by most papers.",
)
"""Sentences without a figure, before and after the statement."""

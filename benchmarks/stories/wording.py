"""News-like sentences, and reports of a kind that differ in numbers, days and names alone, from a seed."""

import random
from collections.abc import Callable

PLACES = (
    "Port Allen", "Lindau", "Ostrava", "Kirkwall", "Sorrento", "Vidin", "Narva", "Tampico", "Bergen", "Arequipa",
    "Trieste", "Odense", "Batumi", "Malacca", "Zadar", "Antofagasta", "Galway", "Ravenna", "Turku", "Mombasa",
)  # fmt: skip
SURNAMES = (
    "Keller", "Weber", "Brandt", "Marek", "Sorel", "Tamm", "Vidal", "Zabel", "Okafor", "Lindqvist", "Moreau", "Castellan",
    "Ivanek", "Harlow", "Petrossian", "Nakagawa", "Dunmore", "Ferreira", "Haddad", "Rasmus", "Obeng", "Sandoval",
)  # fmt: skip
FIRST_NAMES = ("Maria", "Karl", "Anna", "Jonas", "Irene", "Pavel", "Lucia", "Omar", "Greta", "Tomas", "Helen", "Victor")
FIRMS = (
    "Nordwind Lines", "Keller Brewery", "Atlas Cement", "Harbour Trust", "Silvan Paper", "Meridian Grain", "Orsa Steel",
    "Beacon Mutual", "Tarn Textiles", "Corvus Air", "Pelican Foods", "Quarry Hill Mining", "Lumen Power", "Vesper Chemicals",
)  # fmt: skip
BODIES = (
    "the city council", "the port authority", "the labour ministry", "the teachers' union", "the finance ministry",
    "the central bank", "the coast guard", "the appeals court", "the farm board", "the rail inspectorate",
)  # fmt: skip
THINGS = (
    "a second quay", "the old railway depot", "a new hospital wing", "the pension scheme", "the fishing quota",
    "a toll on lorries", "the grain reserve", "the ferry concession", "a tax on spirits", "the school timetable",
    "a flood barrier", "the tram network", "the customs house", "the copper smelter", "the water mains",
)  # fmt: skip
ACTS = (
    "would be sold", "had to be repaired", "would be put to a vote", "was to be closed", "had cost too much",
    "would be enlarged", "could not be insured", "was years behind schedule", "had been mismanaged", "would be leased",
)  # fmt: skip
REASONS = (
    "because revenue had fallen short of the forecast", "after a storm had damaged the roof", "as part of a wider saving",
    "although residents had objected", "in spite of a court order", "to make room for housing", "before the elections",
    "since no bidder had come forward", "as the lease was running out", "under a settlement with its creditors",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "June", "September", "October", "December")

Pick = Callable[[tuple[str, ...]], str]


def sentence(source: random.Random) -> str:
    """Write a sentence that hardly any other article has."""
    one, number = source.choice, source.randrange
    person = f"{one(FIRST_NAMES)} {one(SURNAMES)}"
    forms = (
        f"{one(BODIES).capitalize()} of {one(PLACES)} said on {one(DAYS)} that {one(THINGS)} {one(ACTS)} {one(REASONS)}",
        f"{person} of {one(FIRMS)} told reporters that {one(THINGS)} {one(ACTS)}, at a price of {number(2, 900)} million crowns",
        f"According to {one(BODIES)}, {number(11, 980)} people in {one(PLACES)} had asked that {one(THINGS)} {one(ACTS)}",
        f"{one(FIRMS)} and {one(FIRMS)} bid for {one(THINGS)} in {one(MONTHS)}, {person} said, {one(REASONS)}",
        f"A spokesman in {one(PLACES)} added that {number(2, 60)} percent of the money {one(ACTS)} {one(REASONS)}",
        f"{person}, who speaks for {one(BODIES)}, denied that {one(THINGS)} {one(ACTS)} and blamed {one(FIRMS)}",
        f"In {one(PLACES)} the plan for {one(THINGS)} met with protests by some {number(100, 9000)} residents {one(REASONS)}",
        f"{one(SURNAMES)} and {one(SURNAMES)} had warned in {one(MONTHS)} that {one(THINGS)} {one(ACTS)} {one(REASONS)}",
        f"Work worth {number(2, 90)}.{number(1, 9)} million crowns was given to {one(FIRMS)}, whose head {person} lives in {one(PLACES)}",
        f"The decision on {one(THINGS)} was put off to {one(MONTHS)} {number(1, 28)}, {one(BODIES)} said {one(REASONS)}",
    )
    return source.choice(forms) + "."


def paragraphs(source: random.Random, *, least: int = 3, most: int = 9) -> list[str]:
    """Write the paragraphs of an article, of one to three sentences each."""
    count = source.randrange(least, most + 1)
    return [" ".join(sentence(source) for _ in range(source.randrange(1, 4))) for _ in range(count)]


def closing(source: random.Random, place: str) -> list[str]:
    """Write how an exchange closed on some day."""
    one, number = source.choice, source.randrange
    return [
        f"Shares in {place} closed {one(('higher', 'lower', 'little changed'))} on {one(DAYS)}, with the exchange's index of 40 "
        f"shares at {number(1000, 4000)}.{number(9)}, {number(1, 60)}.{number(9)} points from the day before.",
        f"Turnover was {number(20, 400)} million crowns, against {number(20, 400)} million on the day before, brokers said.",
        f"{one(FIRMS)} {one(('gained', 'lost'))} {number(1, 19)} crowns to {number(50, 900)}, and {one(FIRMS)} "
        f"{one(('rose', 'fell'))} {number(1, 19)} to {number(50, 900)}. Of {number(150, 300)} issues traded, {number(20, 140)} rose.",
    ]


def weather(source: random.Random, place: str) -> list[str]:
    """Write what the weather will be on some day."""
    one, number = source.choice, source.randrange
    return [
        f"{one(('Rain', 'Snow', 'Sunshine', 'Fog'))} is expected in {place} and along the coast on {one(DAYS)}, with highs of "
        f"{number(-5, 30)} degrees and lows of {number(-15, 15)}, the weather service said.",
        f"Winds from the {one(('north', 'west', 'south', 'east'))} will reach {number(5, 70)} knots by {number(1, 12)} in the afternoon.",
        f"Drivers should allow for delays, and ferries may be cancelled. The outlook for {one(DAYS)} is {one(('fair', 'mixed', 'poor'))}.",
    ]


def results(source: random.Random, firm: str) -> list[str]:
    """Write what a firm earned in a quarter."""
    number = source.randrange
    return [
        f"{firm} said net profit in the three months to {source.choice(MONTHS)} was {number(1, 90)}.{number(9)} million crowns, "
        f"against {number(1, 90)}.{number(9)} million a year before.",
        f"Sales were {number(100, 900)} million crowns against {number(100, 900)} million.",
        f"Earnings a share were {number(10, 900)} pence, and a dividend of {number(1, 60)} pence will be paid on "
        f"{source.choice(MONTHS)} {number(1, 28)}.",
    ]


def bond(source: random.Random, firm: str) -> list[str]:
    """Write that a firm issues a bond."""
    number = source.randrange
    return [
        f"{firm} is issuing a {number(2, 40)}0 million crown bond due {source.choice(MONTHS)} {number(1, 28)}, "
        f"{number(1992, 2009)}, paying {number(3, 15)} percent and priced at {number(97, 103)}, lead manager "
        f"{source.choice(FIRMS)} said.",
        f"The bond is available in denominations of {number(1, 9)},000 crowns and will be listed in {source.choice(PLACES)}. "
        f"Fees are {number(1, 9)}/8 percent for selling and {number(1, 9)}/16 percent for management and underwriting.",
    ]

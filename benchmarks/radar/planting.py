"""Pairs of reports that are known to disagree, or to agree, made by a seeded generator."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.radar.amounts import Amount, as_written, in_other_unit, in_words, rounded
from benchmarks.radar.wordings import (
    AGENCIES,
    BESIDE,
    COMPANY_FIRST,
    COMPANY_LAST,
    COMPANY_QUANTITIES,
    COMPANY_SECOND,
    COUNTRIES,
    COUNTRY_QUANTITIES,
    PLANS,
    REVISIONS,
    SENTENCES,
    SOURCES,
    Quantity,
)

YEARS = range(1993, 2000)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One statement of a quantity, and the day on which it is published."""

    quantity: Quantity
    party: str
    adjective: str | None
    year: int
    amount: Amount
    published_on: date
    wording: str
    source: str
    agency: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """Two reports, what they are to each other, and in which way: `conflict` and `hedged`, `restatement` and `unit`."""

    name: str
    relation: str
    way: str
    reports: tuple[Report, Report]


Change = Callable[[Report, random.Random], Report]
"""Makes the second report of the first."""


def planted(*, conflicts: int, harmless: int, seed: int) -> Iterator[Planted]:
    """Yield conflicts, then harmless pairs, each of a subject of its own, over all ways in turn."""
    source = random.Random(seed)  # noqa: S311 - nothing secret
    subjects = all_subjects(source)
    for relation, count in (("conflict", conflicts), ("harmless", harmless)):
        ways = WAYS[relation]
        for number in range(count):
            way, (told, change) = list(ways.items())[number % len(ways)]
            first = reported(next(subjects), source)
            yield Planted(
                name=f"{relation}-{number:05d}", relation=told, way=way, reports=(first, change(first, source))
            )


def all_subjects(source: random.Random) -> Iterator[tuple[Quantity, str, str | None, int]]:
    """Yield quantities of parties and years in a random order, each once; companies are as many as are wanted."""
    of_countries = [
        (quantity, country, adjective, year)
        for quantity in COUNTRY_QUANTITIES
        for country, adjective in COUNTRIES.items()
        for year in YEARS[::3]
    ]
    names = [f"{first}{second} {last}" for first in COMPANY_FIRST for second in COMPANY_SECOND for last in COMPANY_LAST]
    of_companies = [
        (quantity, name, None, source.choice(YEARS)) for name in names for quantity in COMPANY_QUANTITIES[::2]
    ]
    found: list[tuple[Quantity, str, str | None, int]] = [*of_countries, *of_companies]
    source.shuffle(found)
    yield from found


def reported(subject: tuple[Quantity, str, str | None, int], source: random.Random) -> Report:
    """Word a first report of a subject."""
    quantity, party, adjective, year = subject
    amount = Amount.drawn(quantity, source)
    published_on = date(year + 1, source.randint(1, 6), source.randint(1, 28))
    return worded(
        Report(
            quantity=quantity,
            party=party,
            adjective=adjective,
            year=year,
            amount=amount,
            published_on=published_on,
            wording="",
            source="",
            agency="",
            when="",
        ),
        source,
    )


def worded(report: Report, source: random.Random, *, sentences: tuple[str, ...] = SENTENCES) -> Report:
    """Choose another sentence, source and words for the time."""
    times = [f"in {report.year}"]
    if report.published_on.year == report.year + 1:
        times.append("last year")
    return replace(
        report,
        wording=source.choice(sentences),
        source=source.choice([name for name in SOURCES if name != report.source]),
        agency=source.choice([name for name in AGENCIES if name != report.agency]),
        when=source.choice(times),
    )


def later(report: Report, source: random.Random) -> Report:
    """Publish a report some weeks later."""
    return replace(report, published_on=report.published_on + timedelta(days=source.randint(1, 60)))


def with_other_value(report: Report, source: random.Random) -> Report:
    """Report another value: 8 to 80 percent more, or a third less at most."""
    ratio = source.choice((source.uniform(1.08, 1.8), source.uniform(0.66, 0.92)))
    return worded(later(replace(report, amount=report.amount.times(ratio)), source), source)


def with_other_hedged_value(report: Report, source: random.Random) -> Report:
    """Report a value that no hedge bridges: `about`, `more than`."""
    other = with_other_value(replace(report, amount=report.amount.times(source.uniform(1.3, 1.6))), source)
    far = report.amount.times(source.choice((source.uniform(1.5, 2.5), source.uniform(0.4, 0.6))))
    return replace(other, amount=replace(far, hedge=source.choice(("about ", "some ", "nearly "))))


def with_other_unit_and_value(report: Report, source: random.Random) -> Report:
    """Report another value in another unit or in words."""
    other = with_other_value(report, source)
    return replace(other, amount=in_other_unit(other.amount))


def with_other_name_and_value(report: Report, source: random.Random) -> Report:
    """Report another value under a name that means the same, or with the people's name for the country's."""
    other = with_other_value(report, source)
    return replace(other, quantity=replace(other.quantity, name=other.quantity.also))


def with_another_scale(report: Report, source: random.Random) -> Report:
    """Report a value ten times as large, as a slip of the pen does."""
    return worded(later(replace(report, amount=report.amount.times(10)), source), source)


def the_same(report: Report, source: random.Random) -> Report:
    """Report the same in other words."""
    return worded(later(report, source), source)


def the_same_name(report: Report, source: random.Random) -> Report:
    """Report the same under another name."""
    return replace(the_same(report, source), quantity=replace(report.quantity, name=report.quantity.also))


def rounded_off(report: Report, source: random.Random) -> Report:
    """Report the same with a digit less: 6.1 for 6.12."""
    return replace(the_same(report, source), amount=rounded(report.amount))


def hedged(report: Report, source: random.Random) -> Report:
    """Report the same as `about` so much, or as more than a little less."""
    hedge = source.choice(("about ", "some ", "nearly "))
    return replace(the_same(report, source), amount=replace(rounded(report.amount), hedge=hedge))


def in_another_unit(report: Report, source: random.Random) -> Report:
    """Report the same in another unit, or another form of the number."""
    return replace(the_same(report, source), amount=in_other_unit(report.amount))


def spelled(report: Report, source: random.Random) -> Report:
    """Report the same with the number in digits alone or in words."""
    return replace(the_same(report, source), amount=in_words(report.amount))


def revised(report: Report, source: random.Random) -> Report:
    """Report a later value that says itself that it takes another's place."""
    return worded(with_other_value(report, source), source, sentences=REVISIONS)


def planned(report: Report, source: random.Random) -> Report:
    """Report a plan for the same, made the year before."""
    other = with_other_value(report, source)
    return worded(replace(other, published_on=date(report.year - 1, 11, 12)), source, sentences=PLANS)


def of_another_year(report: Report, source: random.Random) -> Report:
    """Report the year before."""
    year = report.year - 1
    return worded(replace(with_other_value(report, source), year=year), source)


def of_a_part(report: Report, source: random.Random) -> Report:
    """Report the first half of the year."""
    return replace(with_other_value(report, source), when=f"in the first half of {report.year}")


def of_another_party(report: Report, source: random.Random) -> Report:
    """Report of another country, or another company."""
    others = [name for name in COUNTRIES if name != report.party]
    party = source.choice(others) if report.adjective else f"North {report.party}"
    return replace(with_other_value(report, source), party=party, adjective=COUNTRIES.get(party))


def of_another_quantity(report: Report, source: random.Random) -> Report:
    """Report a quantity of a similar name."""
    other = with_other_value(report, source)
    return replace(other, quantity=replace(other.quantity, name=other.quantity.nearby))


WAYS: dict[str, dict[str, tuple[str, Change]]] = {
    "conflict": {
        "another value": ("conflict", with_other_value),
        "another value, hedged": ("conflict", with_other_hedged_value),
        "another value in another unit": ("conflict", with_other_unit_and_value),
        "another value under another name": ("conflict", with_other_name_and_value),
        "ten times the value": ("conflict", with_another_scale),
    },
    "harmless": {
        "the same": ("agreement", the_same),
        "the same under another name": ("agreement", the_same_name),
        "rounded": ("restatement", rounded_off),
        "hedged": ("restatement", hedged),
        "another unit": ("restatement", in_another_unit),
        "in words": ("agreement", spelled),
        "revised": ("update", revised),
        "a plan": ("scope", planned),
        "another year": ("scope", of_another_year),
        "a part of the year": ("scope", of_a_part),
        "another party": ("scope", of_another_party),
        "another quantity": ("scope", of_another_quantity),
    },
}
"""How the second report differs from the first, by what the pair is, and what the radar should call it."""


def text_of(report: Report, source: random.Random) -> str:
    """Write an article around a report: a title, the day, the statement between sentences without figures."""
    owner = f"{report.party}'s" if report.adjective is None or source.random() < 0.5 else report.adjective
    cited = report.published_on - timedelta(days=1)
    statement = report.wording.format(
        owner=owner,
        party=report.party,
        quantity=report.quantity.name,
        amount=as_written(report.amount),
        when=report.when,
        source=report.source,
        agency=report.agency,
        cited=f"{cited:%B} {cited.day}",
        weekday=source.choice(WEEKDAYS),
    )
    before, after = source.sample(BESIDE, 2)
    body = " ".join((before, statement[0].upper() + statement[1:], after))
    return f"Report on {report.quantity.name}\nDate: {report.published_on}\n\n{body}\n"

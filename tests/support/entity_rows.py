"""A ledger of few articles with mentions of our own making, whose entities are resolved, for the tests of these."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from tasks.settings.corrections import user_corrections
from tasks.stages.resolve_entities import resolve_entities
from tests.support.ledger_rows import filled, make_article, make_file, table_of
from warehouse.catalogue import catalogue
from warehouse.ledger.ledger import Ledger, open_ledger
from warehouse.records import Anaphor, Article, Figure, File, Mention, Quotation

LINES = {
    1: ("Russian", "Igor Baranov", "NATO"),
    2: ("Baranov", "Russia", "Minsk"),
    3: ("Igor Baranov", "Karpenka", "Anatol Karpenko", "NATO"),
    4: (),
    5: ("Sergei Baranov", "Baranov"),
}
"""Names of each article, by its number; those of two words are people, `Baranov` and `Karpenka` too.

Without the last article there is but one Baranov."""

KINDS = {"Russian": "nationality", "Russia": "place", "Minsk": "place", "NATO": "organization"}


def article(number: int) -> Article:
    return make_article(number, published_on=date(1999, 3, number))


def mentions_of(number: int) -> list[Mention]:
    found, start = [], 0
    for name in LINES[number]:
        kind = KINDS.get(name, "person")
        place = {"start_char": start, "end_char": start + len(name), "text": name, "rule": "test"}
        code = "RU" if name.startswith("Russia") else None
        seat = "BY" if name == "Minsk" else None
        role = "minister" if name == "Igor Baranov" else None
        identity = {"article_id": article(number).article_id, "kind": kind, "name": name}
        found.append(filled(Mention, **place, **identity, country_code=code, role=role, stands_for=seat))
        start += len(name) + 2
    return found


def land(ledger: Ledger, *numbers: int) -> None:
    articles = [article(number) for number in numbers]
    found = [mention for number in numbers for mention in mentions_of(number)]
    said = [quotation(article(number).article_id) for number in numbers if number == 1]
    ledger.land(
        {
            "articles": table_of(Article, articles),
            "files": table_of(File, [make_file(landed) for landed in articles]),
            "mentions": table_of(Mention, found),
            "anaphors": table_of(Anaphor, [row for number in numbers for row in anaphors_of(number)]),
            "quotations": table_of(Quotation, said),
            "figures": table_of(Figure, [figure(article(number).article_id) for number in numbers if number == 3]),
        }
    )


def anaphors_of(number: int) -> list[Anaphor]:
    """The first article has a minister, whom it names, and a country; the second an office that it gives to nobody."""
    identity = {
        "article_id": article(number).article_id,
        "start_char": 0,
        "end_char": 5,
        "text": "Trade",
        "rule": "test",
    }
    if number == 1:
        country, minister, _ = mentions_of(1)
        return [
            filled(Anaphor, **identity, kind="person", name="Igor Baranov", role="minister", mention_id=minister.key),
            filled(Anaphor, **identity, kind="country", name="Russian", country_code="RU", mention_id=country.key),
        ]
    if number == 2:
        return [filled(Anaphor, **identity, kind="person", role="minister", country_code="RU")]
    return []


def quotation(article_id: str) -> Quotation:
    place = {"start_char": 0, "end_char": 5, "text": "Trade", "rule": "test"}
    return filled(Quotation, article_id=article_id, **place, style="direct", speaker="Igor Baranov", is_negated=False)


def figure(article_id: str) -> Figure:
    place = {"start_char": 0, "end_char": 3, "text": "12%", "rule": "test"}
    return filled(Figure, article_id=article_id, **place, kind="percent", value=Decimal(12), speaker="Igor Baranov")


def ingest(warehouse: Path, *runs: tuple[int, ...]) -> Path:
    """Land articles by number, run by run; entities are resolved at the end of each."""
    for numbers in runs:
        with open_ledger(warehouse) as ledger:
            land(ledger, *numbers)
            resolve_entities.fn(ledger, corrections=user_corrections(warehouse))
        catalogue.publish(warehouse)
    return warehouse

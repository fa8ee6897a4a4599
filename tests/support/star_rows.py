"""A warehouse with one article whose facts lead to each other, for the tests of the star and of the views upon it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.support.ledger_rows import filled, make_article, make_derived, make_shard, span, table_of
from warehouse.catalogue import catalogue
from warehouse.ledger.ledger import open_ledger
from warehouse.ledger.schemas import to_arrow
from warehouse.records import (
    CORPUS_TABLES,
    DerivedFigure,
    Entity,
    Figure,
    Mention,
    MentionEntity,
    Quotation,
)

FIRST = make_article(1, published_on=date(1998, 10, 23))
TWIN = make_article(2, published_on=date(1998, 10, 24))
LAND = filled(Mention, **span(FIRST, "Kazakstan"), kind="place", name="Kazakstan", country_code="KZ")
AGENCY = filled(Mention, **span(FIRST, "Itar-Tass"), kind="organization", name="Itar-Tass", role="agency")
OWNED = filled(
    Figure,
    **span(FIRST, "US$6.5 billion"),
    kind="money",
    value=Decimal("6500000000"),
    unit="USD",
    status="actual",
    measure="exports",
    measured_of="Kazakstan",
    measured_of_start_char=LAND.start_char,
    measured_of_end_char=LAND.end_char,
    measured_of_confidence=0.8,
)
CHANGE = filled(Figure, **span(FIRST, "12 percent"), kind="percent", value=Decimal(12), unit="percent", direction="up")
HUGE = filled(Figure, **span(FIRST, "March 3"), kind="count", value=Decimal(10) ** 20, unit="ton", per="day")
SAID = filled(
    Quotation,
    **span(FIRST, "up 12 percent (Itar-Tass, March 3)"),
    style="direct",
    speaker="Kazakstan",
    speaker_text="Kazakstan",
    is_hedged=False,
    is_negated=False,
)
ENTITIES = [
    filled(Entity, entity_id="kz", kind="country", name="Kazakstan", country_code="KZ", mention_count=1),
    filled(Entity, entity_id="tass", kind="organization", name="Itar-Tass", mention_count=1),
]
LINKS = [MentionEntity(mention_id=LAND.key, entity_id="kz"), MentionEntity(mention_id=AGENCY.key, entity_id="tass")]


def make_star(folder: Path) -> Path:
    """Land an article, its facts and entities, and a second article; publish, and return the folder."""
    with open_ledger(folder) as opened:
        opened.land(make_shard([FIRST, TWIN]))
        opened.land(
            {
                "mentions": table_of(Mention, [LAND, AGENCY]),
                "figures": table_of(Figure, [OWNED, CHANGE, HUGE]),
                "quotations": table_of(Quotation, [SAID]),
                "derived_figures": table_of(DerivedFigure, [make_derived(FIRST)]),
            }
        )
        rows = {Entity: ENTITIES, MentionEntity: LINKS}
        opened.replace_corpus(
            {record.table: to_arrow(record, [row.as_row() for row in rows.get(record, ())]) for record in CORPUS_TABLES}
        )
    catalogue.publish(folder)
    return folder

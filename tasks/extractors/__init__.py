"""What Newsledger finds in a text: one module a kind of thing, listed once, here.

An extractor is a generator `find(article, **needs)` over the facts of one kind in an article's body, in the order of
the text. It knows nothing of files, runs or tables. What it is unsure of it yields as a `Rejection`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tasks.extractors import citations, cross_references, dates, figures, joins, mentions, quotations
from tasks.resolvers import derived_figures, publication_dates
from warehouse.records import (
    Article,
    Citation,
    CrossReference,
    DateExpression,
    DerivedFigure,
    Fact,
    Figure,
    Mention,
    Quotation,
    Rejection,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """An entry of the registry: what finds the facts, the table they go to, and which other facts it needs."""

    find: Callable[..., Iterator[Fact | Rejection]]
    record: type[Fact]
    version: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found in one article: the article as it is known now, its facts by table, and what was refused.

    `derived_figures` follow from the figures found, and stand nowhere in the text.
    """

    article: Article
    facts: dict[str, list[Fact]]
    derived_figures: list[DerivedFigure]
    rejections: list[Rejection]


EXTRACTORS: dict[str, Extractor] = {
    "citations": Extractor(find=citations.find, record=Citation, version=citations.VERSION),
    "mentions": Extractor(find=mentions.find, record=Mention, version=mentions.VERSION, needs=("citations",)),
    "cross_references": Extractor(find=cross_references.find, record=CrossReference, version=cross_references.VERSION),
    "dates": Extractor(find=dates.find, record=DateExpression, version=dates.VERSION),
    "quotations": Extractor(
        find=quotations.find, record=Quotation, version=f"{quotations.VERSION}.{joins.VERSION}", needs=("mentions",)
    ),
    "figures": Extractor(
        find=figures.find, record=Figure, version=f"{figures.VERSION}.{joins.VERSION}", needs=("dates",)
    ),
}
"""Every extractor by the name of its table, each after those that it needs.

Rows of quotations and figures are joined to others after all are found: their version ends in that of the joins.
"""


def extract(article: Article, *, only: frozenset[str] = frozenset(EXTRACTORS)) -> Findings:
    """Date an article that bears no date, run the extractors named in `only` and all that they need, join their facts.

    Only what has run is joined: figures alone know no citation and no speaker.
    """
    article = publication_dates.date_article(article)
    facts: dict[str, list[Fact]] = {}
    rejections: list[Rejection] = []
    for name in with_needs(only):
        extractor = EXTRACTORS[name]
        facts[name] = []
        for found in extractor.find(article, **{need: facts[need] for need in extractor.needs}):
            if isinstance(found, Rejection):
                rejections.append(found)
            else:
                facts[name].append(found)
    joined = joins.join(facts)
    stated = (fact for fact in joined.get("figures", ()) if isinstance(fact, Figure))
    return Findings(
        article=article,
        facts={name: joined.get(name, []) for name in EXTRACTORS},
        derived_figures=list(derived_figures.derive(stated)),
        rejections=rejections,
    )


def with_needs(only: frozenset[str]) -> list[str]:
    """Order the extractors named, and all that they need, so that each comes after its needs."""
    wanted = set(only)
    for name in reversed(EXTRACTORS):
        if name in wanted:
            wanted.update(EXTRACTORS[name].needs)
    return [name for name in EXTRACTORS if name in wanted]

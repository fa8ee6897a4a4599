"""All that is found in one article: it is dated, every extractor reads it, and what they found is joined."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tasks.extractors import EXTRACTORS, Extractor, joins, mentions
from tasks.extractors.model import Label
from tasks.resolvers import derived_figures, publication_dates
from warehouse.records import Article, DerivedFigure, Fact, Figure, Rejection

ARTICLES_AT_ONCE = 64
"""Articles whose names the model reads together: more of them take no less time, and more memory."""

TEXT_FAULTS = (ArithmeticError, LookupError, RecursionError, ValueError)
"""What a rule raises when it meets a text that it was not made for; anything else is a fault in the program itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found in one article: the article as it is known now, its facts by table, and what was refused.

    `derived_figures` follow from the figures found, and stand nowhere in the text.
    """

    article: Article
    facts: dict[str, list[Fact]]
    derived_figures: list[DerivedFigure]
    rejections: list[Rejection]


def extract_all(
    articles: Iterable[Article], *, only: frozenset[str] = frozenset(EXTRACTORS)
) -> Iterator[Findings | Exception]:
    """Extract from each article as `extract` does, in order, and faster; yield the error where a text is beyond it."""
    waiting = iter(articles)
    while batch := list(islice(waiting, ARTICLES_AT_ONCE)):
        for article, labels in zip(batch, labels_of(batch, only=only), strict=True):
            yield findings_or_error(article, only=only, labels=labels)


def labels_of(articles: Sequence[Article], *, only: frozenset[str]) -> Sequence[Sequence[Label] | None]:
    """Read the names of several articles at once; None where nobody asks for them, or one of the texts is at fault."""
    if "mentions" not in with_needs(only):
        return [None] * len(articles)
    try:
        return mentions.read_names(articles)
    except TEXT_FAULTS:
        return [None] * len(articles)  # each is then read alone, and fails alone


def findings_or_error(
    article: Article, *, only: frozenset[str], labels: Sequence[Label] | None
) -> Findings | Exception:
    """Extract from an article, or return what an extractor raised over its text."""
    try:
        return extract(article, only=only, labels=labels)
    except TEXT_FAULTS as error:
        return error


def extract(
    article: Article, *, only: frozenset[str] = frozenset(EXTRACTORS), labels: Sequence[Label] | None = None
) -> Findings:
    """Date an article that bears no date, run the extractors named in `only` and all that they need, join their facts.

    Only what has run is joined: figures alone know no citation and no speaker. `labels` are the names that the model
    has read in the article; without them it reads them now, if they are needed.
    """
    article = publication_dates.date_article(article)
    facts: dict[str, list[Fact]] = {}
    rejections: list[Rejection] = []
    for name in with_needs(only):
        extractor = EXTRACTORS[name]
        facts[name] = []
        for found in extractor.find(article, **needed(extractor, facts, labels=labels)):
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


def needed(
    extractor: Extractor, facts: Mapping[str, Sequence[Fact]], *, labels: Sequence[Label] | None
) -> dict[str, object]:
    """Gather what an extractor needs of what is known already."""
    known = {**facts, "labels": labels}
    return {need: known[need] for need in extractor.needs}


def with_needs(only: frozenset[str]) -> list[str]:
    """Order the extractors named, and all that they need, so that each comes after its needs."""
    wanted = set(only)
    for name in reversed(EXTRACTORS):
        if name in wanted:
            wanted.update(EXTRACTORS[name].needs)
    return [name for name in EXTRACTORS if name in wanted]

"""All that is found in one article: it is dated, every extractor reads what is English, what they found is joined."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from tasks.extractors import EXTRACTORS, Extractor, joins, mentions
from tasks.extractors.model import Label, gathered
from tasks.languages.passages import Readable, readable
from tasks.resolvers import derived_figures, publication_dates
from warehouse.records import Article, DerivedFigure, Fact, Figure, Rejection

ARTICLES_AT_ONCE = 64
"""Articles that the model reads together: more of them take no less time, and more memory."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What was found before in some articles, and stays: facts by table, then article; what was derived, by article.

    `derived_figures` are held where the figures are.
    """

    facts: Mapping[str, Mapping[str, Sequence[Fact]]] = field(default_factory=dict)
    derived_figures: Mapping[str, Sequence[DerivedFigure]] = field(default_factory=dict)


NOTHING_HELD = Held()


def extract_all(
    articles: Iterable[Article], *, only: frozenset[str] = frozenset(EXTRACTORS), held: Held = NOTHING_HELD
) -> Iterator[Findings | Exception]:
    """Extract from each article as `extract` does, in order, and faster; yield the error where a text is beyond it."""
    waiting = iter(articles)
    while batch := list(islice(waiting, ARTICLES_AT_ONCE)):
        read = [readable(article) for article in batch]
        is_named = "mentions" in held.facts
        labels = [None] * len(batch) if is_named else labels_of([each.article for each in read], only=only)
        calls = [
            partial(findings_or_error, article, english, only=only, labels=named, held=held)
            for article, english, named in zip(batch, read, labels, strict=True)
        ]
        yield from gathered(calls, faults=TEXT_FAULTS)


def labels_of(articles: Sequence[Article], *, only: frozenset[str]) -> Sequence[Sequence[Label] | None]:
    """Read the names of several articles at once; None where nobody asks for them, or one of the texts is at fault."""
    if "mentions" not in with_needs(only):
        return [None] * len(articles)
    try:
        return mentions.read_names(articles)
    except TEXT_FAULTS:
        return [None] * len(articles)  # each is then read alone, and fails alone


def findings_or_error(
    article: Article, english: Readable, *, only: frozenset[str], labels: Sequence[Label] | None, held: Held
) -> Findings | Exception:
    """Extract from an article, or return what an extractor raised over its text."""
    try:
        return extract(article, english, only=only, labels=labels, held=held)
    except TEXT_FAULTS as error:
        return error


def extract(
    article: Article,
    english: Readable | None = None,
    *,
    only: frozenset[str] = frozenset(EXTRACTORS),
    labels: Sequence[Label] | None = None,
    held: Held = NOTHING_HELD,
) -> Findings:
    """Date an article that bears no date, run the extractors named in `only` and all that they need, join their facts.

    Only what has run is joined: figures alone know no citation and no speaker. `labels` are the names that the model
    has read in the article; without them it reads them now, if they are needed. Tables that are `held` are not found
    again, only joined again to those that are. What of it is `english` is read; the rest is noted as rejections.
    """
    text = article.text
    article, notes = english or readable(article)
    article = publication_dates.date_article(article)
    facts: dict[str, list[Fact]] = {}
    rejections: list[Rejection] = list(notes)
    for name in with_needs(only):
        if name in held.facts:
            facts[name] = list(held.facts[name].get(article.article_id, ()))
            continue
        extractor = EXTRACTORS[name]
        facts[name] = []
        for found in extractor.find(article, **needed(extractor, facts, labels=labels)):
            if isinstance(found, Rejection):
                rejections.append(found)
            else:
                facts[name].append(found)
    joined = joins.join(facts)
    return Findings(
        article=replace(article, text=text),
        facts={name: joined.get(name, []) for name in EXTRACTORS},
        derived_figures=list(derived(joined.get(Figure.table, ()), article, held=held)),
        rejections=rejections,
    )


def derived(figures: Sequence[Fact], article: Article, *, held: Held) -> Iterable[DerivedFigure]:
    """Return what follows from an article's figures; where these are held, so is it."""
    if Figure.table in held.facts:
        return held.derived_figures.get(article.article_id, ())
    return derived_figures.derive(figure for figure in figures if isinstance(figure, Figure))


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


def without_dangling(row: Mapping[str, object], kept: Mapping[str, Collection[str]]) -> dict[str, object]:
    """Return a fact's row with null in place of facts that were refused, given by column the keys of those kept."""
    lost = {name for name, keys in kept.items() if row[name] is not None and row[name] not in keys}
    return {name: None if name in lost else value for name, value in row.items()}

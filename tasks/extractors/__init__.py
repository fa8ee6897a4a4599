"""What Newsledger finds in a text: one module a kind of thing, listed once, here.

An extractor is a generator `find(article, **needs)` over the facts of one kind in an article's body, in the order of
the text. It knows nothing of files, runs or tables. What it is unsure of it yields as a `Rejection`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tasks.extractors import anaphors, citations, cross_references, dates, figures, joins, mentions, quotations
from tasks.extractors.model import Label, model_version
from tasks.resolvers import derived_figures, publication_dates
from warehouse.records import (
    Anaphor,
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
    """An entry of the registry: what finds the facts, the table they go to, and what it needs.

    Its needs are the facts of other tables, by their names, and `labels`: what the model names in the article.
    """

    find: Callable[..., Iterator[Fact | Rejection]]
    record: type[Fact]
    rules_version: str
    needs: tuple[str, ...] = ()
    reads_with_model: bool = False

    @property
    def version(self) -> str:
        """What decides the facts: the version of the rules, and the model where one reads the text."""
        return f"{self.rules_version} {model_version()}" if self.reads_with_model else self.rules_version


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
    "citations": Extractor(find=citations.find, record=Citation, rules_version=citations.VERSION),
    "mentions": Extractor(
        find=mentions.find,
        record=Mention,
        rules_version=mentions.VERSION,
        needs=("citations", "labels"),
        reads_with_model=True,
    ),
    "anaphors": Extractor(find=anaphors.find, record=Anaphor, rules_version=anaphors.VERSION, needs=("mentions",)),
    "cross_references": Extractor(
        find=cross_references.find, record=CrossReference, rules_version=cross_references.VERSION
    ),
    "dates": Extractor(find=dates.find, record=DateExpression, rules_version=dates.VERSION),
    "quotations": Extractor(
        find=quotations.find,
        record=Quotation,
        rules_version=f"{quotations.VERSION}.{joins.VERSION}",
        needs=("mentions", "anaphors"),
        reads_with_model=True,
    ),
    "figures": Extractor(
        find=figures.find, record=Figure, rules_version=f"{figures.VERSION}.{joins.VERSION}", needs=("dates",)
    ),
}
"""Every extractor by the name of its table, each after those that it needs.

Rows of quotations and figures are joined to others after all are found: their version ends in that of the joins.
"""


ARTICLES_AT_ONCE = 64
"""Articles whose names the model reads together: more of them take no less time, and more memory."""

TEXT_FAULTS = (ArithmeticError, LookupError, RecursionError, ValueError)
"""What a rule raises when it meets a text that it was not made for; anything else is a fault in the program itself."""


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

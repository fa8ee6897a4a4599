"""What Newsledger finds in a text: one module a kind of thing, listed once, here.

An extractor is a generator `find(article, **needs)` over the facts of one kind in an article's body, in the order of
the text. It knows nothing of files, runs or tables. What it is unsure of it yields as a `Rejection`.

- `vocabulary`: words for people, outlets, datelines.
- `model`: the statistical model of English: names and parses.
- `dates`: time expressions.
- `cross_references`: references to other articles.
- `citations`: sources in parentheses and notes.
- `mentions`: named things.
- `anaphors`: phrases that stand for someone named before.
- `quotations`: what is said, and by whom.
- `figures`: what is counted, and what it says.
- `joins`: what a figure or quotation stands under.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tasks.extractors import anaphors, citations, cross_references, dates, figures, joins, mentions, quotations
from tasks.extractors.model import model_version
from warehouse.records import (
    Anaphor,
    Citation,
    CrossReference,
    DateExpression,
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
        find=figures.find,
        record=Figure,
        rules_version=f"{figures.VERSION}.{joins.VERSION}",
        needs=("dates", "mentions", "anaphors"),
        reads_with_model=True,
    ),
}
"""Every extractor by the name of its table, each after those that it needs.

Rows of quotations and figures are joined to others after all are found: their version ends in that of the joins.
"""

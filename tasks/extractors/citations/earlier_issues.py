"""Sources that are earlier issues of the same publications: `(see the Monitor, March 12)` names one in parentheses."""

from collections.abc import Iterator

from tasks.extractors import cross_references
from warehouse.records import Article, Citation, CrossReference


def earlier_issues(article: Article) -> Iterator[Citation]:
    """Yield a citation for each `(see the Monitor, March 12)`; no text rests on it, so it covers none.

    Without `see` it is read as any other source.
    """
    for reference in cross_references.find(article):
        if reference.rule == "reference" and reference.text.startswith(("(", "[")):
            yield as_citation(reference)


def as_citation(reference: CrossReference) -> Citation:
    """Put a cross-reference into the terms of a citation."""
    return Citation(
        article_id=reference.article_id,
        start_char=reference.start_char,
        end_char=reference.end_char,
        text=reference.text,
        rule="cross reference",
        outlet=reference.publication,
        outlet_text=reference.publication,
        outlet_kind=None,
        outlet_place=None,
        cited_on_start=reference.referenced_on,
        cited_on_end=reference.referenced_on,
        cited_on_text=reference.referenced_on_text,
        cited_by=None,
        note_number=None,
        covers_start_char=reference.start_char,
        covers_end_char=reference.start_char,
    )

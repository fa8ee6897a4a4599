"""Joins what the extractors found in one article: what a figure or quotation stands under."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from warehouse.records import Citation, Fact, Figure, Quotation

VERSION = "4"

SPOKEN = frozenset({"direct", "mixed"})
"""Styles whose words are the speaker's own; they go before `indirect`."""
TERM = "term"
"""Style of what stands between marks but is nobody's statement."""

Cited = TypeVar("Cited", Figure, Quotation)


def join(facts: Mapping[str, Sequence[Fact]]) -> dict[str, list[Fact]]:
    """Return the facts by table, figures and quotations joined to what else was found; keys and spans stay.

    What a row was joined to before is forgotten, so that rows can be joined again.
    """
    citations = stretches([fact for fact in facts.get("citations", ()) if isinstance(fact, Citation)])
    quotations = [fact for fact in facts.get("quotations", ()) if isinstance(fact, Quotation)]
    figures = [fact for fact in facts.get("figures", ()) if isinstance(fact, Figure)]
    joined: dict[str, list[Fact]] = {name: list(found) for name, found in facts.items()}
    if quotations:
        joined["quotations"] = [cited(quotation, citations) for quotation in quotations]
    if figures:
        attributed = with_speakers(figures, quotations)
        joined["figures"] = [cited(figure, citations) for figure in attributed]
    return joined


def stretches(citations: Sequence[Citation]) -> list[Citation]:
    """Return the citation of each stretch of text, in the stretches' order; of several outlets the one named first.

    The stretches of an article do not overlap. A source note at the end of the text covers none.
    """
    first: dict[int, Citation] = {}
    for citation in sorted(citations, key=printed_place):
        if citation.covers_start_char < citation.covers_end_char:
            first.setdefault(citation.covers_start_char, citation)
    return [first[start] for start in sorted(first)]


def printed_place(citation: Citation) -> tuple[int, int, str]:
    """Order citations as they are printed; the outlets of one bracket have its place and text."""
    return citation.start_char, citation.text.find(citation.outlet_text), citation.key


def cited(row: Cited, citations: Sequence[Citation]) -> Cited:
    """Return a row with the citation in whose stretch it begins; without any where there is none."""
    index = bisect_right(citations, row.start_char, key=lambda citation: citation.covers_start_char) - 1
    if index < 0 or row.start_char >= citations[index].covers_end_char:
        return row if row.citation_id is None else replace(row, citation_id=None)
    return replace(row, citation_id=citations[index].key)


def with_speakers(figures: Sequence[Figure], quotations: Sequence[Quotation]) -> Iterator[Figure]:
    """Yield the figures, in the order of the text, each with the quotation that it stands in and who speaks there."""
    told = (one for one in quotations if one.style != TERM and not one.is_negated)
    waiting = sorted(told, key=lambda one: one.start_char, reverse=True)
    begun: list[Quotation] = []
    for figure in sorted(figures, key=lambda one: (one.start_char, one.end_char)):
        while waiting and waiting[-1].start_char <= figure.start_char:
            begun.append(waiting.pop())
        begun = [quotation for quotation in begun if quotation.end_char > figure.start_char]
        around = [quotation for quotation in begun if quotation.end_char >= figure.end_char]
        quotation = min(around, key=nearness, default=None)
        yield replace(
            figure,
            quotation_id=quotation.key if quotation else None,
            speaker=quotation.speaker if quotation else None,
        )


def nearness(quotation: Quotation) -> tuple[bool, int, str]:
    """Order the quotations around a figure: the speaker's own words first, then the shortest."""
    return quotation.style not in SPOKEN, quotation.end_char - quotation.start_char, quotation.key

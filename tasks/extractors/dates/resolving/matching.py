"""Finds where the patterns of the grammar match, paragraph by paragraph."""

import re
from collections.abc import Iterator

from tasks.extractors.dates.resolving.grammar import RULES
from tasks.extractors.dates.words.cues import words_of
from tasks.extractors.dates.words.lexicon import is_end_of_number
from tasks.extractors.dates.words.reading import Rule
from warehouse.records import PARAGRAPH_BREAK


def candidates(text: str) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """Return every rule's matches, leftmost first, the longest first among these, then in the rules' order.

    A match whose count is the end of a longer number is none: `5,|000 years ago`.
    """
    found = []
    for start, end in paragraphs(text):
        words = words_of(text[start:end])
        for order, rule in enumerate(RULES):
            if any(map(words.isdisjoint, rule.cues)):
                continue
            has_count = "count" in rule.pattern.groupindex
            for match in rule.pattern.finditer(text, start, end):
                if has_count and match["count"] and is_end_of_number(text, match.start("count")):
                    continue
                first, last = span_of(match)
                found.append((first, -last, order, match))
    found.sort(key=lambda item: item[:3])
    return [(start, -end, RULES[order], match) for start, end, order, match in found]


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """Return where the expression stands within a match: its group `span` where it has one, or all of it."""
    if "span" in match.re.groupindex and match.start("span") >= 0:
        return match.span("span")
    return match.span()


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph; no expression reaches over the blank line after it."""
    start = 0
    for blank in PARAGRAPH_BREAK.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)

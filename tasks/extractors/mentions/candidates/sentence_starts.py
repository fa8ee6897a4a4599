"""Words that have their capital only from beginning a sentence: `Miners` of `Miners went on strike`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span

SENTENCE_START = re.compile(r"(?:^|[.!?][”\"'’)]?\s+|\n\s*|[“\"‘])$")
WINDOW = 5


def without_sentence_starts(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans but for single words, seen once, at a sentence's start, that the model took for an organization.

    A known name stays, and so do words in capitals (`NATO`).
    """
    counts = Counter(text[span.start : span.end] for span in spans)
    for span in spans:
        name = text[span.start : span.end]
        is_one_word = span.kind == "organization" and counts[name] == 1 and name.isalpha() and not name.isupper()
        if is_one_word and opens_sentence(text, span) and not kind_of(name) and not is_city(name):
            continue
        yield span


def opens_sentence(text: str, span: Span) -> bool:
    """Tell whether a span begins a sentence or a line."""
    return SENTENCE_START.search(text[max(0, span.start - WINDOW) : span.start]) is not None

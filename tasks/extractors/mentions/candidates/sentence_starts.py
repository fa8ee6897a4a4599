"""Words that have their capital only from beginning a sentence: `Miners` of `Miners went on strike`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.nouns import noun_kind

SENTENCE_START = re.compile(r"(?:^|[.!?][”\"'’)]?\s+|\n\s*|[“\"‘])$")
WINDOW = 5
NOUN_AFTER = re.compile(
    r" (?!(?:is|was|has|had|will|would|did|does|could|may|might|must|can|who|and|said|says|told)\b)[a-z]+s?\b(?<!ed)"
)
"""What a noun goes with: `Farmer| marketings`."""


def without_sentence_starts(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans but for single words, seen once, at a sentence's start, that the model took for an organization.

    A known name stays, and so do words in capitals (`NATO`). So it is with a noun for people taken for somebody, unless
    he speaks or is something: `Farmer| sales fell`.
    """
    counts = Counter(text[span.start : span.end] for span in spans)
    for span in spans:
        name = text[span.start : span.end]
        is_one_word = span.kind == "organization" and counts[name] == 1 and name.isalpha() and not name.isupper()
        if is_one_word and opens_sentence(text, span) and not kind_of(name) and not is_city(name):
            continue
        is_noun = span.kind == "person" and counts[name] == 1 and noun_kind(name.lower()) == "person"
        if is_noun and opens_sentence(text, span) and NOUN_AFTER.match(text, span.end):
            continue
        yield span


def opens_sentence(text: str, span: Span) -> bool:
    """Tell whether a span begins a sentence or a line."""
    return SENTENCE_START.search(text[max(0, span.start - WINDOW) : span.start]) is not None

"""Words that have their capital only from beginning a sentence: `Miners` of `Miners went on strike`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.firms import has_or_does, is_called_firm, tells_deed
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.nouns import noun_kind

SENTENCE_START = re.compile(r"(?:^|[.!?][”\"'’)]?\s+|\n\s*|[“\"‘])$")
WINDOW = 5
BEHIND_A_MARK = re.compile(r"(?:\s--?|\s?[–—•*]|:)\s+$")
"""What a sentence or an item of a list may begin behind, as a name may too."""
ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:ial|nal|ral|tal|ual|ive|ary|ous|ish) (?!said\b|says\b|plc\b)[a-z]+ ")
"""`Initial |public offering`."""
SEVERAL = re.compile(r"[A-Z][a-z]+[^s]s (?:in|of|from|for|at|to|who|on|with|across)\b")
"""`Partners |in`."""
OPENING = re.compile(
    r"(?:Past|Recent|Previous|Earlier|Current|Latest|Many|Several|Some|Most|Other|Meanwhile|Yesterday|Today|Even|Only"
    r"|Almost|Nearly|Among|Despite|Besides|Unlike|Within|Outside|Inside) (?=[A-Z][\w-]+ [A-Z])"
)
"""`Past |Narok Budget Office| forecasts`."""
NEXT = re.compile(
    r" (?!(?:said|says|told|and|of) )[a-z][^.!?\n]{5,200}[.!?]\s+"
    r"The (?:company|firm|consortium|group|bank|airline|carrier|retailer"
    r"|concern|enterprise|corporation|insurer|agency|party|movement)\b"
)
NOUN_AFTER = re.compile(
    r" (?!(?:is|was|has|had|will|would|did|does|could|may|might|must|can|who|and|said|says|told)\b)[a-z]+s?\b(?<!ed)"
)
"""What a noun goes with: `Farmer| marketings`."""


def without_sentence_starts(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans but for single words, seen once, at a sentence's start, that the model took for an organization.

    A known name stays, and so do words in capitals (`NATO`), and what does or has what firms do. So it is with a noun
    for people taken for somebody, unless he speaks or is something: `Farmer| sales fell`.
    """
    counts = Counter(text[span.start : span.end] for span in spans)
    for span in spans:
        name = text[span.start : span.end]
        is_one_word = span.kind == "organization" and counts[name] == 1 and name.isalpha() and not name.isupper()
        is_firm = is_one_word and any(
            tells(text, span.end) for tells in (has_or_does, tells_deed, is_called_firm, goes_on)
        )
        if is_one_word and opens_sentence(text, span) and not (is_firm or kind_of(name) or is_city(name)):
            continue
        if behind_a_mark(text, span) and counts[name] == 1 and is_common(text, span) and not is_firm:
            continue
        opening = OPENING.match(text, span.start, span.end)
        if opening and opens_sentence(text, span) and kind_of(name) is None:
            yield replace(span, start=opening.end())
            continue
        is_noun = span.kind == "person" and counts[name] == 1 and noun_kind(name.lower()) == "person"
        if is_noun and opens_sentence(text, span) and NOUN_AFTER.match(text, span.end):
            continue
        yield span


def behind_a_mark(text: str, span: Span) -> bool:
    """Tell whether a dash, a colon or a bullet stands before a span."""
    return BEHIND_A_MARK.search(text, max(0, span.start - WINDOW), span.start) is not None


def is_common(text: str, span: Span) -> bool:
    """Tell whether a word is an adjective before its noun, or a noun for several people: `|Partners| in the deal`."""
    name = text[span.start : span.end]
    if not name.isalpha() or name.isupper() or kind_of(name) or is_city(name):
        return False
    is_noun = noun_kind(name) is not None and SEVERAL.match(text, span.start) is not None
    return is_noun or ADJECTIVE.match(text, span.start) is not None


def goes_on(text: str, end: int) -> bool:
    """Tell whether the next sentence calls a name that ends here a firm: `Alvo| cut its prices. The firm said`."""
    return NEXT.match(text, end) is not None


def opens_sentence(text: str, span: Span) -> bool:
    """Tell whether a span begins a sentence or a line."""
    return SENTENCE_START.search(text[max(0, span.start - WINDOW) : span.start]) is not None


TELLING = (has_or_does, tells_deed, is_called_firm, goes_on)
"""What the words behind a name tell it to be a firm by."""

"""Bodies called by the last word of their name: `Council` after `UN Security Council`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tokens import Token

LONE_WORDS = frozenset(
    {"Council", "Coalition", "Assembly", "Alliance", "Tribunal", "Duma", "Rada", "Committee", "Commission"}
)
"""Bodies that newspapers go on to call by this word and its capital."""
BEFORE = re.compile(r"[a-z,’'”] (?:the )?$")
AFTER = re.compile(r"[ -][A-Z]| of\b|\.\w")


def bodies_by_word(text: str, spans: Sequence[Span]) -> dict[str, frozenset[str]]:
    """Map the last word of each organization's name, `Council`, to the full names that end in it."""
    bodies: dict[str, frozenset[str]] = {}
    for span in spans:
        name = text[span.start : span.end]
        words = name.split()
        if span.kind == "organization" and len(words) > 1 and words[-1] in LONE_WORDS:
            bodies[words[-1]] = bodies.get(words[-1], frozenset()) | {name}
    return bodies


def lone_words(text: str, words: Sequence[Token], bodies: Mapping[str, frozenset[str]]) -> Iterator[Span]:
    """Yield each place within a sentence where such a word stands alone with its capital."""
    for word in words:
        if word.text not in bodies:
            continue
        if BEFORE.search(text, max(0, word.start - 6), word.start) and not AFTER.match(text, word.end):
            yield Span(start=word.start, end=word.end, kind="organization", rule="short form")

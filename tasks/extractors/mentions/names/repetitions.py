"""Names that the model found at one place of an article and overlooked at another."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from tasks.extractors.mentions.lexicon.index import index, known
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tokens import Token

GOES_ON = re.compile(r" (?:[A-Z]\w|\d)")
"""What makes a name part of a longer one that the model did not see: `127` after `NCT`."""


def repetitions(text: str, words: Sequence[Token], spans: Sequence[Span], small: Collection[str]) -> Iterator[Span]:
    """Yield every further place of the names found, as of the kind that most of their places have."""
    kinds: dict[str, Counter[str]] = {}
    for span in spans:
        name = text[span.start : span.end]
        if is_telling(name, small):
            kinds.setdefault(name, Counter())[span.kind] += 1
    names = ((count.most_common(1)[0][0], name) for name, count in kinds.items())
    for span in known(text, words, index(names), rule="repetition"):
        if span.kind in ("nationality", "place") or not GOES_ON.match(text, span.end):
            yield span


def is_telling(name: str, small: Collection[str]) -> bool:
    """Tell whether a name is one wherever it stands: it begins with a capital and is no word of the text."""
    return (
        len(name) > 2 and name[0].isupper() and name[-1].isalnum() and not (name.lower() in small or is_stop_word(name))
    )

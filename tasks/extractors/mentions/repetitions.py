"""Names that the model found at one place of an article and overlooked at another."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon import index, is_dropped, known
from tasks.extractors.mentions.spans import Span
from tasks.extractors.mentions.words import Word


def repetitions(text: str, words: Sequence[Word], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield every further place of the names found, as of the kind that most of their places have."""
    lower = {word.text for word in words if word.text[0].islower()}
    kinds: dict[str, Counter[str]] = {}
    for span in spans:
        name = text[span.start : span.end]
        if is_telling(name, lower):
            kinds.setdefault(name, Counter())[span.kind] += 1
    names = ((count.most_common(1)[0][0], name) for name, count in kinds.items())
    return known(text, words, index(names), rule="repetition")


def is_telling(name: str, lower: set[str]) -> bool:
    """Tell whether a name is one wherever it stands: it begins with a capital and is no word of the text."""
    return (
        len(name) > 2 and name[0].isupper() and name[-1].isalnum() and not (name.lower() in lower or is_dropped(name))
    )

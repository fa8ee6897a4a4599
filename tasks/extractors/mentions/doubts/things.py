"""What an article names and goes on to call by a word that the model may take for anything else.

A storm, a ship, and what a word in brackets stands for: `Olga` after `Hurricane Olga`, `Icafe` after `Cafe (Icafe)`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from tasks.extractors.mentions.kinds.events import STORM
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span


def storms_by_word(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map the word that a storm is called by to its name as the article has it: `Olga` to `Hurricane Olga`."""
    names = (" ".join(text[span.start : span.end].split()) for span in spans if span.kind == "event")
    return {name.rpartition(" ")[2]: name for name in names if STORM.fullmatch(name)}


def kinds_of_things(text: str, spans: Sequence[Span], *, people: Collection[str]) -> Mapping[str, str]:
    """Map the words for such things to their kind, but for those that somebody bears whom the article names."""
    ships = {text[span.start : span.end]: span.kind for span in spans if span.rule == "ship"}
    kinds = ships | dict.fromkeys(storms_by_word(text, spans), "event") | dict(in_brackets(text, spans))
    return {name: kind for name, kind in kinds.items() if name not in people}


def in_brackets(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Yield each word in brackets right behind the name that it is short for, by its first letter, with its kind."""
    for full, short in pairwise(spans):
        name, word = text[full.start : full.end], text[short.start : short.end]
        is_bracketed = text[full.end : short.start] == " (" and text.startswith(")", short.end)
        is_sure = full.kind == "organization" or (full.kind in ("event", "facility") and full.rule != "model")
        if is_bracketed and is_sure and " " in name and " " not in word and is_begun(word, name):
            yield word, full.kind


def is_begun(word: str, name: str) -> bool:
    """Tell whether a word begins as one of a name's words does, and is no known name: `Icafe`, `International Cafe`."""
    return kind_of(word) is None and word[0] in {part[0] for part in name.split()}

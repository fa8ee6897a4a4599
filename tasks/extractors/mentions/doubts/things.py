"""Storms and ships, which news goes on to call by a word that might be somebody's: `Olga` after `Hurricane Olga`."""

from collections.abc import Collection, Mapping, Sequence

from tasks.extractors.mentions.kinds.events import STORM
from tasks.extractors.mentions.lexicon.spans import Span


def storms_by_word(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map the word that a storm is called by to its name as the article has it: `Olga` to `Hurricane Olga`."""
    names = (" ".join(text[span.start : span.end].split()) for span in spans if span.kind == "event")
    return {name.rpartition(" ")[2]: name for name in names if STORM.fullmatch(name)}


def kinds_of_things(text: str, spans: Sequence[Span], *, people: Collection[str]) -> Mapping[str, str]:
    """Map the words for storms and ships to their kind, but for those that somebody bears whom the article names."""
    ships = {text[span.start : span.end]: span.kind for span in spans if span.rule == "ship"}
    kinds = ships | dict.fromkeys(storms_by_word(text, spans), "event")
    return {name: kind for name, kind in kinds.items() if name not in people}

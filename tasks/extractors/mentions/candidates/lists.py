"""Several names that the model took for one: `Shaked, Hendel`, `Yonhap, Itar-Tass`, `Kampala & Kayunga`."""

import re
from collections.abc import Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.given_names import genders

WHENCE = re.compile(r"\b(?:from|in|near|between|around) $")
SAID = re.compile(r" (?:said|says|reported|reports|quoted|cited)\b")
SEAM = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")


def split_lists(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, each list whose members all are names elsewhere or beforehand cut into them."""
    names = {name for span in spans for name in names_in(text[span.start : span.end])}
    for span in spans:
        members = list(members_of(text, span))
        if len(members) == 2 and are_apart(text, members):
            for start, end in members:
                yield Span(start=start, end=end, kind=kind_of(text[start:end]) or "place", rule="list")
            continue
        if len(members) > 1 and all(is_name(text[start:end], names) for start, end in members):
            for start, end in members:
                yield Span(start=start, end=end, kind=kind_of(text[start:end]) or span.kind, rule="list")
        else:
            yield span


def members_of(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what commas, `and` and `&` part."""
    start = span.start
    for seam in SEAM.finditer(text, span.start, span.end):
        yield start, seam.start()
        start = seam.end()
    yield start, span.end


def are_apart(text: str, members: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two members are two places somebody moves from or to, or a place and the outlet that says so.

    `from Minsk and Kobryn`, where one is known; `in Kobryn, Kabar said`.
    """
    (start, stop), (second, end) = members
    names = (text[start:stop], text[second:end])
    if SAID.match(text, end) and kind_of(names[1]) == "organization":
        return text[stop] == "," and kind_of(names[0]) in (None, "place") and " " not in names[0]
    is_known = any(is_city(name) or kind_of(name) == "place" for name in names)
    is_whence = WHENCE.search(text, max(0, start - 12), start) is not None and text[stop] == " "
    return is_known and is_whence and all(" " not in name and kind_of(name) in (None, "place") for name in names)


def names_in(name: str) -> Iterator[str]:
    """Yield a name that is no list, and its last word, by which a person may be called."""
    if not SEAM.search(name):
        yield name
        yield name.rpartition(" ")[2]


def is_name(member: str, names: set[str]) -> bool:
    """Tell whether a member of a list is a name known from the article or beforehand."""
    return member in names or member in genders() or kind_of(member) is not None or is_city(member)

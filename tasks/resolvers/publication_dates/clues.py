"""What an article says of the day it was published on: cited days, `yesterday` beside a cited day, days in its text."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extractors.citations import Parenthesis, find_parentheses
from tasks.extractors.citations.notes import find_notes
from tasks.extractors.dates.calendar.cited_days import MonthDay, find_days, is_month
from tasks.extractors.dates.words.reading import Context
from tasks.extractors.dates.words.tense import AHEAD, direction
from tasks.extractors.vocabulary.outlets import known_outlet
from warehouse.records import Article

YESTERDAY = re.compile(r"\b(?:yesterday|last\s+(?:night|evening))\b(?!['’]s\b)", re.IGNORECASE)
TODAY = re.compile(r"\b(?:today|this\s+morning)\b(?!['’]s\b)", re.IGNORECASE)

MORNING_KINDS = frozenset({"newspaper", "magazine"})
"""Outlets that may be cited on the day they appear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A day of the calendar and what it is to the article.

    `kind` is wire or paper (cited), text (named in the text), yesterday or today (cited for what happened then).
    """

    kind: str
    day: MonthDay


KNOWN: dict[tuple[bytes, int, int], frozenset[Clue]] = {}
"""What was found, by the digest of an article's text and where its body begins and ends."""
MOST_KNOWN = 100_000
"""Articles of which that is kept: some fifty megabytes."""


def find_clues(article: Article) -> frozenset[Clue]:
    """Return an article's clues; the same day cited twice is one clue.

    They are kept for the next time: a run asks as articles arrive, and again once their volume has landed.
    """
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()
    key = digest, article.body_start_char, article.body_end_char
    if key not in KNOWN:
        if len(KNOWN) >= MOST_KNOWN:
            KNOWN.clear()
        KNOWN[key] = clues_of(article)
    return KNOWN[key]


def clues_of(article: Article) -> frozenset[Clue]:
    """Find the clues of an article."""
    notes = list(find_notes(article.text, start=article.body_start_char))
    cited = list(find_parentheses(article, notes=notes))
    clues = {clue for parenthesis in cited for clue in cited_clues(article, parenthesis)}
    spans = [(found.start, found.end) for found in cited]
    spans += [(note.start, note.end) for note in notes if note.end <= article.body_end_char]
    return frozenset(clues | set(text_clues(article, besides=sorted(spans))))


def cited_clues(article: Article, parenthesis: Parenthesis) -> Iterator[Clue]:
    """Yield a clue for each day a parenthesis cites, and one for what its stretch of text says happened when."""
    days: dict[str, list[MonthDay]] = {"wire": [], "paper": []}
    for source in parenthesis.sources:
        outlet = known_outlet(source.outlet_text)
        kind = "paper" if outlet and outlet.kind in MORNING_KINDS else "wire"
        days[kind] += [cited.last for cited in source.days if not is_month(cited)]
    for kind, cited_days in days.items():
        yield from (Clue(kind=kind, day=day) for day in cited_days)
    reported = days["wire"] or days["paper"]
    covered = article.text[parenthesis.covers_start : parenthesis.covers_end]
    if reported and YESTERDAY.search(covered):
        yield Clue(kind="yesterday", day=max(reported, key=order))
    elif reported and TODAY.search(covered):
        yield Clue(kind="today", day=max(reported, key=order))


def order(day: MonthDay) -> tuple[int, int]:
    """Sort days within the year."""
    return day.month, day.day


def text_clues(article: Article, *, besides: list[tuple[int, int]]) -> Iterator[Clue]:
    """Yield a clue for each day named in the running text, unless its verb speaks of the future."""
    start = article.body_start_char
    body = blanked(article.body, [(first - start, last - start) for first, last in besides])
    context = Context(text=body, published_on=None)
    for run in find_days(body):
        for days in run:
            if direction(context, start=days.start, end=days.end) not in AHEAD:
                yield Clue(kind="text", day=days.last)


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Replace stretches of a text, in order, by spaces."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])

"""One of two who were named right before: `the former`, `the latter`."""

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from tasks.extractors.anaphors.candidates import Candidate
from tasks.extractors.anaphors.pairs import Pair, are_joined
from warehouse.records import Article

PHRASE = re.compile(
    r"\b[Tt]he\s(?P<which>former|latter)(?=[,;.]|['’]s\s|\s(?:has|had|have|is|was|were|will|would|could|can|may|might|must|"
    r"should|did|does|also|then|later|never|said|says|told|met|held|gave|saw|made|took|sold|bought|went|wrote|adds|argues|"
    r"believes|claims|denies|notes|stresses|wants|[a-z]{3,}ed\s(?:that|to|the|an?|his|her|its|it|no|by|in|on|for|with|as|"
    r"against|him|them))\b)"
)
"""`The former stressed that`, `the latter's fleet`, but not `the former minister`."""
SORTS = ("person", "country", "organization")
"""What sort of names two can be, the likelier first."""
SENTENCE_END = re.compile(
    r"(?<=[a-z\d)”\"])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bLt)(?<!\bMaj)(?<!\bAdm)(?<!\bSen)"
    r"(?<!\bRep)(?<!\bGov)[.?!][\"”’)]*\s"
)
REACH = 500
"""Characters before a phrase in which the sentence before its own begins."""


def ones_of_two(article: Article, candidates: Mapping[str, Sequence[Candidate]]) -> Iterator[Pair]:
    """Yield the phrases for one of two, in an article's body, of which it is clear whom they mean, with that one."""
    for phrase in PHRASE.finditer(article.text, article.body_start_char, article.body_end_char):
        since = start_of_sentence_before(article.text, phrase.start())
        two = two_before(article.text, candidates, since, phrase.start())
        if two is not None:
            member = two[0] if phrase["which"] == "former" else two[1]
            yield Pair(start=phrase.start(), end=phrase.end(), rule=f"the {phrase['which']} of two", members=(member,))


def start_of_sentence_before(text: str, place: int) -> int:
    """Tell where the sentence before that of a place begins."""
    first = max(0, place - REACH)
    ends = [found.end() for found in SENTENCE_END.finditer(text, first, place)]
    return ends[-2] if len(ends) > 1 else first


def two_before(
    text: str, candidates: Mapping[str, Sequence[Candidate]], start: int, end: int
) -> tuple[Candidate, Candidate] | None:
    """Find the only two of a sort that a stretch names, in the order of their names.

    Countries and bodies beside two people say whose these are; where `and` joins two of them, nobody is told apart.
    """
    for sort in SORTS:
        named = named_within(candidates[sort], start, end)
        if len({each.identity for each in named}) != 2:
            continue
        if sort == "person":
            others = (named_within(candidates[other], start, end) for other in SORTS[1:])
            if any(is_joined(text, other) for other in others):
                return None
        first = named[0]
        return first, next(each for each in named if each.identity != first.identity)
    return None


def named_within(candidates: Sequence[Candidate], start: int, end: int) -> Sequence[Candidate]:
    """List the candidates whose names begin between two places."""
    low, high = (bisect.bisect_left(candidates, place, key=place_of) for place in (start, end))
    return candidates[low:high]


def place_of(candidate: Candidate) -> int:
    """Give the offset that candidates are ordered by."""
    return candidate.mention.start_char


def is_joined(text: str, named: Sequence[Candidate]) -> bool:
    """Tell whether two of those named are joined by `and`."""
    return any(
        first.identity != second.identity and are_joined(text, first, second)
        for first, second in itertools.pairwise(named)
    )

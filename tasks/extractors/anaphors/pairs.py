"""Two who were named before: `the two countries`, `both sides`, `the two presidents`."""

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.extractors.anaphors.candidates import Candidate
from warehouse.records import Article

PHRASE = re.compile(
    r"\b(?:(?:the|these)\s+two|both(?:\s+of)?(?:\s+(?:the|these))?)\s+(?P<noun>sides|countries|nations|states|governments|"
    r"capitals|organizations|parties|leaders|presidents|(?:prime |foreign |defen[sc]e )?ministers|men|women)"
    r"\b(?!\s+(?:of|and|in|from|with)\b|[-‐‑])",
    re.IGNORECASE,
)
"""`between the two countries`, but not `the two sides of the river` or `both leaders and led`."""
SORTS: Mapping[str, tuple[str, ...]] = {
    "sides": ("country", "organization"),
    "organizations": ("organization",),
    "parties": ("organization",),
    "leaders": ("person",),
    "presidents": ("person",),
    "ministers": ("person",),
    "men": ("person",),
    "women": ("person",),
}
"""What sort of candidates a noun speaks of, the likelier first; any other noun speaks of countries."""
JOINED = re.compile(r"\s+and\s+(?:the\s+)?|[-‐‑–]")
LOOK_BACK = 60
"""Candidates before a phrase that are looked through, at the most: farther back nothing is clear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A phrase for two, or one of two: its place, the rule by which they were found, and the mention of each."""

    start: int
    end: int
    rule: str
    members: tuple[Candidate, ...]


def pairs(article: Article, candidates: Mapping[str, Sequence[Candidate]]) -> Iterator[Pair]:
    """Yield the phrases for two, in an article's body, of which it is clear whom they mean."""
    for phrase in PHRASE.finditer(article.text, article.body_start_char, article.body_end_char):
        noun = phrase["noun"].lower().split()[-1]
        for sort in SORTS.get(noun, ("country",)):
            before = named_before(candidates[sort], phrase.start(), noun)
            two = joined_last(article.text, before)
            rule = "pair named together"
            if two is None and noun != "sides":
                two, rule = only_two(article.text, before, phrase.start()), "only two named"
            if two:
                yield Pair(start=phrase.start(), end=phrase.end(), rule=rule, members=two)
                break


def named_before(candidates: Sequence[Candidate], place: int, noun: str) -> Sequence[Candidate]:
    """List the last candidates before a place that a noun can mean: of presidents, those that are said to be one."""
    index = bisect.bisect_left(candidates, place, key=lambda each: each.mention.start_char)
    before = candidates[max(0, index - LOOK_BACK) : index]
    if noun not in ("presidents", "ministers"):
        return before
    holders = {each.identity for each in before if noun[:-1] in (each.mention.role or "").lower()}
    return [each for each in before if each.identity in holders]


def joined_last(text: str, before: Sequence[Candidate]) -> tuple[Candidate, Candidate] | None:
    """Find the two named together last, unless a third was named with them or since."""
    since: set[str] = set()
    for index in range(len(before) - 1, 0, -1):
        first, second = before[index - 1], before[index]
        since.add(second.identity)
        if first.identity == second.identity or not are_joined(text, first, second):
            continue
        is_list = index > 1 and text[before[index - 2].mention.end_char : first.mention.start_char] == ", "
        is_alone = since <= {first.identity, second.identity}
        return (first, second) if is_alone and not is_list else None
    return None


def are_joined(text: str, first: Candidate, second: Candidate) -> bool:
    """Tell whether nothing but `and`, a hyphen or the second one's office parts two members."""
    between = text[first.mention.end_char : second.mention.start_char]
    role = second.mention.role
    if role and between.rstrip().endswith(role):
        between = between.rstrip().removesuffix(role)
        return re.fullmatch(r"\s+and\s+(?:[A-Z][\w.]*(?:['’]s)?\s+)?", between) is not None
    return JOINED.fullmatch(between) is not None


def only_two(text: str, before: Sequence[Candidate], place: int) -> tuple[Candidate, Candidate] | None:
    """Find the only two that the paragraph so far names, or the article so far where the paragraph names fewer."""
    if len(before) < 2:
        return None
    paragraph = text.rfind("\n\n", 0, place)
    for start in (paragraph, -1):
        last = {each.identity: each for each in before if each.mention.start_char > start}
        if len(last) >= 2:
            first, second, *others = sorted(last.values(), key=lambda each: each.mention.start_char)
            return None if others else (first, second)
    return None

"""Offices that stand alone in a text: `the defense minister`, `Russia's president`, `the prime minister of Ukraine`."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from warehouse.records import Article, Mention

HEAD = re.compile(rf"\b(?:{any_of('office held by one')})\b(?![-‐‑])", re.IGNORECASE)
"""Offices that one person at a time holds of a country or body; ranks, such as `general`, many hold."""
WORD_BEFORE = re.compile(r"(?P<word>[\w-]+)\s+$")
DETERMINER = re.compile(r"\b[Tt]he\s+$")
AFTER_NATION = re.compile(r"(?P<owner>['’]s?)?\s+$")
MOST_QUALIFIERS = 4
REACH = 40
LATER = re.compile(
    r"(?:\b(?:appoint\w*|nam(?:ed|ing)|elect\w*|becom\w+|became|was|is|were|be|been|being|remain\w*|"
    r"(?:run|running|ran|bid|candidates?) for|(?:serv|work|act)\w* as|"
    r"(?:post|office|job|position|role|seat|title) of))\s+$",
    re.IGNORECASE,
)
"""What says that somebody is or will be the holder of an office, or that none is meant: `he became the president`."""
NOBODY = re.compile(
    r"[-‐‑]|\s+(?:elect|designate|general|of|for|post|job|seat|position|title|election|elections|candidate|candidates|"
    r"candidacy|office)\b"
)
"""What after an office makes something else of it: `the president-elect`, `the leader of the party`."""
OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?")
APPOSITION = re.compile(r",?\s+(?:[A-Z][\w.’-]*\s+){0,3}")
"""Between an office and the name beside it, where the office is no phrase of its own: `the minister, Gen. Orlov`."""
FARTHEST_NAME = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that stands alone: its place, its words, small, and the country that the phrase names."""

    start: int
    end: int
    role: str
    country_code: str | None


def offices(article: Article, mentions: Sequence[Mention]) -> Iterator[Office]:
    """Yield the offices in an article's body beside which nobody is named."""
    people = [mention.start_char for mention in mentions if mention.kind == "person"]
    ends = {mention.end_char: mention for mention in mentions}
    starts = {mention.start_char: mention for mention in mentions}
    inside = bytearray(len(article.text))
    for mention in mentions:
        inside[mention.start_char : mention.end_char] = b"\1" * (mention.end_char - mention.start_char)
    for head in HEAD.finditer(article.text, article.body_start_char, article.body_end_char):
        if inside[head.start()]:
            continue
        office = office_at(article.text, head, ends=ends, starts=starts)
        if office and office.start >= article.body_start_char and not is_named(article.text, office.end, people):
            yield office


def is_named(text: str, end: int, people: Sequence[int]) -> bool:
    """Tell whether the person who holds an office is named right behind it, given where people are named."""
    index = bisect.bisect_left(people, end)
    if index == len(people) or people[index] - end > FARTHEST_NAME:
        return False
    return APPOSITION.fullmatch(text, end, people[index]) is not None


def office_at(text: str, head: re.Match[str], *, ends: dict[int, Mention], starts: dict[int, Mention]) -> Office | None:
    """Read the phrase around the last word of an office; none where it is indefinite, or part of something else."""
    first = first_word(text, head.start())
    start, country_code = beginning(text, first, ends)
    if start is None or LATER.search(text, max(0, start - REACH), start):
        return None
    end = head.end()
    of_country = OF_COUNTRY.match(text, end)
    state = starts.get(of_country.end()) if of_country else None
    if state and state.kind == "place" and state.country_code and country_code is None:
        end, country_code = state.end_char, state.country_code
    elif NOBODY.match(text, end, end + FARTHEST_NAME):
        return None
    words = text[first : head.end()].lower().replace("defence", "defense").split()
    return Office(start=start, end=end, role=" ".join(words), country_code=country_code)


def first_word(text: str, start: int) -> int:
    """Find where the words begin that qualify an office: `deputy foreign` of `deputy foreign minister`."""
    for _ in range(MOST_QUALIFIERS):
        match = WORD_BEFORE.search(text, max(0, start - REACH), start)
        if match is None or match["word"].lower() not in words_for("qualifier of an office"):
            break
        start = match.start("word")
    return start


def beginning(text: str, first: int, ends: dict[int, Mention]) -> tuple[int | None, str | None]:
    """Find where a definite phrase begins, by its article or its country, and which country that is."""
    determiner = DETERMINER.search(text, max(0, first - REACH), first)
    if determiner:
        return determiner.start(), None
    gap = AFTER_NATION.search(text, max(0, first - REACH), first)
    nation = ends.get(gap.start()) if gap else None
    if gap is None or nation is None or not nation.country_code:
        return None, None
    if gap["owner"]:
        return nation.start_char, nation.country_code
    determiner = DETERMINER.search(text, max(0, nation.start_char - REACH), nation.start_char)
    return (determiner.start(), nation.country_code) if determiner else (None, None)

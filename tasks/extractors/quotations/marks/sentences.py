"""Splits a paragraph's reading into sentences, minding abbreviations and initials."""

import bisect
import re
from collections.abc import Iterator, Sequence

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.lexicon.tables import any_of, words_for
from tasks.extractors.vocabulary.datelines import leading_dateline

BOUNDARY = re.compile(r"[.?!…][\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[–—-]{0,3}\s?(?:[^\W\d_a-zà-ÿ]|[0-9]))")
"""The end of a sentence before a capital or a digit: `went home. The`, `"Yes." He`."""

ABBREVIATIONS = frozenset(
    word.lower()
    for use in ("abbreviated title", "abbreviated month", "abbreviated state", "abbreviation in references")
    for word in words_for(use)
)
"""Words whose period ends no sentence, in lower case: titles, months and states as the Associated Press writes them."""

JOINT = re.compile(r"[;:]\s+(?!(?:and\s|but\s)?(?:that|whether|which|who|if)\b)")
"""What parts clauses of equal standing; not before what goes on with the clause before: `said that …; that …`."""
ANOTHER_SOURCE = re.compile(
    r",?\s+(?:and|but|while|whereas),?\s+(?=according\sto\s)|"
    r"(?<=according\sto\s)(?:[^\s,;]+\s){0,8}?[^\s,;]+(?P<end>,?\s+(?:and|but|while|whereas)\s+)"
    r"(?=[^;]*[\s,]according\sto\s)"
)
"""What parts the words of two sources: `According to Itar …|, and according to RIA …`."""
WORD = re.compile(r"[A-Za-z]+")
REPORTING = frozenset({"speech", "naming"})
LAST_WORD = re.compile(r"([A-Za-z]+(?:\.[A-Za-z]+)*)\.$")
REGNAL = re.compile(
    r"\b(?:(?:King|Queen|Tsar|Czar|Sultan|Emperor|Empress|Pope|Shah|Kaiser|Prince|Caliph) [A-Z]\w+"
    r"|World War|War|Phase|Part|Chapter|Article|Volume|Stage|Category|START|SALT) [IVX]$"
)
"""A number and no initial: `Sultan Murad I`, `World War I`."""
LONGEST_REGNAL = 40
SENTENCE_OPENERS = re.compile(rf"[\"“‘'«(\[]*(?:{any_of('no name after it')})\b")
"""A word that a name never goes on with: after `U.S.` it begins a sentence."""
BEGUN_ANEW = rf"(?i:{any_of('no name after it')})|{any_of('begins a clause behind and')}"
JOINED_ON = re.compile(
    rf"And (?:(?!(?:{BEGUN_ANEW})\b)[^\W_]|the rest\b)"
    r"|But (?:for|from|in|not|to|with)\b"
    r"|(?:At|For) \d"
    r"|(?:At|For|In|On|This)(?: (?!(?:I|he|it|she|they|we|you)\b)[\w’'-]+){1,4}\."
)
"""How wires go on behind initials, after which each word has a capital: `the U.S. |And Japan`, `the U.S. |On May 3.`"""
NO_SENTENCE = re.compile(r"(?:(?:The|A|Both|Many|Most|Some|Two|In|For|But|And) ){0,2}(?:the )?")
"""What no sentence consists of, before initials: `|U.S. And NATO forces`."""
BETWEEN = re.compile(r"\bbetween (?:the )?$")
"""What no sentence ends with, before initials: `a pact |between |U.S. And`."""
LONGEST_BETWEEN = 12


def sentences(reading: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last offset of each sentence of a paragraph, without a dateline before the first."""
    start = leading_dateline(reading)
    for boundary in BOUNDARY.finditer(reading):
        if is_abbreviation(reading, start, period=boundary.start(), following=boundary.end()):
            continue
        end = boundary.start() + len(boundary.group().rstrip())
        yield start, end
        start = boundary.end()
    if start < len(reading):
        yield start, len(reading)


def clauses(reading: str, start: int, end: int, *, quoted: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last offset of each part of a sentence that has a speaker of its own: `…; Orlov said …`.

    A parse of the whole would let the verb of one part take the words of another. A part without a verb that reports
    or names goes with the one before it, and so does what goes on with `that`. A colon parts two speakers only where
    words are quoted on either side of it; `quoted` holds where quoted words begin.
    """
    for last, first in joints(reading, start, end):
        before, after = (start, last), (first, end)
        is_colon = reading[last - 1] == ":"
        if is_colon and not (holds_any(quoted, start, last - 1) and holds_any(quoted, first + 1, end)):
            continue
        if reports(reading[slice(*before)]) and reports(reading[slice(*after)]):
            yield start, last
            start = first
    yield start, end


def joints(reading: str, start: int, end: int) -> list[tuple[int, int]]:
    """List where the part before a joint ends, and where the one after it begins."""
    marks = [(joint.start() + 1, joint.end()) for joint in JOINT.finditer(reading, start, end)]
    sources = [
        joint.span("end") if joint["end"] else joint.span() for joint in ANOTHER_SOURCE.finditer(reading, start, end)
    ]
    return sorted(marks + sources)


def holds_any(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of some places in order lies between two offsets."""
    return bisect.bisect_left(places, start) < bisect.bisect_left(places, end)


def reports(part: str) -> bool:
    """Tell whether a part of a sentence holds a verb that reports or names, or a source: `according to`."""
    is_told = any(kind_of(word) in REPORTING or reports_of(word) for word in WORD.findall(part))
    return is_told or "ccording to " in part


def is_abbreviation(reading: str, start: int, *, period: int, following: int) -> bool:
    """Tell whether a period belongs to an abbreviation or initial that the sentence begun at `start` goes on after."""
    if reading[period] != ".":
        return False
    word = LAST_WORD.search(reading, max(0, period - 20), period + 1)
    if word is None:
        return False
    letters = word.group(1)
    if letters.lower() in ABBREVIATIONS:
        return True
    if REGNAL.search(reading, max(0, period - LONGEST_REGNAL), period):
        return False
    is_initials = (len(letters) == 1 and letters.isupper()) or "." in letters
    if not is_initials or SENTENCE_OPENERS.match(reading, following) is None:
        return is_initials
    return "." in letters and is_joined_on(reading, start, first=word.start(), following=following)


def is_joined_on(reading: str, start: int, *, first: int, following: int) -> bool:
    """Tell whether a sentence begun at `start` goes on behind initials at `first` with a word in capitals."""
    is_alone = NO_SENTENCE.fullmatch(reading, start, first) is not None
    is_one_of_two = BETWEEN.search(reading, max(start, first - LONGEST_BETWEEN), first) is not None
    return is_alone or is_one_of_two or JOINED_ON.match(reading, following) is not None

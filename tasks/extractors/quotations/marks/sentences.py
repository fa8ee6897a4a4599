"""Splits a paragraph's reading into sentences, minding abbreviations and initials."""

import re
from collections.abc import Iterator

BOUNDARY = re.compile(r"[.?!…][\"”’'»)\]]{0,3}\s+(?=[\"“‘'«(\[–—-]{0,3}\s?(?:[^\W\d_a-zà-ÿ]|[0-9]))")
"""The end of a sentence before a capital or a digit: `went home. The`, `"Yes." He`."""

ABBREVIATIONS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "reps",
        "sens",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "adm",
        "cmdr",
        "rev",
        "fr",
        "st",
        "ste",
        "prof",
        "hon",
        "pres",
        "msgr",
        "supt",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "vs",
        "v",
        "no",
        "nos",
        "op",
        "cit",
        "fig",
        "ed",
        "eds",
        "vol",
        "ala",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "del",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "md",
        "mass",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "penn",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
    )
)
"""Words whose period ends no sentence, in lower case: titles, months and states as the Associated Press writes them."""

LAST_WORD = re.compile(r"([A-Za-z]+(?:\.[A-Za-z]+)*)\.$")
SENTENCE_OPENERS = re.compile(
    r"[\"“‘'«(\[]*(?:The|He|She|It|They|But|And|In|On|At|A|An|This|That|These|Those|We|I|You|His|Her|Its|Their|There|"
    r"When|While|After|As|For|If|So|Yet|Both|Such|Yes)\b"
)
"""A word that a name never goes on with: after `U.S.` it begins a sentence."""


def sentences(reading: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last offset of each sentence of a paragraph."""
    start = 0
    for boundary in BOUNDARY.finditer(reading):
        if is_abbreviation(reading, period=boundary.start(), following=boundary.end()):
            continue
        end = boundary.start() + len(boundary.group().rstrip())
        yield start, end
        start = boundary.end()
    if start < len(reading):
        yield start, len(reading)


def is_abbreviation(reading: str, *, period: int, following: int) -> bool:
    """Tell whether a period belongs to an abbreviation or initial that the sentence goes on after."""
    if reading[period] != ".":
        return False
    word = LAST_WORD.search(reading, max(0, period - 20), period + 1)
    if word is None:
        return False
    letters = word.group(1)
    if letters.lower() in ABBREVIATIONS:
        return True
    is_initials = (len(letters) == 1 and letters.isupper()) or "." in letters
    return is_initials and SENTENCE_OPENERS.match(reading, following) is None

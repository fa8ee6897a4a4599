"""Lines between title and text: who wrote it, and what a web site files it under."""

import re

NAME_PARTICLES = "al bin da de del den der di dos du el ibn la las le los ter van von"
"""Parts of names that are written small: `van den Berg`."""

BYLINE = re.compile(r"by:?\s+(?P<author>\S.*)", re.IGNORECASE)
MAXIMUM_BYLINE_LENGTH = 100
BYLINE_PARTICLES = frozenset(f"and of & {NAME_PARTICLES}".split())

CATALOGUE_LINE = re.compile(r"(?:category|categories|tags|topics|regions?|keywords)\s*:", re.IGNORECASE)
MAXIMUM_CATALOGUE_LENGTH = 200


def byline_of(line: str) -> str | None:
    """Return the author that a line names, as `By Vladimir Socor` does; None where it is no byline."""
    match = BYLINE.fullmatch(line) if len(line) <= MAXIMUM_BYLINE_LENGTH else None
    if not match:
        return None
    author = " ".join(match["author"].split()).rstrip(",")
    words = author.replace(",", " ").split()
    is_name = all(word.lower() in BYLINE_PARTICLES or is_name_word(word) for word in words)
    return author if len(words) >= 2 and is_name and not is_sentence_end(words[-1]) else None


def is_catalogue_line(line: str) -> bool:
    """Tell whether a line is what a web site files an article under: `Category: Eurasia Daily Monitor`."""
    return len(line) <= MAXIMUM_CATALOGUE_LENGTH and CATALOGUE_LINE.match(line) is not None


def is_name_word(word: str) -> bool:
    """Tell whether a word can be part of a person's name: letters, a capital first, no digit."""
    return word[:1].isupper() and not any(char.isdigit() for char in word)


def is_sentence_end(word: str) -> bool:
    """Tell whether a word ends a sentence; an initial or `Jr.` does not."""
    return word.endswith((".", "!", "?")) and len(word.rstrip(".!?")) > 2

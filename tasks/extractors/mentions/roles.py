"""The office or title stated before a person's name: `Deputy Foreign Minister Grigory Karasin`."""

import functools
import re

from tasks.extractors.mentions.tables import rows

WORD = re.compile(r"[\w’'-]+")
BETWEEN = re.compile(r"[.]?,?\s+|-")
"""What may stand between an office and a name, or between its words."""
WINDOW = 80
MOST_WORDS = 8


def role_before(text: str, start: int) -> str | None:
    """Read the office stated directly before the person whose name begins here, as written."""
    if start == 0 or not text[start - 1].isspace():
        return None
    words = list(WORD.finditer(text, max(0, start - WINDOW), start))
    if not words or words[-1].group().lower() not in words_of_kind("office"):
        return None
    if not BETWEEN.fullmatch(text, words[-1].end(), start):
        return None
    first = last = len(words) - 1
    for position in range(last, max(-1, last - MOST_WORDS), -1):
        word = words[position].group().lower()
        if position < last and not BETWEEN.fullmatch(text, words[position].end(), words[position + 1].start()):
            break
        if word in words_of_kind("office") or word in words_of_kind("qualifier"):
            first = position
        elif word not in words_of_kind("joining"):
            break
    return text[words[first].start() : words[last].end()]


@functools.cache
def words_of_kind(kind: str) -> frozenset[str]:
    """Read the words that an office is called by, that qualify it, or that join its words."""
    return frozenset(word for row in rows("roles.csv") if row["kind"] == kind for word in row["words"].split("|"))

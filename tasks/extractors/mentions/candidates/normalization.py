"""A text as the model was taught to read: no headline capitals, no hard line ends, the same length throughout."""

import functools
import re

from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.tables import rows, words_for
from tasks.extractors.vocabulary.datelines import certain_datelines

MISPRINTED = re.compile(r"(?<=[a-z])(?:\"|`|´)(?=s(?: [a-z]|[.,;:]))")
"""What some wires set in place of an apostrophe: `Orlov"s`."""
LINE = re.compile(r"[^\r\n]+")
CAPITALS = re.compile(r"[^\W\d_]{2,}")
LETTERS_OF_A_HEADLINE = 12
SMALL_RUN = re.compile(r"[a-z]{5}")
"""What no line of capitals holds, and nearly every other does."""
SPACES = str.maketrans({"\r": "\n", "\t": " ", "\xa0": " ", "\u2009": " ", "\u202f": " ", "\u3000": " "})
SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Halves of characters, which the model cannot read."""
NOTE = re.compile(r"(?<=[\w.,;:)”\"’'\]])\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
"""The mark of a footnote: `the university.[1][2]`."""
WRAP = re.compile(
    r"(?<=[a-z,;])(?: ?\n| ?\r\n)(?=[a-z(])|(?<=[a-z,] )\r?\n(?=[^\s])|(?<=[a-z,])\r?\n(?=[A-Z][a-z]+ [a-z])"
)
"""A line's end within a sentence: the next line goes on in small letters, `minister\\nof`, or with a name."""


def normalized(text: str) -> str:
    """Rewrite a text of the same length: capitals only where a newspaper sets them, spaces for line ends and notes.

    What a dateline stands before begins on a line of its own: the model takes no name for one right behind a dash.
    """
    readable = SURROGATE.sub("\ufffd", NOTE.sub(spaces, WRAP.sub(spaces, text)).translate(SPACES))
    readable = MISPRINTED.sub("'", readable)
    for _, end in certain_datelines(readable):
        readable = f"{readable[: end - 1]}\n{readable[end:]}"
    if not any(character.isupper() for character in readable):
        return same_length(readable, CAPITALS.sub(raised, readable))
    return same_length(readable, LINE.sub(calmed, readable))


def spaces(line_end: re.Match[str]) -> str:
    """Set spaces in place of what is matched."""
    return " " * len(line_end.group())


def same_length(text: str, rewritten: str) -> str:
    """Fall back to the text itself where a change of case changed its length, as that of `ß` does."""
    return rewritten if len(rewritten) == len(text) else text


def calmed(line: re.Match[str]) -> str:
    """Set a line of capitals as a title: `WALKOUT IN FAR EAST` as `Walkout in Far East`."""
    if SMALL_RUN.search(line.group()):
        return line.group()
    letters = [character for character in line.group() if character.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if len(letters) < LETTERS_OF_A_HEADLINE or capitals < 0.8 * len(letters):
        return line.group()
    return CAPITALS.sub(as_in_title, line.group())


def as_in_title(word: re.Match[str]) -> str:
    """Set one word of a line of capitals."""
    capitals = word.group()
    if capitals.lower() in words_for("small in titles"):
        return capitals.lower()
    return capitals if kind_of(capitals) else capitals.capitalize()


def raised(word: re.Match[str]) -> str:
    """Give a country's name its capital back in a text that has none."""
    return country_words().get(word.group(), word.group())


@functools.cache
def country_words() -> dict[str, str]:
    """Read the words of the countries' list, small, with the form that they have there."""
    words: dict[str, str] = {}
    also_words = words_for("no country when small")
    for row in rows("countries.csv"):
        for name in f"{row['names']}|{row['adjectives']}|{row['capitals']}".split("|"):
            if name.isalpha() and name.lower() not in also_words:
                words[name.lower()] = name
    return words

"""A text as the model was taught to read: no headline capitals, no hard line ends, the same length throughout."""

import functools
import re

from tasks.extractors.mentions.lexicon import kind_of, rows

LINE = re.compile(r"[^\r\n]+")
CAPITALS = re.compile(r"[^\W\d_]{2,}")
LETTERS_OF_A_HEADLINE = 12
SPACES = str.maketrans({"\r": " ", "\t": " ", "\xa0": " ", "\u2009": " ", "\u202f": " ", "\u3000": " "})
WRAP = re.compile(r"(?<=[^\s.!?:;”\"’'])\n(?=[a-z(“\"‘])|(?<=[a-z,] )\n(?=\S)|(?<=[a-z,])\n(?=[A-Z][a-z]+ [a-z])")
"""A line's end within a sentence: the next line goes on in small letters."""
SMALL = frozenset(
    "a an and as at but by for from in into is its nor not of off on or out over per so than that the to up via vs with "
    "are was were will be has have had it he she his her their no after before against amid under who says say said".split()
)
ALSO_WORDS = frozenset("us who turkey chad polish turkish guinea bath nice hue lima niger a c".split())
"""Names of countries and capitals that are words of the language when written small."""


def legible(text: str) -> str:
    """Rewrite a text of the same length: capitals only where a newspaper sets them, spaces for single line ends."""
    readable = WRAP.sub(" ", text.translate(SPACES))
    if not any(character.isupper() for character in readable):
        return same_length(text, CAPITALS.sub(raised, readable))
    return same_length(text, LINE.sub(calmed, readable))


def same_length(text: str, rewritten: str) -> str:
    """Fall back to the text itself where a change of case changed its length, as that of `ß` does."""
    return rewritten if len(rewritten) == len(text) else text


def calmed(line: re.Match[str]) -> str:
    """Set a line of capitals as a title: `WALKOUT IN FAR EAST` as `Walkout in Far East`."""
    letters = [character for character in line.group() if character.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if len(letters) < LETTERS_OF_A_HEADLINE or capitals < 0.8 * len(letters):
        return line.group()
    return CAPITALS.sub(as_in_title, line.group())


def as_in_title(word: re.Match[str]) -> str:
    """Set one word of a line of capitals."""
    capitals = word.group()
    if capitals.lower() in SMALL:
        return capitals.lower()
    return capitals if kind_of(capitals) else capitals.capitalize()


def raised(word: re.Match[str]) -> str:
    """Give a country's name its capital back in a text that has none."""
    return country_words().get(word.group(), word.group())


@functools.cache
def country_words() -> dict[str, str]:
    """Read the words of the countries' list, small, with the form that they have there."""
    words: dict[str, str] = {}
    for row in rows("countries.csv"):
        for name in f"{row['names']}|{row['adjectives']}|{row['capitals']}".split("|"):
            if name.isalpha() and name.lower() not in ALSO_WORDS:
                words[name.lower()] = name
    return words

"""Outlets that somebody told something, be their name something else as well: `told Kabar`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.outlets import known_outlet

TOLD = re.compile(
    r"\b(?:told|tells|interview with|quoted by"
    r"|(?:complained|confirmed|admitted|explained|revealed|disclosed|commented) to) "
    r"(?:the )?(?:(?:(?!that\b)[a-z-]+|[A-Z][a-z]+(?:an|ish|ese|i|kh|ch)) ){0,3}?"
    r"(?P<name>[A-Z][\w’'&-]*(?: [\w’'&-]+){0,3})"
)
"""`told the Kyrgyz agency Kabar`, with up to three words that follow the name's first."""
CHANNELS = ("Radio", "Channel", "BBC", "ITV", "RTR", "NTV", "ORT", "Television", "TV")
NUMBER = re.compile(
    r" (?:\d{1,2}|One|Two|Three|Four|Five|Six)(?: Live| Extra)?\b(?![-.,]\d| (?:percent|million|years)\b)"
)
"""`BBC Radio| 4`, `BBC Radio| Five Live`."""
CLAUSE = frozenset({"that", "he", "she", "it", "they", "there", "the", "a", "in", "on", "this", "of"})
"""What begins what an outlet is told."""
OWNER = re.compile(r"(?P<owner>.+?)['’]s?(?: (?P<owned>[A-Z].*))?$")
MORE = re.compile(r" [A-Z]")


def without_person(name: str) -> str:
    """Leave out whom an outlet has, and its owner's ending: `Kabar` of `Kabar's Rosa Hale`, but not `Kabar's Today`."""
    owner = OWNER.match(name)
    is_person = owner is not None and (not owner["owned"] or owner["owned"].partition(" ")[0] in genders())
    return owner["owner"] if owner and is_person else name


WEB_SITE = re.compile(
    r"\b(?:website|web site|site|portal|agency|outlet|newspaper|daily|service|blog|news) "
    r"(?P<name>(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|tv|news|media|[a-z]{2}))(?![\w@/-]|\.\w)"
)
"""`the news website |24.kg`."""


def web_sites(text: str) -> Iterator[Span]:
    """Yield the sites of the web that a noun before them tells."""
    for match in WEB_SITE.finditer(text):
        yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="outlet")


def told(text: str) -> Iterator[Span]:
    """Yield the known outlets whom something is told to, or by whom somebody is quoted."""
    for match in TOLD.finditer(text):
        words = match["name"].split(" ")
        sizes = (size for size in range(len(words), 0, -1) if words[size - 1] not in CLAUSE)
        names = (without_person(" ".join(words[:size])) for size in sizes)
        name = next((each for each in names if known_outlet(each)), None)
        stop = match.start("name") + len(name or "")
        is_numbered = name is not None and name.endswith(CHANNELS) and NUMBER.match(text, stop) is not None
        if name is not None and (is_numbered or MORE.match(text, stop) is None):
            bare = name.removeprefix("The ")
            end = match.start("name") + len(name)
            number = NUMBER.match(text, end) if name.endswith(CHANNELS) else None
            end = number.end() if number else end
            bare = f"{bare}{number.group()}" if number else bare
            yield Span(start=end - len(bare), end=end, kind="organization", rule="outlet")

"""Mines and deposits by the noun behind them, straits and capes by that before: `the |Joe Marsh| gold mine`.

`the |Straits of Marwen|`, `the |Hale Creek| deposit`.
"""

import calendar
import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of
from tasks.extractors.mentions.names.companies import COMPANY
from tasks.extractors.mentions.names.people import CAPITAL_BEFORE, LONGEST_WORD

YIELD = any_of("what a mine yields")
SITE = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]t|[Oo]f|[Ii]n|[Aa]nd)|['’]s?|,) "
    rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})(?: (?:{YIELD}|and)){{0,3}} "
    rf"(?:{any_of('site of riches')}|(?P<ambiguous>{any_of('site of riches or something else')}))\b"
    r"(?! (?:staff|office|offices|trip|hospital|commander|marshal|test|tests|work|workers|account|accounts|lane)\b)"
)
RICHES = re.compile(rf"\b(?:{YIELD}|barrels?|bpd|drilling|wells?|ores?|crude|tonnes|tons|ounces?)\b")
"""What a text on what lies in the ground has, where a field may be one."""
FEATURE = re.compile(
    rf"(?<![\w’'-])(?:{any_of('feature of water or land')}) of (?:the )?"
    r"(?P<place>[A-Z][\w’-]*[a-z](?: (?:de(?: la)?|del|di|da) [A-Z][\w’-]+)?(?: [A-Z][\w’-]*)*)(?![\w-])"
)
"""`Straits of Marwen`."""
SEA_ALONE = re.compile(
    r"(?<=[Tt]he )(?:Mediterranean|Caribbean|Baltic)(?=[.,;:)\n]|$"
    r"| (?:and|or|in|on|for|as|is|was|were|by|to|from|since|where|which|that|after|during|with|at|has|had"
    r"|will|would|off)\b)"
)
"""`in the |Caribbean|`, but not `the Caribbean states`."""
PARTICLED = re.compile(r"[^ ]+(?: [a-z ]+ [^ ]+)?")
DAYS = frozenset(calendar.day_name)
BEFORE_A_NAME = frozenset({"Good", "Saint", "San", "Santa", "St"})
NO_PLACE = frozenset({"Call", "Calls", "Entry", "Discharge", "Loading", "Origin"})


def features(text: str) -> Iterator[Span]:
    """Yield the straits, capes, islands and ports that a word for them and `of` begin.

    What goes on with another capital is a body, `Port of Narok Authority`, but for places of two words.
    """
    for match in SEA_ALONE.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="place", rule="site")
    for match in FEATURE.finditer(text):
        words = match["place"].split(" ")
        place = " ".join(words[:-1] if words[-1] in DAYS else words)
        is_one = PARTICLED.fullmatch(place) is not None or place.partition(" ")[0] in BEFORE_A_NAME
        is_place = is_one or kind_of(place) == "place" or is_city(place)
        before = CAPITAL_BEFORE.search(text, max(0, match.start() - LONGEST_WORD), match.start())
        is_rest = before is not None and not is_stop_word(before["word"])  # `Gobi |Desert of Mongolia`
        if place and place not in NO_PLACE and is_place and not is_rest:
            end = match.start("place") + len(place)
            yield Span(start=match.start(), end=end, kind="place", rule="site")


def sites(text: str) -> Iterator[Span]:
    """Yield the sites of what lies in the ground, but for those that are told by a country or a firm alone."""
    for match in SITE.finditer(text):
        name = match["name"]
        is_other = (
            name.endswith(("'s", "’s"))
            or kind_of(name) not in (None, "place")
            or COMPANY.match(name)
            or is_stop_word(name)
        )
        is_site = not match["ambiguous"] or RICHES.search(text)
        if is_site and not (is_other or is_headword(name.rpartition(" ")[2])):
            yield Span(start=match.start("name"), end=match.end("name"), kind="place", rule="site")

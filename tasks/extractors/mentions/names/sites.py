"""Mines, fields and deposits by the noun behind them: `the |Joe Marsh| gold mine`, `the |Hale Creek| deposit`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.headwords import is_headword
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of
from tasks.extractors.mentions.names.companies import COMPANY

YIELD = any_of("what a mine yields")
SITE = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]t|[Oo]f|[Ii]n|[Aa]nd)|['’]s?|,) "
    rf"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})(?: (?:{YIELD}|and)){{0,3}} "
    rf"(?:{any_of('site of riches')}|(?P<ambiguous>{any_of('site of riches or something else')}))\b"
    r"(?! (?:staff|office|offices|trip|hospital|commander|marshal|test|tests|work|workers|account|accounts|lane)\b)"
)
RICHES = re.compile(rf"\b(?:{YIELD}|barrels?|bpd|drilling|wells?|ores?|crude|tonnes|tons|ounces?)\b")
"""What a text on what lies in the ground has, where a field may be one."""


def sites(text: str) -> Iterator[Span]:
    """Yield the sites of what lies in the ground, but for those that are told by a country or a firm alone."""
    for match in SITE.finditer(text):
        name = match["name"]
        is_other = kind_of(name) not in (None, "place") or COMPANY.match(name) or is_stop_word(name)
        is_site = not match["ambiguous"] or RICHES.search(text)
        if is_site and not (is_other or is_headword(name.rpartition(" ")[2])):
            yield Span(start=match.start("name"), end=match.end("name"), kind="place", rule="site")

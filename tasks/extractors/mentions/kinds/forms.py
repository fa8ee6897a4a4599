"""What the form of a name and the word beside it say of its kind, whatever the article says elsewhere."""

import re

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import headwords
from tasks.extractors.mentions.lexicon.lexicon import kind_of, lexicon
from tasks.extractors.mentions.lexicon.regions import countries_of_region, us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import plain
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.nouns import noun_kind

FIRST_AND_LAST = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z][\w’'-]+")
CONSTITUENCY_AFTER = re.compile(r" (?:MPs?|MSPs?|MEPs?|constituency|by-election|ward)\b")
"""`the Gudermes North MP`."""
BODIES = ("organization", "body", "state's body")
BY_A_WORD = frozenset({"Bank", "Fund", "Commission", "Ministry", "Court"})
"""What a body may be called by, with its capital, once it has been named."""
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}(?:-[A-Z]{2,6})?s?$")
"""`KLA`, and `CTF-NE` of a force and where it is."""
WRITTEN_AS_FIRM = re.compile(r"[A-Z][a-z]{1,5}[A-Z]{2,4}|[\w-]+\.(?:com|co\.uk|org|net|biz|info|ru|de|tv)")
"""Letters of Russian plants, and sites of the web: `KamAZ`, `Lakewatch.co.uk`."""
LONGEST_LETTERS = 3


def is_full_name(name: str) -> bool:
    """Tell whether a name is a given name and one word more."""
    first = name.partition(" ")[0]
    is_of_two = "-" in first and all(part in genders() for part in first.split("-"))  # `Heinz-Josef`
    is_given = is_of_two or (first in genders() and kind_of(first) is None)
    return is_given and FIRST_AND_LAST.fullmatch(name) is not None


def is_body_of_us(name: str) -> bool:
    """Tell whether a name is that of a known body behind its country: `U.S. Federal Reserve`."""
    country, _, body = name.partition(" ")
    return country in ("U.S.", "US", "U.K.", "UK") and lexicon().kinds.get(plain(body)) in BODIES


def is_constituency(text: str, span: Span) -> bool:
    """Tell whether what was taken for somebody is whom an MP sits for: `the Gudermes North MP`."""
    is_behind_article = text.endswith(("the ", "The "), 0, span.start)
    return span.kind == "person" and is_behind_article and CONSTITUENCY_AFTER.match(text, span.end) is not None


def is_body_by_form(text: str, span: Span) -> bool:
    """Tell whether what was taken for somebody is a body: an acronym, or a word for bodies behind `the`: `the Bank`."""
    name = text[span.start : span.end]
    is_word = headwords().get(("last", name)) == "organization" and text.endswith(("the ", "The "), 0, span.start)
    is_named = (span.kind in ("person", "organization", "facility") and is_word) or name in BY_A_WORD
    is_acronym = span.kind in ("organization", "person", "place") and ACRONYM.match(name) is not None
    return is_named or (is_acronym and not is_area(name)) or WRITTEN_AS_FIRM.fullmatch(name) is not None


def is_body_by_noun(name: str, span: Span) -> bool:
    """Tell whether a word is the noun for a body, be it in one as in a place: `approval in Congress`."""
    return span.kind in ("place", "organization") and noun_kind(name.lower()) == "organization" and not is_city(name)


def is_area(name: str) -> bool:
    """Tell whether letters stand for a place: a state, a city, or one that is known: `NY`, `UAE`."""
    is_place = is_city(name) or is_city(name.title()) or kind_of(name) == "place"
    return is_place or name in us_states() or bool(countries_of_region(name.title()))


def country_in_capitals(name: str) -> str | None:
    """Give the kind of a country in capitals, `NORWAY`, but not of letters alone, or of a state with stops, `N.Y.`."""
    if "." in name and name in us_states():
        return "place"
    is_country = len(name) > LONGEST_LETTERS and name.isupper() and country_code(name.title(), "place", on=None)
    return "place" if is_country else None

"""Which kind a name is of: by what is known of it, by its own words, and by its company in the article."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from tasks.extractors.mentions.kinds.bodies import begins_with_place
from tasks.extractors.mentions.kinds.events import is_maker_of_games
from tasks.extractors.mentions.kinds.surnames import ends_as_surname, is_surname
from tasks.extractors.mentions.kinds.votes import (
    ACRONYM,
    CLAUSE_END,
    COURTESY_BEFORE,
    LONGEST_LETTERS,
    MORE_SPEECH_AFTER,
    OWN_DEEDS,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    WINDOW,
    Votes,
    no_speaker,
    votes_by_name,
)
from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import headwords, is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import kind_of, lexicon
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.regions import countries_of_region, us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import plain, words_for
from tasks.extractors.mentions.lexicon.titles import title_end
from tasks.extractors.mentions.names.companies import COMPANY, names_of_companies, short_names
from tasks.extractors.mentions.names.people import Table, name_table
from tasks.extractors.vocabulary.given_names import genders, names_of_persons

FIRST_AND_LAST = re.compile(r"[A-Z][a-z]+ [A-Z][\w’'-]+")
CONSTITUENCY_AFTER = re.compile(r" (?:MPs?|MSPs?|MEPs?|constituency|by-election|ward)\b")
"""`the Gudermes North MP`."""
OF_SUBJECT = re.compile(r" (?:Department|Ministry|Bureau|Board|Institute|Office) (?:of|for) [A-Z]")
"""`New York State Department of Health`."""
DEMONYM = ("an", "ish", "ese", "ic")
CLUB = (" City", " Town", " County", " Forest")
BODIES = ("organization", "body", "state's body")
BY_A_WORD = frozenset({"Bank", "Fund", "Commission", "Ministry", "Court"})
"""What a body may be called by, with its capital, once it has been named."""
OWN_KINDS = ("organization", "person", "place", "facility")


def classified(text: str, spans: Sequence[Span]) -> tuple[list[Span], Table]:
    """Give each span the kind that the evidence of the whole article speaks for; return the table of people too.

    Names of several words are decided first: the people among them make the table, which then decides on the others.
    """
    votes = votes_by_name(text, spans)
    spans = [without_title(text, span) for span in spans]
    companies = names_of_companies(text, spans)
    titled = frozenset(name for name, count in votes.items() if count["title"] and " " not in name)
    decided = [
        replace(span, kind=kind_of_phrase(text, span, votes, titled)) if has_space(text, span) else span
        for span in spans
    ]
    decided = [
        replace(span, kind="organization") if is_company(text, span, companies, votes) else span for span in decided
    ]
    table = name_table(text, decided)
    firms = {name.lower() for name in short_names(text, decided)}
    companies = frozenset(name for name in companies if name in firms or name.title() not in table)
    bearers = {**table, **by_last_word(text, decided)}
    return [with_table(text, span, votes, table=bearers, companies=companies) for span in decided], table


def by_last_word(text: str, spans: Sequence[Span]) -> Table:
    """Map each surname that is a common word, too, to its bearer's name: what is seen as a name may be `Bush`."""
    names = (text[span.start : span.end] for span in spans if span.kind == "person" and has_space(text, span))
    common = words_for("no short form of a person")
    return {last: frozenset({name}) for name in names if (last := name.rpartition(" ")[2]).lower() in common}


def with_table(text: str, span: Span, votes: Votes, *, table: Table, companies: Collection[str]) -> Span:
    """Give a name the kind that the people named in full leave it: `de Gaulle` beside `Charles de Gaulle`."""
    if has_space(text, span):
        return replace(span, kind="person") if text[span.start : span.end] in table else span
    if is_company(text, span, companies, votes) and not speaks_as_person(text, span, table):
        return span
    return replace(span, kind=kind_of_word(text, span, votes, table))


def speaks_as_person(text: str, span: Span, table: Table) -> bool:
    """Tell whether who speaks is somebody who bears a firm's name: `Salmon told reporters`, but not `said its profit`.

    One who is named in full is meant, unless it speaks of itself.
    """
    before = text[max(0, span.start - WINDOW) : span.start]
    is_telling = SPEECH_AFTER.match(text, span.end) and not OWN_DEEDS.match(text, span.end)
    return text[span.start : span.end] in table and bool(is_telling) and not no_speaker(before)


def is_company(text: str, span: Span, companies: Collection[str], votes: Votes) -> bool:
    """Tell whether a name is the short one of a company; a title before it at any place makes it a person's."""
    name = text[span.start : span.end]
    return name.lower() in companies and not votes.get(name, Counter())["title"]


def has_space(text: str, span: Span) -> bool:
    """Tell whether a span holds several words."""
    return " " in text[span.start : span.end]


def without_title(text: str, span: Span) -> Span:
    """Make a person of an organization or place that begins with a title: `King Kusae`, `Brigadier Tembo`."""
    if span.kind not in ("organization", "place", "facility"):
        return span
    name = text[span.start : span.end]
    start = title_end(text, span.start, span.end)
    words = text[start : span.end].split()
    is_firm = name.startswith("General ") and words[-1] in words_for("company behind General")
    if is_firm or COMPANY.match(name):
        return span
    if start in (span.start, span.end) or kind_of(name) or kind_by_headword(name) or any(map(is_headword, words)):
        return span
    if len(words) > 4 or not all(word[0].isupper() for word in words) or kind_of(text[start : span.end]):
        return span
    return replace(span, start=start, kind="person")


def kind_of_phrase(text: str, span: Span, votes: Votes, titled: Collection[str]) -> str:
    """Decide the kind of a name of several words.

    One that ends in a name with a title elsewhere is a person's: `Kay Quill` beside `Mrs Quill`.
    """
    name = text[span.start : span.end]
    known = "place" if is_constituency(text, span) else kind_of(name) or kind_by_own_words(name, span, votes)
    is_titled = span.kind == "person" and votes.get(name, Counter())["title"] > 0 and kind_of(name) is None
    if known and not is_titled:
        return known
    if span.kind in ("organization", "person") and is_city(name):
        return "place"
    is_met = span.kind == "organization" and votes[name]["met"] and not votes[name]["body"]
    is_owned = name.partition(" ")[0] in names_of_persons() and text.endswith(("'s ", "’s "), 0, span.start)
    is_met = is_met or (span.kind == "organization" and (ends_as_surname(name) or is_owned) and not votes[name]["body"])
    is_named = (span.kind == "place" or is_met) and is_full_name(name) and not is_place(name, votes)
    if is_named or (FIRST_AND_LAST.fullmatch(name) and name.rpartition(" ")[2] in titled):
        return "person"
    if span.kind == "person" and countries_of_region(name) and not is_human(name, votes):
        return "place"
    words = name.split(" ")
    if span.kind == "person" and len(words) > 2 and words[0] not in genders() and begins_with_place(words):
        return "organization"
    return by_votes(name, span, votes)


def kind_by_own_words(name: str, span: Span, votes: Votes) -> str | None:
    """Tell the kind of a name by its words, but of the club `Hale City` and the player `Carl Law` by what they are."""
    kind = "organization" if is_body_of_us(name) else kind_by_headword(name)
    kind = kind or ("organization" if OF_SUBJECT.search(name) else None)
    if kind == "event" and is_maker_of_games(name):
        return "organization"
    is_named = span.kind == "person" and is_full_name(name)
    if is_named and (kind == "event" or name.partition(" ")[0] in names_of_persons()):
        return "person"
    count = votes.get(name, Counter())
    is_club = kind == "place" and name.endswith(CLUB) and count["body"] and not (count["site"] or is_city(name))
    return "organization" if is_club else kind


def is_body_of_us(name: str) -> bool:
    """Tell whether a name is that of a known body behind its country: `U.S. Federal Reserve`."""
    country, _, body = name.partition(" ")
    return country in ("U.S.", "US", "U.K.", "UK") and lexicon().kinds.get(plain(body)) in BODIES


def is_full_name(name: str) -> bool:
    """Tell whether a name is a given name and one word more."""
    first = name.partition(" ")[0]
    return FIRST_AND_LAST.fullmatch(name) is not None and first in genders() and kind_of(first) is None


def is_place(name: str, votes: Votes) -> bool:
    """Tell whether a name is known as a place's, or the article says so."""
    return bool(votes.get(name, Counter())["within"] or is_city(name) or countries_of_region(name))


def is_constituency(text: str, span: Span) -> bool:
    """Tell whether what was taken for somebody is whom an MP sits for: `the Gudermes North MP`."""
    is_behind_article = text.endswith(("the ", "The "), 0, span.start)
    return span.kind == "person" and is_behind_article and CONSTITUENCY_AFTER.match(text, span.end) is not None


def is_human(name: str, votes: Votes) -> bool:
    """Tell whether a title before a name, or what it does, makes it a person's at some place."""
    count = votes.get(name, Counter())
    return bool(count["title"] or count["human"])


def kind_of_word(text: str, span: Span, votes: Votes, table: Table) -> str:
    """Decide the kind of a name of one word."""
    name = text[span.start : span.end]
    known = kind_of(name) or country_in_capitals(name)
    is_somebody = known is not None and is_somebody_here(text, span, table)
    if (
        known
        and not is_somebody
        and not (known in ("place", "organization") and name in table and span.kind == "person")
    ):
        return known
    if is_somebody or name in table or name.removesuffix("s") in table:
        return "person"
    if is_body_by_form(text, span) and not votes.get(name, Counter())["title"]:
        return "organization"
    is_people = span.kind == "nationality" and known is None and is_human(name, votes)
    if is_people or is_persons(name, span, votes) or is_surname(text, span, votes.get(name, Counter())):
        return "person"
    is_region = span.kind == "person" and bool(countries_of_region(name)) and not is_human(name, votes)
    is_adjective = span.kind == "nationality" and name.endswith(DEMONYM) and not votes.get(name, Counter())["site"]
    if is_region or (
        span.kind in ("organization", "person", "nationality")
        and not is_adjective
        and is_city(name)
        and not votes.get(name, Counter())["title"]
        and not (votes.get(name, Counter())["employer"] and not votes.get(name, Counter())["site"])
        and not ((is_human(name, votes) or votes.get(name, Counter())["met"]) and locate(name) is None)
    ):
        return "place"
    return by_votes(name, span, votes)


def is_body_by_form(text: str, span: Span) -> bool:
    """Tell whether what was taken for somebody is a body: an acronym, or a word for bodies behind `the`: `the Bank`."""
    name = text[span.start : span.end]
    is_word = headwords().get(("last", name)) == "organization" and text.endswith(("the ", "The "), 0, span.start)
    is_named = (span.kind in ("person", "organization", "facility") and is_word) or name in BY_A_WORD
    return is_named or (span.kind in ("person", "place") and ACRONYM.match(name) is not None and not is_area(name))


def is_area(name: str) -> bool:
    """Tell whether letters stand for a place: a state, a city, or one that is known: `NY`, `UAE`."""
    is_place = is_city(name) or is_city(name.title()) or kind_of(name) == "place"
    return is_place or name in us_states() or bool(countries_of_region(name.title()))


def country_in_capitals(name: str) -> str | None:
    """Give the kind of a country that is written in capitals: `NORWAY`; what is shorter may be an acronym."""
    is_country = len(name) > LONGEST_LETTERS and name.isupper() and country_code(name.title(), "place", on=None)
    return "place" if is_country else None


def is_somebody_here(text: str, span: Span, table: Table) -> bool:
    """Tell whether the name of a place or people is somebody's where it stands: `Mr Wellington`, `Berlin said`."""
    before = text[max(0, span.start - WINDOW) : span.start]
    if COURTESY_BEFORE.search(before):
        return True
    speaks = SPEECH_AFTER.match(text, span.end) or MORE_SPEECH_AFTER.match(text, span.end)
    speaks = speaks or (SPEECH_BEFORE.search(before) and CLAUSE_END.match(text, span.end))
    return text[span.start : span.end] in table and speaks is not None and not no_speaker(before)


def is_persons(name: str, span: Span, votes: Votes) -> bool:
    """Tell whether a word is a given name alone that nothing in the article makes a place's or body's: `Peter`."""
    count = votes.get(name, Counter())
    is_elsewhere = count["site"] or count["body"] or (span.kind == "place" and is_city(name))
    return span.kind in OWN_KINDS and name in names_of_persons() and not is_elsewhere


def by_votes(name: str, span: Span, votes: Votes) -> str:
    """Decide by what most of the name's places in the article speak for."""
    count = votes.get(name)
    if span.kind not in OWN_KINDS or not count:
        return span.kind
    if span.kind == "person" and is_full_name(name) and not (count["within"] or count["body"]):
        return "person"
    if span.kind == "place" and count["body"] and not count["site"] and " " not in name:
        return "organization"
    if span.kind == "person" and not (count["title"] or count["human"]) and (count["site"] or count["body"]):
        return "place" if count["site"] >= count["body"] else "organization"
    if span.kind == "organization" and count["kin"] and not (count["body"] or count["site"]):
        return "person"
    best = max(OWN_KINDS, key=lambda kind: count[kind])
    return best if count[best] > count[span.kind] else span.kind

"""Which kind a name is of: by what is known of it, by its own words, and by its company in the article."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from tasks.extractors.mentions.kinds.bodies import begins_with_place
from tasks.extractors.mentions.kinds.events import is_maker_of_games
from tasks.extractors.mentions.kinds.forms import (
    FIRST_AND_LAST,
    country_in_capitals,
    is_body_by_form,
    is_body_by_noun,
    is_body_of_us,
    is_constituency,
    is_full_name,
)
from tasks.extractors.mentions.kinds.surnames import ends_as_surname, is_slavic_name, is_surname
from tasks.extractors.mentions.kinds.votes import (
    CLAUSE_END,
    COURTESY_BEFORE,
    MORE_SPEECH_AFTER,
    OWN_DEEDS,
    OWN_KINDS,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    WINDOW,
    Votes,
    is_candidate,
    is_known_place,
    no_speaker,
    votes_by_name,
)
from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.headwords import is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.locations import locate
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import words_for
from tasks.extractors.mentions.lexicon.titles import title_end
from tasks.extractors.mentions.names.companies import COMPANY, names_of_companies, short_names
from tasks.extractors.mentions.names.people import Table, name_table
from tasks.extractors.vocabulary.given_names import genders, names_of_persons

OF_SUBJECT = re.compile(r" (?:Department|Ministry|Bureau|Board|Institute|Office) (?:of|for) [A-Z]")
"""`New York State Department of Health`."""
RANKS_OF_FIRMS = frozenset({"Commodore", "Premier", "Admiral", "Marshal", "Captain"})
"""What firms call themselves too: `Commodore International`."""
DEMONYM = ("an", "ish", "ese", "ic")
CLUB = (" City", " Town", " County", " Forest")


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
    rank, _, rest = name.partition(" ")
    is_called = rank in RANKS_OF_FIRMS and rest.lower() in words_for("first word of any firm")
    if is_firm or is_called or COMPANY.match(name):
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
    told = kind_by_place(name, span, votes)
    if told:
        return told
    is_met = span.kind == "organization" and votes[name]["met"] and not votes[name]["body"]
    is_owned = name.partition(" ")[0] in names_of_persons() and text.endswith(("'s ", "’s "), 0, span.start)
    is_met = is_met or (span.kind == "organization" and (ends_as_surname(name) or is_owned) and not votes[name]["body"])
    is_named = (span.kind == "place" or is_met) and is_full_name(name) and not is_place(name, votes)
    is_named = is_named or (is_met and not is_place(name, votes) and is_slavic_name(name))
    if is_named or (FIRST_AND_LAST.fullmatch(name) and name.rpartition(" ")[2] in titled):
        return "person"
    return by_votes(name, span, votes)


def kind_by_place(name: str, span: Span, votes: Votes) -> str | None:
    """Tell the kind of a name of several words that is a known place's, or begins with one or with a people."""
    words = name.split(" ")
    if span.kind in ("organization", "person") and is_city(name):
        return "place"
    if span.kind == "nationality" and kind_of(words[-1]) is None and begins_with_place(words):
        return "organization"
    if span.kind == "person" and countries_of_region(name) and not is_human(name, votes):
        return "place"
    is_body = span.kind == "person" and len(words) > 2 and words[0] not in genders() and begins_with_place(words)
    return "organization" if is_body else None


def kind_by_own_words(name: str, span: Span, votes: Votes) -> str | None:
    """Tell the kind of a name by its words, but of the club `Hale City` and the player `Carl Law` by what they are."""
    kind = "organization" if is_body_of_us(name) else kind_by_headword(name)
    kind = kind or ("organization" if OF_SUBJECT.search(name) or is_body_of(name) else None)
    kind = kind or ("organization" if votes.get(name, Counter())["listed"] else None)
    if kind == "event" and (is_maker_of_games(name) or votes.get(name, Counter())["press"]):
        return "organization"
    if kind == "organization" and not votes.get(name, Counter())["body"] and is_city(name):
        return "place"
    is_named = span.kind == "person" and is_full_name(name)
    count = votes.get(name, Counter())
    if is_named and not count["mine"] and (kind == "event" or name.partition(" ")[0] in names_of_persons()):
        return "person"
    is_club = kind == "place" and name.endswith(CLUB) and count["body"] and not (count["site"] or is_city(name))
    return "organization" if is_club else kind


def is_body_of(name: str) -> bool:
    """Tell whether a name is that of a body, by its last word before `of`: `Human Rights Society of Narok`."""
    head = re.split(" (?:of|for) ", name, maxsplit=1)[0]
    return head != name and " " in head and kind_by_headword(head) == "organization"


def is_place(name: str, votes: Votes) -> bool:
    """Tell whether a name is known as a place's, or the article says so."""
    return bool(votes.get(name, Counter())["within"]) or is_known_place(name)


def is_human(name: str, votes: Votes) -> bool:
    """Tell whether a title before a name, or what it does, makes it a person's at some place."""
    count = votes.get(name, Counter())
    return bool(count["title"] or count["human"])


def kind_of_word(text: str, span: Span, votes: Votes, table: Table) -> str:
    """Decide the kind of a name of one word."""
    name = text[span.start : span.end]
    known = kind_of(name) or country_in_capitals(name)
    is_somebody = known is not None and is_somebody_here(text, span, table)
    is_bearer = known in ("place", "organization") and name in table and span.kind == "person"
    if known and not is_somebody and not is_bearer:
        return known
    if is_somebody or name in table or name.removesuffix("s") in table:
        return "person"
    if (is_body_by_form(text, span) or is_body_by_noun(name, span)) and not votes.get(name, Counter())["title"]:
        return "organization"
    is_people = span.kind == "nationality" and known is None and is_human(name, votes)
    is_people = is_people or (span.kind in OWN_KINDS and is_candidate(name, votes.get(name, Counter())))
    if is_people or is_persons(name, span, votes) or is_surname(text, span, votes.get(name, Counter())):
        return "person"
    if is_place_of_word(name, span, votes):
        return "place"
    return by_votes(name, span, votes)


def is_place_of_word(name: str, span: Span, votes: Votes) -> bool:
    """Tell whether a word is a region's or city's name, and nothing in the article makes it somebody's or a body's."""
    count = votes.get(name, Counter())
    is_adjective = span.kind == "nationality" and name.endswith(DEMONYM) and not count["site"]
    if span.kind == "person" and countries_of_region(name) and not is_human(name, votes):
        return True
    if span.kind == "nationality" and kind_of(name) is None and count["site"] and not name.endswith(DEMONYM):
        return True
    if span.kind not in ("organization", "person", "nationality") or is_adjective or not is_city(name):
        return False
    is_employer = count["employer"] and not count["site"]
    is_somebody = (is_human(name, votes) or count["met"]) and locate(name) is None
    return not (count["title"] or is_employer or is_somebody)


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
    is_elsewhere = count["site"] or count["body"] or count["sure"] or (span.kind == "place" and is_city(name))
    return span.kind in OWN_KINDS and name in names_of_persons() and not is_elsewhere


def by_votes(name: str, span: Span, votes: Votes) -> str:
    """Decide by what most of the name's places in the article speak for."""
    count = votes.get(name)
    if span.kind not in OWN_KINDS or not count:
        return span.kind
    told = told_kind(name, span, count)
    if told:
        return told
    best = max(OWN_KINDS, key=lambda kind: count[kind])
    return best if count[best] > count[span.kind] else span.kind


def told_kind(name: str, span: Span, count: Counter[str]) -> str | None:
    """Tell the kind of a name where something in the article says more than counting does."""
    is_one_word, is_human = " " not in name, bool(count["title"] or count["human"])
    if span.kind == "person" and is_full_name(name) and not (count["within"] or count["body"] or count["mine"]):
        return "person"
    if is_works(span, count):
        return "facility"
    is_not_sited = not count["site"] or span.kind != "place"
    if is_one_word and is_not_sited and is_body(span, count):
        return "organization"
    if span.kind == "person" and not is_human and (count["site"] or count["body"]):
        return "place" if count["site"] >= count["body"] else "organization"
    is_stranger = span.kind == "place" and is_one_word and is_human and not is_known_place(name)
    is_kin = span.kind == "organization" and (count["kin"] or (count["described"] and is_one_word))
    return "person" if (is_stranger or is_kin) and not (count["body"] or count["site"]) else None


def is_body(span: Span, count: Counter[str]) -> bool:
    """Tell whether a name is called a body, and no more is said of somebody than that it speaks, as bodies do too."""
    is_person = count["title"] or count["kin"] or count["human"] > count["spoke"]
    return bool(count["body"]) and (span.kind == "place" or not is_person)


def is_works(span: Span, count: Counter[str]) -> bool:
    """Tell whether what was taken for somebody or a body is a plant or grounds, and nothing else anywhere."""
    is_else = count["title"] or count["human"] or count["site"] or count["body"]
    told = count["works"] if span.kind == "person" else count["sure"] if span.kind == "organization" else 0
    return bool(told) and not is_else

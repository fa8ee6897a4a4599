"""The people of an article: a table of their names built before anything else, and every later short form."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import is_headword, kind_by_headword
from tasks.extractors.mentions.lexicon.index import index, known
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.titles import is_title, offices
from tasks.extractors.mentions.lexicon.tokens import Token
from tasks.extractors.vocabulary.given_names import genders, names_of_persons

CAPITAL_AFTER = re.compile(r" [A-Z][a-z]")
CAPITAL_BEFORE = re.compile(r"(?<=[a-z,] )(?P<word>[A-Z][a-z]+) $")
BESIDE_BEFORE = re.compile(r"(?:(?P<word>\b[A-Z][\w’'-]*)\.? |\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Pp]er) |[\w@/&.-])$")
BESIDE_AFTER = re.compile(r" (?:[A-Z]|of\b|and Co\b)|[\w@/&-]|\.\w")
"""What makes a given name a part of something else: `Union Jack`, `an Oscar`, `Olga-class`."""
LONGEST_WORD = 20
SHORTEST_IN_CAPITALS = 4
"""What is shorter may be an acronym."""
PARTICLE = re.compile(rf" (?:(?:{any_of('particle of a family name')}|{any_of('article within a name')}) )*")
"""What stands between two parts of one person's name."""
YOUNGER = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
"""What follows a family name: `Jack Manning| Jr.`."""
Table = Mapping[str, frozenset[str]]


def name_table(text: str, spans: Sequence[Span]) -> dict[str, frozenset[str]]:
    """Map each first and family name of the people named in full to the full names it is part of."""
    table: dict[str, frozenset[str]] = {}
    for span in spans:
        if span.kind != "person":
            continue
        full = text[span.start : span.end]
        words = YOUNGER.sub("", full).split()
        if not 2 <= len(words) <= 5:
            continue
        for word in (words[0], words[-1], *with_particles(words)):
            for form in forms_of(word) if is_short_form(word) else ():
                table[form] = table.get(form, frozenset()) | {full}
    return table


def forms_of(word: str) -> Iterator[str]:
    """Yield a part of a name as it is, and in capitals, as minutes and captions set it: `YELTSIN`."""
    yield word
    if len(word) >= SHORTEST_IN_CAPITALS and not word.isupper():
        yield word.upper()


def with_particles(words: Sequence[str]) -> Iterator[str]:
    """Yield the family name with the particles before it, as it is and as it begins a sentence: `De Gaulle`."""
    start = len(words) - 1
    while start > 1 and PARTICLE.fullmatch(f" {words[start - 1]} "):
        start -= 1
    if start < len(words) - 1:
        name = " ".join(words[start:])
        yield from (name, name[0].upper() + name[1:])


def is_short_form(word: str) -> bool:
    """Tell whether a part of a person's name may stand for the whole."""
    return (
        len(word) >= 2
        and word.rpartition(" ")[2][0].isupper()
        and word.lower() not in words_for("no short form of a person")
    )


NICKNAMED = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][^\W\d_]+) [\"“'‘](?:[Tt]he )?[A-Z][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2} ?[\"”'’]"
    r" (?P<last>[A-Z][^\W\d_]+(?:-[^\W\d_]+)?)"
)
"""`Oleg “the Beard” Kuzmin`."""


def nicknamed(text: str) -> Iterator[Span]:
    """Yield the people named with a nickname in quotation marks between their names."""
    for match in NICKNAMED.finditer(text):
        if not is_title(match["first"]) and kind_of(match["first"]) in (None, "place"):
            yield Span(start=match.start(), end=match.end(), kind="person", rule="nickname")


def without_nickname(name: str) -> str:
    """Write a name without the nickname within it: `Oleg Kuzmin`."""
    return NICKNAMED.sub(r"\g<first> \g<last>", name)


def by_surname(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map each last word of a person's name to the one name in full that it stands for, be it a word too: `Green`."""
    table: dict[str, frozenset[str]] = {}
    for span in spans:
        name = without_nickname(" ".join(text[span.start : span.end].split()))
        if span.kind == "person" and " " in name:
            last = name.rpartition(" ")[2]
            table[last] = table.get(last, frozenset()) | {name}
    return only_names(table)


def by_given_name(text: str, spans: Sequence[Span]) -> dict[str, str]:
    """Map each given name of a person named in full to that name, where one alone bears it: `Jack`."""
    table: dict[str, frozenset[str]] = {}
    for span in spans:
        name = without_nickname(" ".join(text[span.start : span.end].split()))
        first = name.partition(" ")[0]
        if span.kind == "person" and first != name and first in genders():
            table[first] = table.get(first, frozenset()) | {name}
    return only_names(table)


def short_forms(text: str, words: Sequence[Token], table: Table, small: Collection[str]) -> Iterator[Span]:
    """Yield every place of a first or family name of the table, several in a row as one.

    A word that the text also writes with a small initial is none, nor is one beside another word with a capital:
    `Navami` of `Ram Navami`.
    """
    names = (("person", name) for name in table if name.lower() not in small)
    for span in merged(text, known(text, words, index(names), rule="name table")):
        before = CAPITAL_BEFORE.search(text, max(0, span.start - LONGEST_WORD), span.start)
        is_alone = before is None or is_title(before["word"])
        if is_alone and not CAPITAL_AFTER.match(text, span.end):
            yield span


def unseen(text: str, words: Sequence[Token], small: Collection[str]) -> Iterator[Span]:
    """Yield the given names that stand alone and that are hardly anything but a person's: `Marguerite`."""
    for word in words:
        if word.text not in names_of_persons() or word.text.lower() in small or kind_of(word.text):
            continue
        before = BESIDE_BEFORE.search(text, max(0, word.start - LONGEST_WORD), word.start)
        is_alone = before is None or is_title(before["word"] or "")
        if is_alone and not BESIDE_AFTER.match(text, word.end):
            yield Span(start=word.start, end=word.end, kind="person", rule="given name")


SPEAKS = (
    r"(?:(?= (?:said|says|told|added|announced|warned|insisted|denied|replied|admitted|argued)\b)|(?<=said )(?=[,.]))"
)
"""What shows that a surname that is a common word, too, is somebody's: `Green| added`."""
TITLED = re.compile(r"(?<![\w’'-])(?:Mr|Mrs|Ms|MR|MRS|MS)\.? (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)(?![\w’-])")
"""`Mr Orlov`, `MS ORLOVA`: nobody but a person has a courtesy title."""


APPOSED = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:[\w’'-]+ ){{0,4}}(?:{any_of('what one is to another')}),"
    r" (?P<name>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})(?=[,.;])"
)


OFFICE_BEHIND = re.compile(
    rf"(?:(?<=[.!?;:] )|(?<=[a-z,] )|(?<=\n)|^)(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Ff]rom )(?<!\b[Nn]ear )"
    r"(?P<name>[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?),"
    rf" (?:(?:the|an?|its|their|[a-z’']+['’]s) )?(?:(?:{any_of('qualifier of an office')}) ){{0,2}}"
    rf"(?:{any_of('office held by one')}|head|deputy head|chief) of (?:the )?[A-Z]",
    re.MULTILINE,
)
"""`|Nartai Alimov|, president of Kazmet`, be the name as strange as it may."""


def holding_office(text: str) -> Iterator[Span]:
    """Yield whoever is named in full, with the office that he holds behind a comma."""
    for match in OFFICE_BEHIND.finditer(text):
        words = match["name"].split()
        if CAPITAL_BEFORE.search(text, max(0, match.start("name") - LONGEST_WORD), match.start("name")):
            continue
        is_other = kind_of(match["name"]) or any(
            kind_of(word) or is_title(word) or is_headword(word) or is_stop_word(word) for word in words
        )
        if not is_other and not is_city(match["name"]) and not countries_of_region(match["name"]):
            yield Span(start=match.start("name"), end=match.end("name"), kind="person", rule="apposition")


def speaking(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each place where somebody speaks whose surname alone may be a common word: `Black` of `Martin Black`."""
    names = {text[span.start : span.end].rpartition(" ")[2] for span in spans if span.kind == "person"}
    for name in sorted(each for each in names if each.lower() in words_for("no short form of a person")):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}{SPEAKS}", text):
            yield Span(start=match.start(), end=match.end(), kind="person", rule="short form")


IN_OFFICE = re.compile(
    r"(?<![\w’'-])(?:{offices})\.? (?P<name>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){{1,3}})"
    r"(?=[,;:]|\.?$|[.’']|\)| (?!of\b)[a-z])".format(
        offices="|".join(sorted(map(re.escape, offices()), key=len, reverse=True))
    )
)
"""`District Magistrate |Rosa Hill| said`."""


def in_office(text: str) -> Iterator[Span]:
    """Yield whoever is named in full behind an office with capitals."""
    for match in IN_OFFICE.finditer(text):
        words = match["name"].replace("-", " ").split()
        is_other = kind_by_headword(match["name"]) or any(kind_of(word) or is_title(word) for word in words)
        is_firm = words[0].lower() in words_for("first word of any firm")
        if not (is_other or is_firm) and kind_of(match["name"]) is None:
            yield Span(start=match.start("name"), end=match.end("name"), kind="person", rule="title")


def with_apposed(text: str, spans: Sequence[Span]) -> list[Span]:
    """Put the people whom a noun before a comma tells in place of what was seen there."""
    sure = list(apposed(text))
    taken = {place for span in spans for place in range(span.start, span.end)}
    unseen = [span for span in holding_office(text) if taken.isdisjoint(range(span.start, span.end))]
    told = [*sure, *unseen]
    seen = [span for span in spans if not any(one.start < span.end and span.start < one.end for one in told)]
    return sorted([*seen, *told], key=start_of)


def start_of(span: Span) -> int:
    """Give the offset that spans are ordered by."""
    return span.start


def apposed(text: str) -> Iterator[Span]:
    """Yield whoever a comma parts from a noun for what he is to somebody: `his counterpart, |Rosa Hill|,`."""
    for match in APPOSED.finditer(text):
        words = match["name"].split()
        is_named = not any(kind_of(part) or is_title(part) for part in (match["name"], *words))
        if is_named and (len(words) > 1 or words[0] in genders()):
            yield Span(start=match.start("name"), end=match.end("name"), kind="person", rule="apposition")


def titled(text: str) -> Iterator[Span]:
    """Yield whoever stands behind a courtesy title, but for offices as in `Mr Speaker`."""
    for match in TITLED.finditer(text):
        first = match["name"].partition(" ")[0]
        if first.capitalize() not in words_for("office after Mr") and not is_title_of_two(match["name"]):
            yield Span(start=match.start("name"), end=match.end("name"), kind="person", rule="title")


def is_title_of_two(name: str) -> bool:
    """Tell whether a name of two words begins with a title: `Mr Justice Hill`, but not `Mr King`."""
    first, _, rest = name.partition(" ")
    return bool(rest) and is_title(first.capitalize())


def only_names(table: Table) -> dict[str, str]:
    """Map each short form to the one name it stands for; two people of one surname leave it with none."""
    fullest = {short: max(names, key=lambda name: (len(name), name)) for short, names in table.items()}
    return {short: full for short, full in fullest.items() if all(is_part(name, full) for name in table[short])}


def is_part(name: str, full: str) -> bool:
    """Tell whether a name says no more than a fuller one: `Igor Orlov` beside `Igor D. Orlov`."""
    return set(name.split()) <= set(full.split())


def is_family_name(text: str, given: Span, span: Span) -> bool:
    """Tell whether what was taken for a place is the family name behind two given names: `Jose Angel |Cordova`."""
    names = text[given.start : given.end].split()
    is_given = given.kind == "person" and len(names) == 2 and all(name in genders() for name in names)
    is_one = span.kind == "place" and " " not in text[span.start : span.end] and span.start == given.end + 1
    return is_given and is_one and country_code(text[span.start : span.end], "place", on=None) is None


def merged(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans, two people that nothing but a particle parts as one: `Bingu` and `Mutharika` of `wa`."""
    last: Span | None = None
    for span in spans:
        is_family = last is not None and is_family_name(text, last, span)
        is_two = last is not None and last.kind == span.kind == "person"
        if last and (is_two or is_family) and PARTICLE.fullmatch(text, last.end, span.start):
            last = replace(last, end=span.end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last

"""Acronyms with their expansions: `theater missile defense (TMD)`, `Kosovo Liberation Army (KLA)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.organizations import organization_named
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.tokens import Token, tokens_of
from tasks.extractors.vocabulary.given_names import names_of_persons

DEFINITION = re.compile(
    r"\(\s*(?:the |or )?[“\"']?(?P<acronym>[A-Z][A-Za-z]{0,3}[A-Z]{1,6}|[A-Z]{2,8}s?)[”\"']?\s*[),;]"
    r"|(?<=[a-z]), (?P<between_commas>[A-Z]{3,8})[,.]"
)
"""An acronym in parentheses: `(TMD)`, `(RFE)`, `(NDPs)`; or between commas: `, ITC,`."""
COMMON_LETTERS = frozenset(
    {"AD", "AM", "BC", "CD", "GP", "HQ", "ID", "IT", "MP", "OK", "PC", "PM", "PR", "TV", "VP", "AI"}
)
"""Two letters that hardly ever name a body."""
SPELLED_BEHIND = re.compile(
    r"(?<![\w-])(?P<acronym>[A-Z][A-Za-z]{1,4}[A-Z])s? \((?P<expansion>[A-Z][\w-]+(?: [\w-]+){1,5})[,)]"
)
SHORTEST_TECHNOLOGY = 3
LETTERS = r"(?<![\w.&/-])(?P<letters>[A-Z]{2,5}|[A-Z]&[A-Z])"
FIRM_IN_LETTERS = (
    re.compile(
        rf"{LETTERS}, (?:the|an?|one of the|which (?:makes|owns|operates|runs|sells|employs)) (?:[\w’'-]+ ){{0,5}}?"
        rf"(?:{any_of('body set apart by a comma')}|company|firm|group|airline|maker|retailer|carrier|bank|insurer"
        r"|supplier|operator|producer|provider|manufacturer|giant|conglomerate|holding|utility)\b"
    ),
    re.compile(rf"{LETTERS} (?:said|says|announced|expects|plans)(?: that)? its?\b"),
    re.compile(rf"{LETTERS}['’]s (?:[a-z-]+ ){{0,2}}?(?:{any_of('what a firm has')})\b"),
    re.compile(
        r"\b(?:rivals?|competitors?|firm|company|giant|retailer|airline|carrier|operator|insurer|bank|supplier|subsidiary"
        rf"|brokers?|brokerage|stockbrokers?|consultancy|manufacturer|maker|broadcaster) {LETTERS}(?![\w&/-])"
    ),
    re.compile(r"<[A-Z][A-Z.\d]*>, (?P<letters>[A-Z][A-Za-z]{0,2}[A-Z]{1,4}),"),
)
"""`ARX, the chip maker,`, `ARX said its`, `ARX's customers`, `the airline ARX`, `Arx Bank <ARXG.F>, ArX,`."""
COINED = re.compile(r" \([“\"']?(?P<word>[A-Z][a-z]{3,11})[”\"']?[),;]")
FEWEST_SPACES = 2
LEGAL_FORMS = frozenset(
    {"SPA", "INC", "LTD", "PLC", "CORP", "NV", "SA", "AG", "BV", "AB", "KG", "PTY", "BHD", "LLC", "LP"}
)
REACH = 90
SAME_PHRASE = re.compile(r"(?:(?<=\W)|^)[^.;:()\n]*$")
"""What precedes a parenthesis in the same phrase, from the beginning of a word on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The places of an acronym and of its expansion before it."""

    start: int
    end: int
    expansion_start: int
    expansion_end: int


def definitions(text: str, spans: Sequence[Span] = ()) -> Iterator[Definition]:
    """Yield each acronym that a text defines, with its expansion.

    One that is not made of its expansion's initials, because they are those of another language, belongs to the
    organization of several words, of the spans given, that stands before it: `Foreign Intelligence Service (SVR)`.
    """
    bodies = {span.end: span for span in spans if span.kind == "organization" and " " in text[span.start : span.end]}
    for match in DEFINITION.finditer(text):
        name = "acronym" if match["acronym"] else "between_commas"
        phrase = SAME_PHRASE.search(text, max(0, match.start() - REACH), match.start())
        words = tokens_of(text, phrase.start(), match.start()) if phrase else []
        start = expansion_start(match[name], words)
        body = bodies.get(words[-1].end) if words and match["acronym"] else None
        if start is None and body and match[name].isupper() and kind_of(match[name]) is None:
            start = body.start
        if start is not None:
            yield Definition(
                start=match.start(name),
                end=match.end(name),
                expansion_start=start,
                expansion_end=words[-1].end,
            )


def expansion_start(acronym: str, words: list[Token]) -> int | None:
    """Find the word before an acronym from which on the words' initials spell it."""
    letters = [letter.lower() for letter in acronym.rstrip("s") if letter.isalpha()]
    position = len(words)
    while letters and position:
        position -= 1
        initial = words[position].text[0].lower()
        if initial == letters[-1]:
            letters.pop()
        elif words[position].text.lower() not in words_for("small in acronyms"):
            return None
    return None if letters else words[position].start


def defined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each acronym whose expansion is named, as of the expansion's kind.

    An expansion that is named but for its last words is yielded whole: `Association of Police| Officers (APO)`.
    """
    kinds = {span.end: span.kind for span in spans}
    bodies = {span.start: span for span in spans if span.kind == "organization"}
    for definition in definitions(text, spans):
        kind, body = kinds.get(definition.expansion_end), bodies.get(definition.expansion_start)
        last = text[definition.expansion_start : definition.expansion_end].rpartition(" ")[2]
        if body and body.end < definition.expansion_end and last[:1].isupper():
            kind = body.kind
            yield replace(body, end=definition.expansion_end, rule="acronym")
        if kind:
            yield Span(start=definition.start, end=definition.end, kind=kind, rule="acronym")


def coined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield each place of the short word behind a body's name that stands for it: `Fund for Arid Lands (|Fonarid|)`.

    It has to stand in the text once more, as what is in brackets may be anything; where it is, or who writes.
    """
    for span in spans:
        found = COINED.match(text, span.end) if span.kind == "organization" else None
        if found is None or text[span.start : span.end].count(" ") < FEWEST_SPACES:
            continue
        word = found["word"]
        is_other = kind_of(word) or is_city(word) or is_stop_word(word) or word in names_of_persons()
        places = list(re.finditer(rf"(?<![\w.&/-]){word}(?![\w&/-])", text))
        if not is_other and len(places) > 1:
            for place in places:
                yield Span(start=place.start(), end=place.end(), kind="organization", rule="acronym")


def by_initials(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield each acronym that no brackets define but one body's initials spell, with its name: `BA`, `British Airways`.

    One of two letters must stand there twice, and none may be known as another name.
    """
    bodies: dict[str, set[str]] = {}
    for span in spans:
        name = " ".join(text[span.start : span.end].split())
        words = [word for word in name.split(" ") if word.lower() not in words_for("small in acronyms")]
        if span.kind == "organization" and len(words) > 1 and all(word[0].isupper() for word in words):
            bodies.setdefault("".join(word[0] for word in words), set()).add(name)
    for letters, names in bodies.items():
        places = list(re.finditer(rf"(?<![\w.&/-]){letters}(?![\w.&/-])", text))
        is_safe = len(letters) > 2 or (len(places) > 1 and letters not in COMMON_LETTERS)
        if len(names) == 1 and is_safe and kind_of(letters) is None:
            for place in places:
                yield Span(start=place.start(), end=place.end(), kind="organization", rule="acronym"), min(names)


def of_firms(text: str) -> Iterator[Span]:
    """Yield the letters that a text calls a firm or has act as one, at all of their places: `ARX, the chip maker,`."""
    letters = {match["letters"] for pattern in FIRM_IN_LETTERS for match in pattern.finditer(text)}
    for name in sorted(letters):
        is_common = name in COMMON_LETTERS or name in LEGAL_FORMS
        if kind_of(name) is None and not is_stop_word(name) and not is_common and not is_measure(name):
            for match in re.finditer(rf"(?<![\w.&/-]){re.escape(name)}(?![\w&/]|-[A-Z\d]|\.\w)", text):
                yield Span(start=match.start(), end=match.end(), kind="organization", rule="acronym")


def is_measure(name: str) -> bool:
    """Tell whether letters are a unit or a currency."""
    return name in words_for("unit in capitals") or name in words_for("abbreviation of a currency")


def of_common_words(text: str) -> frozenset[str]:
    """Collect the acronyms that are spelled out in small letters, and so name nothing: `new energy vehicle (NEV)`.

    Those of technologies are among them, with what they stand for: `MMS (Multimedia Messaging Services)`.
    """
    small: set[str] = set()
    for definition in definitions(text):
        acronym = text[definition.start : definition.end]
        expansion = text[definition.expansion_start : definition.expansion_end]
        small.update((acronym,) if expansion.islower() else (acronym, expansion) if is_technology(acronym) else ())
    for match in technologies(text):
        small.update((match["acronym"], match["expansion"]))
    return frozenset(name for name in small if kind_of(name) is None)


def technologies(text: str) -> Iterator[re.Match[str]]:
    """Yield the places where a technology's acronym is spelled out behind it: `MMS (Multimedia Messaging Services)`."""
    yield from (match for match in SPELLED_BEHIND.finditer(text) if is_technology(match["acronym"]))


def is_technology(acronym: str) -> bool:
    """Tell whether an acronym is one of a technology or measure, which is no body: `SMS`."""
    return len(acronym) >= SHORTEST_TECHNOLOGY and is_stop_word(acronym)


def expansions(text: str, spans: Sequence[Span] = ()) -> dict[str, str]:
    """Map each acronym that the text defines to its expansion, where it gives only one.

    An international organization that the text names in full too needs no definition: `UN` beside `United Nations`.
    """
    found = named_in_full(text, spans)
    for definition in definitions(text, spans):
        expansion = text[definition.expansion_start : definition.expansion_end]
        found.setdefault(text[definition.start : definition.end], set()).add(" ".join(expansion.split()))
    return {acronym: next(iter(names)) for acronym, names in found.items() if len(names) == 1}


def named_in_full(text: str, spans: Sequence[Span]) -> dict[str, set[str]]:
    """Map each known organization's acronym among the spans to the full name that another of them has."""
    names = {" ".join(text[span.start : span.end].split()) for span in spans if span.kind == "organization"}
    forms: dict[str, set[str]] = {}
    for name in names:
        forms.setdefault(organization_named(name) or name, set()).add(name)
    return {
        short: {name for name in together if " " in name}
        for together in forms.values()
        for short in together
        if " " not in short and any(" " in name for name in together)
    }

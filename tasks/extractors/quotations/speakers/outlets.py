"""Finds the outlet that words were told to, or that passes them on: `he told Interfax`, `quoted by the daily Trud`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extractors.quotations.lexicon.tables import any_of
from tasks.extractors.quotations.marks.statements import Statement
from tasks.extractors.vocabulary.outlets import known_outlet

LEAD = re.compile(
    r"\b(?:(?:told|tells|telling|informed|informs)"
    r"|interviews? (?:with|to|by|on|in|for|given to|published (?:in|by)|broadcast (?:by|on)|aired (?:by|on)|carried by)"
    r"|(?:quoted|cited|carried|published|printed|broadcast|aired|relayed) (?:[a-z]+day )?(?:by|in|on)"
    r"|(?:complained|confirmed|admitted|explained|revealed|disclosed|commented|denied|talked|stated|announced) to"
    r"|[Aa]ccording to"
    r"|(?:remarks|comments|article|column|interviewed|speaking|spoke|appearing|writing|wrote|said|says|saying)"
    r" (?:to|with|by|on|in|for))\s"
)
"""What the name of an outlet may follow: `told |Interfax`, `in an interview with the |Kyiv Post`."""
BETWEEN = re.compile(
    rf"(?:(?i:the|an?|its|his|her|of|for|from|{any_of('before an outlet')})|[A-Z][\w-]*['’]s?"
    r"|[A-Z][a-z]+(?:an|ish|ese|ic|i|[ck]h|ss|ek|[iy]k|yz|ar))\s"
)
"""What may stand before an outlet's name: `the Russian business daily `."""
MOST_BETWEEN = 6
WORDS = re.compile(r"[A-Z][\w.’'&/+-]*(?: [\w’'&/+-][\w.’'&/+-]*){0,3}")
QUOTING = re.compile(
    rf"(?:,? (?:{any_of('kind of outlet')}|news))*(?: (?:has|had|also|later))? "
    r"(?:(?:quoted|quotes|quoting|cited|cites)\b|"
    r"(?:reported|reports)(?: (?:on |late |earlier |today)[^.,;\"“”]{0,25})? that\b)"
)
"""What an outlet does that passes words on: `Xinhua| quoted Zhang as saying`."""
NAME_START = re.compile(r"(?<![\w’'-])[A-Z]")
KIND_BEFORE = re.compile(rf"\b(?:{any_of('kind of outlet')}) $")
KIND_BEHIND = re.compile(rf" (?:news )?(?:{any_of('kind of outlet')})\b(?! [A-Z])")
BY_FORM = re.compile(
    r"(?:(?:Radio|TV|Channel)(?: [A-Z\d][\w-]*){1,3}"
    rf"|(?:[A-Z][\w.’'-]* ){{1,3}}(?:{any_of('last word of an outlet')})"
    rf"|(?:{any_of('last word of an outlet')})(?= newspaper))(?![\w’'-])"
)
"""Names that say that they are an outlet's: `Radio Ala-Too`, `Herat Gazette`."""
PLAIN_NAME = re.compile(rf"(?!(?:{any_of('no name after it')}|{any_of('day')})\b)[A-Z][\w-]*(?: [A-Z][\w-]*){{0,2}}")
MORE = re.compile(rf" (?!(?:{any_of('day')})\b)[A-Z][\w-]*")
"""What makes a known name the beginning of another one: `NTV| Uganda`."""
SENTENCE_END = re.compile(r"[.!?…][\"”’')]{0,2}\s+(?=[\"“‘(]?[A-Z])|\n")
REACH = 400
LONGEST_KIND = 15
TOLD_BEHIND = re.compile(
    rf"(?:,? (?:{any_of('kind of outlet')}|news))*(?: (?:has|had|also|later))? "
    r"(?P<cue>reported|reports|said|says|wrote|writes)"
    r"(?: (?:on |late |earlier |today|yesterday|this )[^,;\"”]{0,30})?\.?\s*$"
)
"""What follows an outlet that a sentence ends with: `…, Xinhua| reported on Monday.`"""
SOURCE_BEHIND = re.compile(rf"(?:,? (?:{any_of('kind of outlet')}|news|reports?))*\.?\s*$")
"""The same behind `according to`."""
LAST_COMMA = re.compile(r", (?:(?P<cue>according to) )?(?=[^,;\"“”]+$)")
CITING = re.compile(r"(?<=reports), (?:citing|quoting) [^,;\"“”]{3,100}\.?\s*$")
"""Whom an outlet has it from, behind its verb: `…, Xinhua reports|, citing two officials.`"""
LONGEST_CITING = 120
PASSES_ON = re.compile(r"\b(?:quoted|quotes|quoting|cited|cites|reported|reports)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOutlet:
    """The place of an outlet in the text, and its name: the canonical one where it is known."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """The end of a sentence that says which outlet passes it on: its comma, its first word, its cue and the outlet."""

    comma: int
    start: int
    cue: tuple[int, int]
    outlet: NamedOutlet


def outlet_of(text: str, statement: Statement) -> NamedOutlet | None:
    """Find the one outlet that the sentence of a statement's cue names as told, as quoting, or as where it was said.

    What stands in the words said is none. Where the cue is not followed by it and two are named, there is none.
    """
    alone = statement.bare_cue.place if statement.bare_cue else None
    cue = statement.attribution.cue if statement.attribution else alone
    if cue is None:
        return None
    start, end = sentence_around(text, cue)
    named = [one for one in outlets_between(text, start, end) if not is_said(statement, one.start)]
    named = [clipped(text, statement, one) for one in named if not is_speaker(statement, one)]
    told = next((one for one in named if one.start > cue[1] and is_led_by(text, cue, one)), None)
    return told or (named[0] if len({one.name for one in named}) == 1 else None)


def sentence_around(text: str, cue: tuple[int, int]) -> tuple[int, int]:
    """Give where the sentence that a cue stands in begins and ends, as far as its marks tell."""
    before = [mark.end() for mark in SENTENCE_END.finditer(text, max(0, cue[0] - REACH), cue[0])]
    after = SENTENCE_END.search(text, cue[1], cue[1] + REACH)
    return before[-1] if before else max(0, cue[0] - REACH), after.start() if after else min(len(text), cue[1] + REACH)


def is_said(statement: Statement, place: int) -> bool:
    """Tell whether a place lies in what is said."""
    return any(start <= place < end for start, end in statement.parts())


def clipped(text: str, statement: Statement, outlet: NamedOutlet) -> NamedOutlet:
    """End an outlet's name where what is said begins: `told |Reuters| Peruvian miners would strike`."""
    starts = [start for start, _ in statement.parts() if outlet.start < start < outlet.end]
    alone = text[outlet.start : starts[0]].rstrip() if starts else ""
    known = known_outlet(alone) if alone else None
    return NamedOutlet(start=outlet.start, end=outlet.start + len(alone), name=known.name) if known else outlet


def is_speaker(statement: Statement, outlet: NamedOutlet) -> bool:
    """Tell whether an outlet is who speaks, which passes nothing on."""
    return statement.attribution is not None and outlet.start <= statement.attribution.head[0] < outlet.end


def is_led_by(text: str, cue: tuple[int, int], outlet: NamedOutlet) -> bool:
    """Tell whether an outlet follows a cue with nothing but what may stand before its name: `told the daily |Trud`."""
    at = cue[1] + 1
    while at < outlet.start and (between := BETWEEN.match(text, at)):
        at = between.end()
    return at == outlet.start


def outlets_between(text: str, start: int, end: int) -> Iterator[NamedOutlet]:
    """Yield the outlets that words between two places were told to, or that pass them on, in no order."""
    for lead in LEAD.finditer(text, start, end):
        outlet = outlet_behind(text, lead.end())
        if outlet is not None:
            yield outlet
    tail = told_at_end(text, start, end)
    if tail is not None:
        yield tail.outlet
    for first in NAME_START.finditer(text, start, end) if PASSES_ON.search(text, start, end) else ():
        outlet = outlet_at(text, first.start())
        if outlet is not None and QUOTING.match(text, outlet.end):
            yield outlet


def outlet_behind(text: str, at: int) -> NamedOutlet | None:
    """Read the outlet that words at a place lead to: `the Russian business daily |Kommersant`."""
    for _ in range(MOST_BETWEEN):
        outlet = outlet_at(text, at)
        between = BETWEEN.match(text, at) if outlet is None else None
        if between is None:
            return outlet
        at = between.end()
    return None


def told_at_end(text: str, start: int, end: int) -> Tail | None:
    """Find the outlet that a sentence between two places ends with: `…, Xinhua reported`, `…, according to Itar`."""
    citing = CITING.search(text, max(start, end - LONGEST_CITING), end)
    end = citing.start() if citing else end
    comma = LAST_COMMA.search(text, start, end)
    outlet = outlet_behind(text, comma.end()) if comma else None
    if comma is None or outlet is None:
        return None
    behind = (SOURCE_BEHIND if comma["cue"] else TOLD_BEHIND).match(text, outlet.end, end)
    if behind is None:
        return None
    cue = comma.span("cue") if comma["cue"] else behind.span("cue")
    return Tail(comma=comma.start(), start=comma.end(), cue=cue, outlet=outlet)


def outlet_at(text: str, start: int) -> NamedOutlet | None:
    """Read the outlet whose name begins at a place: a known one, or one that its form or the noun beside it tells."""
    match = WORDS.match(text, start)
    if match is None:
        return None
    words = match.group().split(" ")
    for size in range(len(words), 0, -1):
        if size > 1 and words[size - 1].rstrip(".") in ("report", "reports"):
            continue  # `RIA reports`, where it reports
        name = " ".join(words[:size]).rstrip(".")
        name = re.sub(r"['’]s?$", "", name)
        known = known_outlet(name)
        if known is not None and MORE.match(text, start + len(name)) is None:
            return NamedOutlet(start=start, end=start + len(name), name=known.name)
        if known is not None and (whole := PLAIN_NAME.match(text, start)):
            return NamedOutlet(start=start, end=whole.end(), name=whole.group())
    formed = BY_FORM.match(text, start)
    plain = PLAIN_NAME.match(text, start)
    is_called = plain is not None and (
        KIND_BEFORE.search(text, max(0, start - LONGEST_KIND), start) or KIND_BEHIND.match(text, plain.end())
    )
    named = formed or (plain if is_called else None)
    return NamedOutlet(start=start, end=named.end(), name=named.group()) if named else None

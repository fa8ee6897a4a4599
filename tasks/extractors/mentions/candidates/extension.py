"""Names that the model cut short: `Abdelmadjid` before `Tebboune`, `on Climate Change` after `Panel`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.lexicon import is_stop_word, kind_of
from tasks.extractors.mentions.lexicon.regions import countries_of_region
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.mentions.lexicon.titles import is_title
from tasks.extractors.mentions.names.outlets import CHANNELS, NUMBER
from tasks.extractors.vocabulary.given_names import genders

FIRST_NAME = re.compile(r"(?<=[a-z,] )(?P<name>[A-Z][^\W\d_]+) $")
"""A word with a capital within a sentence: `Abdelmadjid` of `as Abdelmadjid Tebboune`."""
LAST_NAME = re.compile(r" (?P<name>[A-Z][^\W\d_]+(?:-[^\W\d_]+)?)(?=[\s,.;:)’'](?! ?[A-Z]))")
"""One such word after a name, and no more: `Prieto` of `José Joaquín Prieto said`."""
ELIDED = re.compile(r" [dD]['’][A-Z][\w-]+(?: [A-Z][\w’'-]+)?")
"""`Valentin Girard| d'Estang`."""
GIVEN_AT_START = re.compile(r"(?:(?<=[.!?] )|(?<=\n)|^)(?P<name>[A-Z][^\W\d_]+) $")
LONGEST_FIRST_NAME = 20
SURNAME_BEHIND = re.compile(r" [A-Z][a-z]+(?:[oe]va?|[a-z]ina?|enko|chuk|dze|shvili|sk(?:ii|iy|y))\b(?! [A-Z])")
"""`Saparbek| Niyazov`, whose given name was taken for a people's."""
SUBJECT = re.compile(
    r" (?:on|for) (?:the )?(?P<first>[A-Z][\w’'-]*)(?: (?:(?:and|of|&|in) (?:the )?)?[A-Z][\w’'-]*){0,6}"
)
"""What a body is for: ` on the Prevention of War`."""
STUDIED = re.compile(
    r" (?:and|&) (?:the )?(?:[A-Z][\w’'-]*[^\S\n]+){1,3}"
    r"(?:Studies|Research|Affairs|Relations|Problems|Security|Policy)\b(?! [A-Z])"
)
"""What an institute named after one thing is for besides: `Institute for US| and Canada Studies`.

Behind `Department of State| and Senate Foreign Relations Committee` stands another body.
"""
TWO_PLACES = re.compile(r" (?:and|&) (?:the )?(?P<place>[A-Z][\w’'-]*)(?![\w’'-]| [A-Z])")
"""`Institute of the USA| and Canada`."""
OF_ONE = re.compile(r"\b(?:Institute|Cent(?:er|re)|School|Department) (?:for|of) (?:the )?(?P<place>[A-Z][\w’'-]*)")
OF_PLACE = re.compile(
    r" (?:of|(?:(?<=Operation )|(?<=Mission )|(?<=Force )|(?<=Forces )|(?<=Office ))in) (?:the )?"
    r"(?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})(?!\w)"
)
"""What a body is of, or where it is in force: ` of Latin America`, `Operation| in Chad`."""
ENDS_IN_FORM = re.compile(r" (?:Inc|Corp|Co|Ltd|Plc|PLC|LLC|AG|SA|NV|Pty)\.?$")
"""Behind it stands where a company is, which is no part of its name."""
REST_OF_OWNER = re.compile(
    r" (?:[A-Z][\w’'-]+ ){0,2}(?:District|Region|Fleet|Flotilla|Army|Command|Group of Forces|Front|Division|Corps)\b"
)
OWNER_BEHIND = re.compile(r" of (?:the )?(?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})$")
"""`37th Rifle Division| of the Ural| Military District`: a unit, and a body called after a place that it belongs to."""
WORD = re.compile(r"[\w’'-]+")
FIRM_AFTER = re.compile(
    r" (?:Brothers|Bros\.?|Inc\.?|Corp\.?|Cos?|Ltd|Plc|PLC|plc|AG|NV|SA|Holdings|Industries|TV)(?![\w’'-])"
)
"""What ends a company's name: `Shearson Lehman| Brothers`."""
THOROUGHFARE_AFTER = re.compile(
    r" (?:Street|Avenue|Boulevard|Road|Square|Lane|Bridge|Airport|Palace|Cathedral|Stadium|Harbou?r)(?!\w)(?! [A-Z])"
)
"""What makes a street or building of a place's name: `Oxford| Street`."""
NUMBER_BEFORE = re.compile(r"(?<![\w-])\d{1,3}(?:st|nd|rd|th|d) $")
UNIT = re.compile(r"(?:Army|Division|Brigade|Regiment|Corps|Battalion|Squadron|Wing|Fleet|Flotilla)\b")
"""`31st| Group Army`."""
BEGINNING = re.compile(r"\b(?:19|20|21)(?:th|st) Century $|(?<!on )\b(?:Sunday|Daily|Evening|Morning) $")
"""What begins the names of firms and papers: `21st Century| Mills`, `Sunday| Telegraph`."""
PAPER = re.compile(
    r"(?:Times|Post|Herald|Tribune|Telegraph|Mirror|Mail|Express|Star|Sun|Independent|Business|News|Standard)$"
)
ABBREVIATED = re.compile(rf"(?<![\w’'.-])(?:{any_of('abbreviated given name')})\. $")
"""`Wm. |Hale and Co`."""
REST_OF_NAME = re.compile(r"\. (?:[A-Z]\. )?[A-Z][\w’'-]+")
FORMS_BEHIND = re.compile(
    r" N\.?T\.?(?: (?:and|&) |&)S\.?A\.?(?![\w’'-])|(?<= NT) (?:and|&) SA(?![\w’'-])"
    r"| (?:und|and|&) Co\.? (?:KG|oHG)(?:aA)?(?![\w’'-])"
)
"""`Bank of Narok| NT and SA`, `Hale| und Co KG`."""
AND_CO = re.compile(r" (?:and|&) Co(?:mpany|s)?\b(?:,? (?:Inc|Ltd|Plc|PLC|LLC|LP)\b)?")
"""`E.F. Hale| and Co Inc`."""
WORKS_THERE = re.compile(
    r" (?:(?:senior|chief|oil|steel|industry|securities|market|bond|currency|metals|grain|sugar|coffee|airline|auto) )?"
    r"(?:analyst|broker|dealer|economist|strategist|trader|spokesman|spokeswoman|vice president|chairman)s? "
    r"[A-Z][\w.’-]+ (?:[A-Z]\.? )?[A-Z]"
)
"""`E.F. Hale| |Orr Finch| analyst Rosa Hill`: one firm, as nobody is named right before another's employer."""
HALF = re.compile(
    r"(?<![\w’'.-])(?P<name>(?!(?:Anglo|Anti|Euro|Ex|Franco|Mid|Multi|Non|Post|Pre|Pro|Sino|Trans)-)[A-Z][a-z]{2,})-$"
)
"""`Kimber-|Hale Corp`."""
TRADE_AT_START = re.compile(r"(?:^|[.!?]\s+|\n)(?P<trade>[A-Z][a-z]{3,}) $")
WORKERS = re.compile(r"(?:Workers|Employees|Farmers|Growers|Producers|Drivers|Operators) [A-Z]")
"""`Factory| Workers Union`."""
PLACES = ("place", "nationality")
FIRM_KINDS = ("organization", "person")
HEAD = re.compile(rf"\b(?:{any_of('body with a purpose')})$")


def extended(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, each as long as the words beside it make it."""
    starts, ends = {span.start for span in spans}, {span.end for span in spans}
    for span in (with_form(text, each) for each in spans):
        name = text[span.start : span.end]
        form = FIRM_AFTER.match(text, span.end) if span.kind in FIRM_KINDS else None
        if form and span.end + form.end() - form.start() not in starts and kind_of(name) is None:
            yield replace(span, end=form.end(), kind="organization")
        elif span.kind in PLACES and (site := THOROUGHFARE_AFTER.match(text, span.end)):
            yield replace(span, end=site.end(), kind="place" if " " not in name else span.kind)
        elif span.kind == "nationality" and (rest := SURNAME_BEHIND.match(text, span.end)) and kind_of(name) is None:
            yield replace(span, end=rest.end(), kind="person")
        elif span.kind == "person":
            yield with_last_name(text, with_first_name(text, span, ends) if " " not in name else span, starts)
        elif span.kind == "organization" and (first := start_before(text, span)) < span.start:
            yield replace(span, start=first)
        elif span.kind == "organization":
            body = with_number(text, without_owner(text, span))
            yield with_second(text, with_place(text, with_subject(text, body) if HEAD.search(name) else body))
        else:
            yield span


def with_form(text: str, span: Span) -> Span:
    """Add the legal form of a bank or partnership, which is of several words, behind a firm or its founder's name."""
    company = AND_CO.match(text, span.end) if span.kind == "person" else None
    if company:
        return replace(span, end=company.end(), kind="organization")
    form = FORMS_BEHIND.match(text, span.end) if span.kind == "organization" else None
    return replace(span, end=form.end()) if form else span


def start_before(text: str, span: Span) -> int:
    """Tell where a firm's or paper's name begins before what the model took for a day or a time."""
    given = ABBREVIATED.search(text, max(0, span.start - 8), span.start)
    if given:
        return given.start()
    half = HALF.search(text, max(0, span.start - LONGEST_FIRST_NAME), span.start)
    if half and kind_of(half["name"]) is None and span.rule == "model":
        return half.start()
    whose = TRADE_AT_START.search(text, max(0, span.start - LONGEST_FIRST_NAME), span.start)
    if whose and WORKERS.match(text, span.start, span.end) and not is_stop_word(whose["trade"]):
        return whose.start("trade")
    number = NUMBER_BEFORE.search(text, max(0, span.start - 8), span.start)
    if number and UNIT.search(text, span.start, span.end):
        return number.start()
    before = BEGINNING.search(text, max(0, span.start - 16), span.start)
    is_paper = before is not None and PAPER.match(text, span.start, span.end) is not None
    return before.start() if before and (is_paper or before.group().endswith("Century ")) else span.start


def joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, two side by side that are one place or firm as one.

    `Baja` and `California`; `E.F. Hale` and `Orr Finch` where an analyst of both is named behind.
    """
    last: Span | None = None
    for span in spans:
        if last and last.kind == span.kind == "place" and text[last.end : span.start] == " ":
            name = text[last.start : span.end]
            if countries_of_region(name) or is_city(name):
                last = replace(last, end=span.end)
                continue
        if last and is_full_name(text, last, span):
            last = replace(last, end=span.end, kind="person")
            continue
        if last and is_one_firm(text, last, span):
            last = replace(last, end=span.end, kind="organization")
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def is_full_name(text: str, first: Span, second: Span) -> bool:
    """Tell whether a word of no known kind and a family name right behind it are one name: `Marat` and `Suleymenov`."""
    name = text[first.start : first.end]
    is_word = first.kind in ("organization", "place") and name.isalpha() and not name.isupper()
    is_one = is_word and second.kind == "person" and SURNAME_BEHIND.fullmatch(text, first.end, second.end) is not None
    return is_one and kind_of(name) is None and not is_title(name) and not is_city(name)


def is_one_firm(text: str, first: Span, second: Span) -> bool:
    """Tell whether two names side by side, none of them known, are one firm where somebody works."""
    is_beside = first.kind in FIRM_KINDS and second.kind in FIRM_KINDS and text[first.end : second.start] == " "
    is_beside = is_beside and kind_of(text[first.start : first.end]) is None
    return is_beside and WORKS_THERE.match(text, second.end) is not None


def with_first_name(text: str, span: Span, ends: set[int]) -> Span:
    """Add the capitalised word before a lone family name, unless it begins a sentence or is a title or known name."""
    given = ABBREVIATED.search(text, max(0, span.start - 8), span.start)
    if given:
        return replace(span, start=given.start())
    before = max(0, span.start - LONGEST_FIRST_NAME)
    given = GIVEN_AT_START.search(text, before, span.start)
    if given and given["name"] in genders() and not is_title(given["name"]) and given.end("name") not in ends:
        return replace(span, start=given.start("name"))
    match = FIRST_NAME.search(text, before, span.start)
    if match is None or match.end("name") in ends:
        return span
    first = match["name"]
    if is_title(first) or is_stop_word(first) or kind_of(first):
        return span
    return replace(span, start=match.start())


def with_last_name(text: str, span: Span, starts: set[int]) -> Span:
    """Add the capitalised word after a person's name, unless it is a name of its own or a title."""
    rest = REST_OF_NAME.match(text, span.end)
    if rest and text[span.start : span.end] in words_for("abbreviated given name"):
        return replace(span, end=rest.end())
    match = ELIDED.match(text, span.end)
    if match:
        return replace(span, end=match.end())
    match = LAST_NAME.match(text, span.end)
    if match is None or match.start("name") in starts:
        return span
    last = match["name"]
    if is_title(last) or is_stop_word(last) or kind_of(last):
        return span
    return replace(span, end=match.end())


def with_place(text: str, span: Span) -> Span:
    """Add the country or region that a body of several words is of: ` of Ukraine`."""
    name = text[span.start : span.end]
    match = OF_PLACE.match(text, span.end) if " " in name and not ENDS_IN_FORM.search(name) else None
    end = place_end(text, match) if match else span.end
    return span if REST_OF_OWNER.match(text, end) else replace(span, end=end)


def without_owner(text: str, span: Span) -> Span:
    """Leave out the first words of another body that a unit belongs to, if that goes on behind the span."""
    owner = OWNER_BEHIND.search(text[span.start : span.end])
    is_cut = owner is not None and REST_OF_OWNER.match(text, span.end) is not None
    return replace(span, end=span.start + owner.start()) if owner and is_cut else span


def place_end(text: str, match: re.Match[str]) -> int:
    """Tell where the known place ends that a phrase names, or where the phrase begins if it names none."""
    words = list(WORD.finditer(text, match.start("place"), match.end("place")))
    ends = (word.end() for word in reversed(words) if kind_of(text[match.start("place") : word.end()]) == "place")
    return next(ends, match.start())


def with_second(text: str, span: Span) -> Span:
    """Add the second thing that an institute is for: ` and Canada Studies`, ` and Canada` behind a place."""
    first = OF_ONE.fullmatch(text, span.start, span.end)
    if first is None:
        return span
    if match := STUDIED.match(text, span.end):
        return replace(span, end=match.end())
    match = TWO_PLACES.match(text, span.end) if kind_of(first["place"]) == "place" else None
    return replace(span, end=match.end()) if match and kind_of(match["place"]) == "place" else span


def with_number(text: str, span: Span) -> Span:
    """Add the number of a channel: ` 4` of `BBC Radio 4`."""
    number = NUMBER.match(text, span.end) if text[span.start : span.end].endswith(CHANNELS) else None
    return replace(span, end=number.end()) if number else span


def with_subject(text: str, span: Span) -> Span:
    """Add what a body is for, where it follows with capitals: ` on Climate Change`."""
    match = SUBJECT.match(text, span.end)
    return replace(span, end=match.end()) if match and not is_stop_word(match["first"]) else span

"""Things that are sold or run under a name, which is nobody's: `the painkiller Raxon`, `the Marlo worm`."""

import functools
import re
from collections.abc import Collection, Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.firms import has_or_does, is_called_firm, tells_deed
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, rows
from tasks.extractors.mentions.names.acronyms import technologies
from tasks.extractors.mentions.names.companies import COMPANY
from tasks.extractors.vocabulary.given_names import genders

CALLED = re.compile(
    rf"\b(?:{any_of('product with a name')}|{any_of('product or something else')})s?,? "
    r"(?:called|named|dubbed|codenamed|code-named|known as|entitled|such as|like|including) (?:the )?[\"“‘']?$"
)
"""`a virus called |Marlo|`, `drugs such as |Raxon|`."""
RIGHT_BEFORE = re.compile(rf"\b(?:{any_of('product with a name')})s?,? [\"“‘']?$")
"""`the painkiller |Raxon|`."""
BEHIND = re.compile(
    rf" (?:{any_of('product with a name')})s?\b(?! (?:maker|makers|company|companies|firm|firms|giant|group)\b)"
)
"""`the |Marlo| worm`."""
GAME_BEHIND = re.compile(
    r" (?:video |computer |online )?(?:game|worm|virus|browser|painkiller|antibiotic|vaccine)\b(?! [a-z]+er\b)"
)
"""What is called by its maker's name less often than by its own."""
GRADE = re.compile(
    rf"(?<![\w’'-])(?<!\b[Ii]n )(?<!\b[Nn]ear )(?<!\b[Aa]t )(?:{any_of('grade of crude')})"
    r"(?![\w’'-]| (?:[Ff]ield|[Cc]ouncil|[Ee]ast|[Nn]orth))"
    r"|(?<![\w’'-])Urals(?= (?:crude|cargo|blend|prices|exports))"
)
"""Crude oil by where it comes from: `a barrel of |Brent|`."""
OIL = re.compile(r"\b(?:crude|barrels?|bbl|oil|petroleum|cargo(?:es)?)\b")
OWN = re.compile(r"\b(?:[Ii]ts|[Tt]heir)(?: (?:own|new|latest|popular|best-selling|[a-z]+ed|[a-z]+ing))? [\"“‘']?$")
OWN_BEHIND = re.compile(
    rf"[\"”’']? (?:[a-z-]+ )?(?:{any_of('product with a name')}|{any_of('product or something else')}"
    r"|technology|range|brand|engine)s?\b"
)
"""`its new |Tarvo| technology`, `its |Tarvo| car`: what somebody has is not he himself."""
JOINT = re.compile(r"[\"”’']?(?:, (?:and |or )?| and | or )(?:the )?[\"“‘']?")
ENDS = re.compile(r"[\"”’']?(?:[,.;:)(\n]|$| (?!had\b|took\b|made\b|bought\b|used\b|sold\b)[a-z])")
"""What may follow a name that stands right behind its noun: in `the drug Orlov had bought` it is his name."""
PRODUCTS = "a product that is nobody"
MAKER = re.compile(r"\b(?:developers?|publishers?|makers?|firm|company|giant|studio),? $")
"""Before who makes or sells: `developer |Tarvo|`."""
KINDS = ("person", "organization", "place", "facility", "event", "weapon")
WINDOW = 60


def without_products(text: str, spans: Sequence[Span], people: Collection[str]) -> list[Span]:
    """Leave out the products at all of their places, unless they bear the name of something known or of somebody."""
    inside, sequels = bytearray(len(text)), set()
    for start, end, sequel in known_stretches(text):
        inside[start:end] = b"\1" * (end - start)
        sequels.add(sequel)
    left = [span for span in spans if not (inside[span.start] and inside[span.end - 1])]
    firms = {text[span.start : span.end] for span in left if is_made_by(text, span) or acts(text, span.end)}
    told = {text[span.start : span.end] for span in told_products(text, left)} | sequels
    names = told - firms - set(people)
    return [span for span in left if span.kind not in KINDS or text[span.start : span.end] not in names]


def known_stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the offsets of products, grades of crude and technologies that are known, with the name of a sequel."""
    for found in known_products().finditer(text):
        sequel = found["sequel"] or ""
        is_sequel = sequel != "" and (found["colon"] or not (kind_of(sequel.partition(" ")[0]) or is_city(sequel)))
        yield found.start(), found.end() if is_sequel else found.end("product"), sequel if is_sequel else ""
    for found in (*(GRADE.finditer(text) if OIL.search(text) else ()), *technologies(text)):
        yield found.start(), found.end(), ""


@functools.cache
def known_products() -> re.Pattern[str]:
    """Compile a pattern of the listed products of several words, in capitals too, and of a sequel's name behind them.

    `WORLD OF WARCRAFT`, `Grand Theft Auto: Night Town`.
    """
    names = {name for row in rows("stop_words.csv") if row["reason"] == PRODUCTS for name in row["names"].split("|")}
    several = sorted((name for name in names if " " in name), key=len, reverse=True)
    forms = (form for name in several for form in (name, name.upper(), name.title()))
    product = "|".join(map(re.escape, forms))
    sequel = r"(?:(?P<colon>:)? (?P<sequel>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}))?"
    return re.compile(rf"(?<![\w’'-])(?P<product>{product})(?![\w’'-]){sequel}")


def told_products(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans that the noun beside them, or beside the last one of their list, tells to be products."""
    last: Span | None = None
    for span in spans:
        is_listed = last is not None and JOINT.fullmatch(text, last.end, span.start) is not None
        if may_be_product(text, span) and (is_listed or is_told(text, span)):
            yield span
            last = span
        else:
            last = None


def is_made_by(text: str, span: Span) -> bool:
    """Tell whether the word before a span is one for who makes something."""
    return MAKER.search(text, max(0, span.start - 12), span.start) is not None


def acts(text: str, end: int) -> bool:
    """Tell whether whatever has the name that ends here does what firms do."""
    return has_or_does(text, end) or tells_deed(text, end) or is_called_firm(text, end)


def may_be_product(text: str, span: Span) -> bool:
    """Tell whether a span is no name that is known, none of somebody in full, and none of a company by its form."""
    name = text[span.start : span.end]
    is_somebody = span.kind == "person" and " " in name and name.partition(" ")[0] in genders()
    return not (is_somebody or kind_of(name) or is_city(name) or COMPANY.match(name))


def is_told(text: str, span: Span) -> bool:
    """Tell whether the noun before or behind a span is one for products; a firm may stand before what it makes."""
    before = text[max(0, span.start - WINDOW) : span.start]
    if CALLED.search(before) or (RIGHT_BEFORE.search(before) and ENDS.match(text, span.end)):
        return True
    if OWN.search(before) and OWN_BEHIND.match(text, span.end):
        return True
    is_behind = GAME_BEHIND if span.kind == "organization" else BEHIND
    return is_behind.match(text, span.end) is not None

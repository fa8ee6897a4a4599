"""Things that are sold or run under a name, which is nobody's: `the painkiller Raxon`, `the Marlo worm`."""

import functools
import re
from collections.abc import Collection, Iterator, Sequence

from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.firms import has_or_does, tells_deed
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, rows
from tasks.extractors.mentions.names.acronyms import technologies
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
KINDS = ("person", "organization", "place", "facility", "event", "weapon")
WINDOW = 60


def without_products(text: str, spans: Sequence[Span], people: Collection[str]) -> list[Span]:
    """Leave out the products at all of their places, unless they bear the name of something known or of somebody."""
    graded = bytearray(len(text))
    for found in (
        *known_products().finditer(text),
        *(GRADE.finditer(text) if OIL.search(text) else ()),
        *technologies(text),
    ):
        graded[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    spans = [span for span in spans if not (graded[span.start] and graded[span.end - 1])]
    firms = {text[span.start : span.end] for span in spans if acts(text, span.end)}
    names = {text[span.start : span.end] for span in told_products(text, spans)} - firms - set(people)
    return [span for span in spans if span.kind not in KINDS or text[span.start : span.end] not in names]


@functools.cache
def known_products() -> re.Pattern[str]:
    """Compile a pattern of the listed products of several words, which may be set in capitals: `WORLD OF WARCRAFT`."""
    names = {name for row in rows("stop_words.csv") if row["reason"] == PRODUCTS for name in row["names"].split("|")}
    several = sorted((name for name in names if " " in name), key=len, reverse=True)
    forms = (form for name in several for form in (name, name.upper(), name.title()))
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, forms))})(?![\w’'-])")


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


def acts(text: str, end: int) -> bool:
    """Tell whether whatever has the name that ends here does what firms do."""
    return has_or_does(text, end) or tells_deed(text, end)


def may_be_product(text: str, span: Span) -> bool:
    """Tell whether a span is no name that is known, and none of somebody in full."""
    name = text[span.start : span.end]
    is_somebody = span.kind == "person" and " " in name and name.partition(" ")[0] in genders()
    return not (is_somebody or kind_of(name) or is_city(name))


def is_told(text: str, span: Span) -> bool:
    """Tell whether the noun before or behind a span is one for products; a firm may stand before what it makes."""
    before = text[max(0, span.start - WINDOW) : span.start]
    if CALLED.search(before) or (RIGHT_BEFORE.search(before) and ENDS.match(text, span.end)):
        return True
    if OWN.search(before) and OWN_BEHIND.match(text, span.end):
        return True
    return span.kind != "organization" and BEHIND.match(text, span.end) is not None

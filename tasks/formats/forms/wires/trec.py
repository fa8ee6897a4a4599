"""The `<DOC>` of TREC's collections, FBIS and Gigaword, as the guides that come with them describe it.

`<DOC id="NYT_ENG_19940701.0001" type="story">` or a `<DOCNO>`; a headline, a dateline and a byline, each of which may
be missing, in elements whose names differ by the agency; the body in `<TEXT>`, with `<P>` around paragraphs or without.
"""

import re
from datetime import date

from tasks.formats.encodings import decode_bytes
from tasks.formats.forms.composing import Story, compose, unwrapped
from tasks.formats.forms.cutting import elements
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.wires.markup import attribute, characters, element, elements_of, require_end
from tasks.sources.refusal import Refusal

FIRST = re.compile(r"<DOC(?:\s[^<>]*\bid\s*=|\s*>\s*<DOCNO>)", re.IGNORECASE)
DAY_IN_IDENTIFIER = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2}|\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?=[.-])")
"""`NYT_ENG_19940701.0001`, `AP880212-0001`: the collections number their documents by day."""

TITLES = ("HEADLINE", "HEAD", "HL", "TTL", "TI")
BYLINES = ("BYLINE", "AUTHOR", "AU")
DAYS = ("DATE_TIME", "DATE1", "DATE")


def recognise(head: Head) -> bool:
    """Tell whether a file begins with a document that has an identifier."""
    return FIRST.match(head.start) is not None


def read(content: bytes) -> Reading:
    """Read a document, or raise `Refusal` where it has no text or no end."""
    text, encoding, _ = decode_bytes(content)
    require_end(text, "DOC")
    tag = text[: text.index(">") + 1]
    identifier = attribute(tag, "id") or (characters(element(text, "DOCNO")) or "").strip()
    body = element(text, "TEXT") or ""
    marked = elements_of(body, "P")
    paragraphs = [" ".join((characters(each) or "").split()) for each in marked] or unwrapped(characters(body) or "")
    return compose(
        Story(
            title=characters(element(text, *TITLES)),
            byline=re.sub(r"(?i)^\s*by:?\s+", "", characters(element(text, *BYLINES)) or "") or None,
            paragraphs=paragraphs,
            publication=characters(element(text, "PUB", "SO")),
            published_on=published_on(text, identifier),
            fields={
                "identifier": identifier,
                "kind": attribute(tag, "type"),
                "dateline": characters(element(text, "DATELINE")),
                "section": characters(element(text, "SECTION")),
                "page": characters(element(text, "PAGE")),
            },
        ),
        encoding=encoding,
    )


def published_on(text: str, identifier: str) -> date | None:
    """Return the day that a document states, or that its identifier holds."""
    try:
        stated = day_of(characters(element(text, *DAYS)))
    except Refusal:
        if not DAY_IN_IDENTIFIER.search(identifier):
            raise
        stated = None
    match = DAY_IN_IDENTIFIER.search(identifier)
    if stated or not match:
        return stated
    year = int(match["year"]) + (0 if len(match["year"]) == 4 else 1900)
    return day_of(f"{year}-{match['month']}-{match['day']}")


FORM = Form(
    says="newswire in the SGML of TREC and Gigaword",
    recognise=recognise,
    cut=elements("DOC", identified_by=r'(?:<DOC\s[^<>]*\bid\s*=\s*"|<DOCNO>\s*)([^"\s<]+)'),
    read=read,
)

"""The `<DOC>` of TREC's collections, FBIS and Gigaword, as the guides that come with them describe it.

`<DOC id="NYT_ENG_19940701.0001" type="story">` or a `<DOCNO>`; a headline, a dateline and a byline, each of which may
be missing, in elements whose names differ by the agency; the body in `<TEXT>`, with `<P>` around paragraphs or without.
"""

import re
from datetime import date

from tasks.formats.forms.composing import Story, compose, unwrapped
from tasks.formats.forms.cutting import elements
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.wires.markup import attribute, characters, decoded, element, elements_of, require_end
from tasks.sources.refusal import Refusal

FIRST = re.compile(r"<DOC(?:\s[^<>]*\bid\s*=|\s*>\s*<DOCNO>)", re.IGNORECASE)
DAY_IN_IDENTIFIER = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2}|\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?=[.-])")
"""`NYT_ENG_19940701.0001`, `AP880212-0001`: the collections number their documents by day."""

TITLES = ("HEADLINE", "HEAD", "HL", "TTL", "TI")
BYLINES = ("BYLINE", "AUTHOR")
DAYS = ("DATE_TIME", "DATE1", "DATE")
SIX_DIGITS = re.compile(r"(?P<year>\d{2})(?P<month>\d{2})(?P<day>\d{2})")
"""A day of the Financial Times: `<DATE>910514`."""

HEADLINE_PARTS = re.compile(r"\s*(?:-{2,}\s*)?@\s*|:\s*@\s*")
"""What divides the lines of a headline of the Wall Street Journal, the last of which may be the byline."""

BROADCAST = re.compile(
    r"\s*Language:\s*(?:<F P=105>)?(?P<language>[A-Z][\w ]*?)\s*(?:</F>\s*)?Article Type:\s*(?P<kind>\w+)\s*"
)
"""The two lines that FBIS puts above a text: in which language it was, and of what kind it is."""
NUMBERED = re.compile(r"<F P=(?P<number>10[0-3])>(?P<value>[^<>]{1,300})</F>", re.IGNORECASE)
NUMBERED_NAMES = {"100": "region", "101": "country", "102": "source_line", "103": "report_number"}
"""The numbered fields of FBIS."""

BY = re.compile(r"\s*by:?\s+", re.IGNORECASE)


def recognise(head: Head) -> bool:
    """Tell whether a file begins with a document that has an identifier."""
    return FIRST.match(head.start) is not None


def read(content: bytes) -> Reading:
    """Read a document, or raise `Refusal` where it has no text or no end."""
    text, encoding, doubts = decoded(content)
    require_end(text, "DOC")
    tag = text[: text.index(">") + 1]
    identifier = attribute(tag, "id") or (characters(element(text, "DOCNO")) or "").strip()
    body = element(text, "TEXT") or ""
    broadcast = BROADCAST.match(body)
    body = body[broadcast.end() :] if broadcast else body
    title, *below = HEADLINE_PARTS.split(characters(element(text, *TITLES)) or "")
    byline = characters(element(text, *BYLINES)) or next(filter(BY.match, map(str.strip, below)), "")
    author = characters(element(text, "AU")) or ""
    is_report = "FBIS" in author
    marked = elements_of(body, "P")
    paragraphs = [" ".join((characters(each) or "").split()) for each in marked] or unwrapped(characters(body) or "")
    return compose(
        Story(
            title=title,
            byline=BY.sub("", byline or ("" if is_report else author)) or None,
            paragraphs=paragraphs,
            publication=characters(element(text, "PUB", "SO")),
            published_on=published_on(text, identifier),
            fields={
                "identifier": identifier,
                "kind": attribute(tag, "type"),
                "dateline": characters(element(text, "DATELINE")),
                "section": characters(element(text, "SECTION")),
                "page": characters(element(text, "PAGE")),
                "report": author if is_report else None,
                **{NUMBERED_NAMES[each["number"]]: each["value"] for each in NUMBERED.finditer(text)},
                "subheadline": "; ".join(part for part in map(str.strip, below) if part and not BY.match(part)),
                "original_language": broadcast["language"] if broadcast else None,
                "article_type": broadcast["kind"] if broadcast else None,
            },
        ),
        encoding=encoding,
        repairs=doubts,
    )


def published_on(text: str, identifier: str) -> date | None:
    """Return the day that a document states, or that its identifier holds."""
    told = (characters(element(text, *DAYS)) or "").strip()
    short = SIX_DIGITS.fullmatch(told)
    try:
        stated = day_of(day_in(short) if short else told)
    except Refusal:
        if not DAY_IN_IDENTIFIER.search(identifier):
            raise
        stated = None
    match = DAY_IN_IDENTIFIER.search(identifier)
    if stated or not match:
        return stated
    return day_of(day_in(match))


def day_in(match: re.Match[str]) -> str:
    """Write a day of digits with its century: all these collections are of the twentieth where it is not stated."""
    year = match["year"] if len(match["year"]) == 4 else f"19{match['year']}"
    return f"{year}-{match['month']}-{match['day']}"


FORM = Form(
    says="newswire in the SGML of TREC and Gigaword",
    recognise=recognise,
    cut=elements("DOC", identified_by=r'(?:<DOC\s[^<>]*\bid\s*=\s*"|<DOCNO>\s*)([^"\s<]+)'),
    version="2",
    read=read,
)

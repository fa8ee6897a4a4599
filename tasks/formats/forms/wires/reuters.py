"""The SGML of Reuters-21578, distribution 1.0: 22 files of a thousand stories, as its README describes them."""

import re
from datetime import date

from tasks.formats.datelines import MONTH_NUMBERS
from tasks.formats.forms.composing import Story, compose, unwrapped
from tasks.formats.forms.cutting import elements
from tasks.formats.forms.days import MONTHS
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.wires.markup import attribute, characters, decoded, element, elements_of, require_end
from tasks.sources.refusal import Refusal, excerpt_of

FIRST_TAG = re.compile(r"<REUTERS\b[^<>]*>")
FIRST = re.compile(r"<!DOCTYPE\s+lewis\b|<REUTERS[\s>]")
DAY = re.compile(r"\b(?P<day>\d{1,2})-(?P<month>[A-Z]{3})-(?P<year>\d{4})\b")
PLACE = re.compile(
    rf"(?P<place>.*?)[\s,]*(?:\b(?:{MONTHS})\b\.?\s*(?:\d{{1,2}}\b.*|-*\s*)|-+\s*)?", re.DOTALL | re.IGNORECASE
)
"""What a dateline names before its day: `SALVADOR, Feb 26 -`."""

CATEGORIES = ("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES")


def recognise(head: Head) -> bool:
    """Tell whether a file begins with a story, or with the declaration of their type."""
    return head.start.startswith("<") and FIRST.match(head.start) is not None


def read(content: bytes) -> Reading:
    """Read a story; one without a body, such as a flash that is a title alone, is refused."""
    text, encoding, doubts = decoded(content)
    require_end(text, "REUTERS")
    first = FIRST_TAG.search(text)
    before, _, _ = text.partition("<TEXT")
    story = element(text, "TEXT") or ""
    body = element(story, "BODY")
    if body is None:
        raise without_body(story)
    dateline = characters(element(story, "DATELINE"))
    paragraphs = unwrapped(characters(body) or "")
    if dateline and dateline.strip() and paragraphs:
        paragraphs[0] = f"{dateline.strip()} {paragraphs[0]}"
    tag = first[0] if first else ""
    place = PLACE.fullmatch(dateline.strip()) if dateline else None
    fields = {
        "identifier": attribute(tag, "NEWID"),
        "dateline": dateline,
        "place": place["place"] if place else None,
        **{name.lower(): "; ".join(elements_of(element(before, name) or "", "D")) for name in CATEGORIES},
    }
    return compose(
        Story(
            title=characters(element(story, "TITLE")),
            byline=byline(characters(element(story, "AUTHOR"))),
            paragraphs=paragraphs,
            publication="Reuters",
            published_on=day_of(element(before, "DATE") or ""),
            fields=fields,
        ),
        encoding=encoding,
        repairs=doubts,
    )


def byline(author: str | None) -> str | None:
    """Return an author's name without `By` before it and `, Reuters` after it."""
    name = re.sub(r"^\s*by\s+|,\s*Reuters?\s*$", "", author.strip(), flags=re.IGNORECASE) if author else ""
    return name or None


def day_of(stated: str) -> date | None:
    """Return the day of `26-FEB-1987 15:01:01.79`; None where none is stated, refused where there is none such."""
    match = DAY.search(stated)
    month = MONTH_NUMBERS.get(match["month"].lower()) if match else None
    if not match or not month:
        return None
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError as error:
        reason = f"The story's date {stated.strip()!r} does not exist ({error})"
        raise Refusal("impossible_date", reason, repair="Correct the date in the file.", excerpt=stated) from error


def without_body(story: str) -> Refusal:
    """Make the refusal of a story that has no body marked: a flash, or one that was never divided."""
    title = characters(element(story, "TITLE"))
    return Refusal(
        "body_missing",
        "The story is a title without a body" if title else "The story has neither title nor body marked",
        repair="Leave it out, or get it whole.",
        excerpt=excerpt_of(title or characters(story) or ""),
    )


FORM = Form(
    says="newswire in the SGML of Reuters-21578",
    recognise=recognise,
    version="2",
    cut=elements("REUTERS", identified_by=r'\bNEWID\s*=\s*"?(\d+)', is_case_sensitive=True),
    read=read,
)

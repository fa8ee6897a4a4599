"""Nexis's documents as text: `1 of 24 DOCUMENTS` above each, labels in capitals around and below the body.

1 of 24 DOCUMENTS                 the number of the document
The Harbor Times                  the publication
May 3, 1999, Monday               the day, with the edition after it
OSH MARKET REOPENS                the headline, which may be labelled HEADLINE:
BYLINE: … SECTION: … LENGTH: …    labels, each of which may be missing
BODY: …                           the text, which may stand without its label below LENGTH
LOAD-DATE: May 4, 1999            labels below it
"""

import re
from collections.abc import Sequence

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import beginnings
from tasks.formats.forms.days import DAYS, day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.fields import COVER, after_cover, blocks_of, decoded_export, one_line
from tasks.sources.refusal import Refusal, excerpt_of

START = re.compile(
    rb"^[ \t\f]*(?:Document[ \t]+)?\d{1,6} of \d{1,6}(?: DOCUMENTS?)?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
FIRST = re.compile(r"(?:Document[ \t]+)?\d{1,6} of \d{1,6}(?P<telling> DOCUMENTS?)?[ \t]*\n", re.IGNORECASE)
LABEL = re.compile(r"(?P<label>[A-Z][A-Z -]{2,30}):[ \t]*(?P<value>.*)", re.DOTALL)
LABELLED = re.compile(r"^(?:LENGTH|LOAD-DATE):[ \t]", re.MULTILINE)
BODY_LABEL = re.compile(r"(?:BODY|TEXT):\s*")
BELOW_BODY = re.compile(r"[ \t]*(?:LOAD-DATE:|LANGUAGE:|PUBLICATION-TYPE:|Copyright\b)")
LINES_BELOW_BODY = 6
"""The labels or the notice that end a document stand in its last lines."""

LEAST_SHARE_OF_WORDS = 0.8
COPYRIGHT = re.compile(r"\s*Copyright\b", re.IGNORECASE)
NAMES = {
    "SECTION": "section",
    "LENGTH": "length",
    "DATELINE": "dateline",
    "LOAD-DATE": "loaded_on",
    "LANGUAGE": "language",
    "PUBLICATION-TYPE": "publication_type",
    "GRAPHIC": "graphic",
    "SERIES": "series",
    "SUBJECT": "subjects",
    "TYPE": "kind",
    "CORRECTION-DATE": "corrected_on",
    "URL": "url",
}


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a document's number among all, in the way of Nexis."""
    start = after_cover(head)
    first = FIRST.match(start)
    return first is not None and bool(first["telling"] or LABELLED.search(start))


def read(content: bytes) -> Reading:
    """Read a document, or raise `Refusal` where its body or its day is not to be found."""
    decoded = decoded_export(content)
    blocks = blocks_of(decoded.text)[1:]
    day_at = next((at for at, block in enumerate(blocks[:6]) if is_day(block)), None)
    if day_at is None or day_at == 0:
        shown = excerpt_of(decoded.text.strip())
        reason = "The document names no publication and day below its number"
        raise Refusal("header_missing", reason, repair="Download it again.", excerpt=shown)
    fields, body, titles = parts_of(blocks[day_at + 1 :])
    day, edition = one_line(blocks[day_at]), re.search(r"([\w ]+Edition)\b", one_line(blocks[day_at]), re.IGNORECASE)
    words = re.match(r"([\d,.]+) words", fields.get("LENGTH", ""))
    refuse_cut_off(decoded.text, body, words[1] if words else None)
    page = re.search(r"\bPg\.\s*([\w-]+)", fields.get("SECTION", ""))
    return compose(
        Story(
            title=fields.get("HEADLINE") or " ".join(titles),
            paragraphs=body,
            byline=re.sub(r"(?i)^by\s+", "", fields.get("BYLINE", "")) or None,
            publication=next((one_line(b) for b in blocks[:day_at] if not COPYRIGHT.match(b)), None),
            published_on=day_of(day),
            fields={
                "edition": edition[1] if edition else None,
                "page": page[1] if page else None,
                "word_count": re.sub(r"\D", "", words[1]) if words else None,
                **{name: fields[label] for label, name in NAMES.items() if label in fields},
            },
        ),
        encoding=decoded.encoding,
        repairs=decoded.repairs,
    )


def refuse_cut_off(text: str, body: Sequence[str], stated_words: str | None) -> None:
    """Refuse a document that has nothing below its body, and by far fewer words than it states."""
    count = sum(len(paragraph.split()) for paragraph in body)
    stated = int(re.sub(r"\D", "", stated_words)) if stated_words else 0
    last_lines = [line for line in text.split("\n") if line.strip()][-LINES_BELOW_BODY:]
    if count < LEAST_SHARE_OF_WORDS * stated and not any(map(BELOW_BODY.match, last_lines)):
        reason = f"The document states {stated} words and has {count}: its end is missing"
        raise Refusal("cut_off", reason, repair="Download it again.", excerpt=excerpt_of(text.rstrip()[-100:]))


def is_day(block: str) -> bool:
    """Tell whether a block begins with a day."""
    return any(shape.match(one_line(block)) for shape in DAYS)


def parts_of(blocks: Sequence[str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Return labels, paragraphs and lines of title; the text begins at BODY, or below LENGTH where that lacks."""
    fields: dict[str, str] = {}
    body: list[str] = []
    titles: list[str] = []
    is_labelled = any(BODY_LABEL.match(block.strip()) for block in blocks)
    is_body = False
    for block in blocks:
        label = LABEL.match(block.strip())
        if BODY_LABEL.match(block.strip()):
            is_body = True
            body.append(one_line(BODY_LABEL.sub("", block.strip(), count=1)))
        elif label and (label["label"] in NAMES or label["label"] in {"BYLINE", "HEADLINE"}):
            fields.setdefault(label["label"], one_line(label["value"]))
            is_body = is_body or (label["label"] == "LENGTH" and not is_labelled)
        elif COPYRIGHT.match(block) or re.fullmatch(r"\s*All Rights Reserved\s*", block, re.IGNORECASE):
            continue
        else:
            (body if is_body else titles).append(one_line(block))
    return fields, body, titles


FORM = Form(
    says="an export of Nexis",
    recognise=recognise,
    version="2",
    cut=beginnings(START, lambda _, number: str(number), cover=COVER),
    read=read,
)

"""Factiva's articles with their codes: each field begins with two or three capitals, as its help on formats lists them.

HD  Osh Market Reopens              headline       SN  The Harbor Times    source
BY  By Anna Marek                   author         PG  A4                  page
WC  412 words                       word count     LP  …                   lead paragraph
PD  3 May 1999                      day            TD  …                   the text that follows
Document HARBT00020010101dv53000xx  (or field AN)  ends an article
"""

import re

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import beginnings
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.fields import COVER, after_cover, blocks_of, decoded_export, one_line
from tasks.sources.refusal import Refusal, excerpt_of

CODES = (
    *("SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "ART", "CT"),
    *("RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "DLN"),
)
FIELD = re.compile(rf"^[ \t]*(?P<code>{'|'.join(CODES)})(?:[ \t]{{2,}}|[ \t]*\t[ \t]*|[ \t]*\n|$)", re.MULTILINE)
"""A field's code at the beginning of a line; two spaces, a tab or the line's end follow it."""

FIRST = re.compile(r"(?:(?:SE|CLM|DLN)[ \t\n]+[^\n]*\n(?:[^\n]+\n)*\s*)?HD(?:[ \t]{2,}|\t|[ \t]*\n)")
START = re.compile(
    rb"^[ \t\f]*(?:(?:SE|CLM)(?:[ \t]{2,}|[ \t]*\t|[ \t]*\r?\n)(?:(?![ \t]*HD\b)[^\n]*\n){1,6}?[ \t]*)?"
    rb"HD(?:[ \t]{2,}|[ \t]*\t|[ \t]*\r?\n)",
    re.MULTILINE,
)
END = re.compile(r"^[ \t]*Document[ \t]+(?P<identifier>[A-Za-z0-9]{12,})[ \t]*$.*", re.MULTILINE | re.DOTALL)
NAMES = {
    "SE": "section",
    "ED": "edition",
    "PG": "page",
    "VOL": "volume",
    "LA": "language",
    "CY": "copyright",
    "CR": "credit",
    "SC": "source_code",
    "CO": "companies",
    "IN": "industries",
    "NS": "subjects",
    "RE": "regions",
    "PUB": "publisher",
    "ET": "time",
    "CLM": "column",
}


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a headline's field, and has those of a word count, day or source near it."""
    start = after_cover(head)
    if not FIRST.match(start):
        return False
    codes = {match["code"] for match in FIELD.finditer(start)}
    return "HD" in codes and len(codes & {"WC", "PD", "SN", "LP", "TD", "SC", "AN"}) >= 2


def read(content: bytes) -> Reading:
    """Read an article by its fields."""
    decoded = decoded_export(content)
    ending = END.search(decoded.text)
    fields = fields_of(decoded.text[: ending.start()] if ending else decoded.text)
    if not ending and "AN" not in fields:
        reason = "The article lacks its last line, `Document` and a number: its end is missing"
        last = excerpt_of(decoded.text.rstrip()[-100:])
        raise Refusal("cut_off", reason, repair="Download it again.", excerpt=last)
    body = [block for code in ("LP", "TD", "ART") for block in blocks_of(fields.get(code, ""))]
    words = re.match(r"([\d,.]+) words", one_line(fields.get("WC", "")))
    author = one_line(fields.get("BY", ""))
    return compose(
        Story(
            title=one_line(fields.get("HD", "")),
            paragraphs=[one_line(block) for block in body],
            byline=re.sub(r"(?i)^by\s+", "", author) or None,
            publication=one_line(fields.get("SN", "")),
            published_on=day_of(fields.get("PD")),
            fields={
                "identifier": ending["identifier"] if ending else one_line(fields.get("AN", "")).split()[-1],
                "word_count": re.sub(r"\D", "", words[1]) if words else None,
                **{name: one_line(fields[code]) for code, name in NAMES.items() if code in fields},
            },
        ),
        encoding=decoded.encoding,
        repairs=decoded.repairs,
    )


def fields_of(text: str) -> dict[str, str]:
    """Return each field's value by its code; of one that stands twice, the first."""
    found: dict[str, str] = {}
    matches = list(FIELD.finditer(text))
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        value = text[match.end() : following.start() if following else len(text)].strip("\n")
        if value.strip():
            found.setdefault(match["code"], value)
    return found


FORM = Form(
    says="an export of Factiva",
    recognise=recognise,
    version="2",
    cut=beginnings(START, lambda _, number: str(number), cover=COVER),
    read=read,
)

"""Nexis Uni's and Lexis Advance's documents: labels in small letters, `Body` alone above the text.

Osh Market Reopens                the headline
The Harbor Times                  the publication
May 3, 1999 Monday                the day, with the edition after it
Copyright 1999 The Harbor Times
Section: WORLD; Pg. A4            labels, each of which may be missing
Length: 412 words
Byline: By Anna Marek
Body
…
Load-Date: May 4, 1999
End of Document                   the end of each
"""

import re

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import endings
from tasks.formats.forms.days import DAYS, day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.fields import decoded_export, one_line, paragraphs_of
from tasks.sources.refusal import Refusal, excerpt_of

END = re.compile(rb"^[ \t]*End of Document[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
LAST_LINE = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
BODY = re.compile(r"^[ \t]*Body:?[ \t]*$", re.MULTILINE)
LENGTH = re.compile(r"^[ \t]*Length:\s*[\d,]+\s*words", re.MULTILINE | re.IGNORECASE)
LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z-]+(?: [A-Z][a-z]+)?):[ \t]*(?P<value>\S.*)")
AFTER_BODY = re.compile(
    r"^[ \t]*(?:Load-Date:|Graphic[ \t]*$|Classification[ \t]*$|Notes[ \t]*$|Correction-Date:)", re.MULTILINE
)
NAMES = {
    "Section": "section",
    "Dateline": "dateline",
    "Highlight": "highlight",
    "Load-Date": "loaded_on",
    "Language": "language",
    "Publication-Type": "publication_type",
    "Subject": "subjects",
    "Company": "companies",
    "Organization": "organizations",
    "Geographic": "places",
    "Person": "people",
    "Industry": "industries",
    "Correction-Date": "corrected_on",
}
MOST_LINES_ABOVE = 6
"""Lines that stand above the day at most: a headline of some lines, and the publication."""


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a document's labels in the way of Nexis Uni."""
    body = BODY.search(head.start)
    return bool(body and LENGTH.search(head.start, 0, body.start()) and day_line(head.start.split("\n")) is not None)


def day_line(lines: list[str]) -> int | None:
    """Return the number of the line that is the day, of those that are not blank; None where none is near the top."""
    shown = [one_line(line) for line in lines if line.strip()][: MOST_LINES_ABOVE + 1]
    return next((at for at, line in enumerate(shown) if at and any(shape.match(line) for shape in DAYS)), None)


def read(content: bytes) -> Reading:
    """Read a document, or raise `Refusal` where it lacks its day, its text or its end."""
    decoded = decoded_export(content)
    ending, body = LAST_LINE.search(decoded.text), BODY.search(decoded.text)
    if not ending or not body:
        reason = "The document lacks its last line, `End of Document`" if body else "The document has no line `Body`"
        last = excerpt_of(decoded.text.rstrip()[-100:])
        raise Refusal("cut_off", reason, repair="Download it again.", excerpt=last)
    above = [one_line(line) for line in decoded.text[: body.start()].split("\n") if line.strip()]
    day_at = day_line(above)
    if day_at is None:
        shown = excerpt_of(decoded.text.strip())
        raise Refusal("header_missing", "The document names no day", repair="Download it again.", excerpt=shown)
    whole = decoded.text[body.end() : ending.start()]
    after = AFTER_BODY.search(whole)
    text, below = (whole[: after.start()], whole[after.start() :]) if after else (whole, "")
    labels = {match["label"]: one_line(match["value"]) for match in map(LABEL.fullmatch, above) if match}
    labels |= {match["label"]: one_line(match["value"]) for match in LABEL.finditer(below)}
    words = re.match(r"[\d,]+", labels.get("Length", ""))
    page = re.search(r"\bPg\.\s*([\w-]+)", labels.get("Section", ""))
    return compose(
        Story(
            title=" ".join(above[: day_at - 1]) if day_at > 1 else None,
            paragraphs=paragraphs_of(text),
            byline=re.sub(r"(?i)^by\s+", "", labels.get("Byline", "")) or None,
            publication=above[day_at - 1],
            published_on=day_of(above[day_at]),
            fields={
                "word_count": words[0].replace(",", "") if words else None,
                "page": page[1] if page else None,
                **{name: labels[label] for label, name in NAMES.items() if label in labels},
            },
        ),
        encoding=decoded.encoding,
        repairs=decoded.repairs,
    )


FORM = Form(says="an export of Nexis Uni", recognise=recognise, cut=endings(END), read=read)

"""Factiva's articles without their codes: a head of lines in a fixed order, and `Document` with a number at the end.

Osh Market Reopens                headline
By Anna Marek                     byline, which may be missing
412 words                         word count
3 May 1999                        day; a time may follow
The Harbor Times                  source
HARBT                             its code
A4                                page, volume and edition, each of which may be missing
English                           language
(c) 1999 …                        copyright, or Copyright 1999 …
…
Document HARBT00020010101dv53000xx
"""

import re
from collections.abc import Sequence

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import endings
from tasks.formats.forms.days import DAYS, day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.factiva import END
from tasks.formats.forms.vendors.fields import after_cover, blocks_of, decoded_export, one_line, paragraphs_of
from tasks.sources.refusal import Refusal, excerpt_of

LAST_LINE = re.compile(rb"^[ \t]*Document[ \t]+[A-Za-z0-9]{12,}[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
SUMMARY = re.compile(rb"\s*(?:Search Summary|\xc2?\xa9 \d{4} Factiva)")
WORDS = re.compile(r"\d[\d,]* words")
COPYRIGHT = re.compile(r"(?:\(c\)|©|Copyright)\s*", re.IGNORECASE)
CODE = re.compile(r"[A-Z0-9]{2,8}")
BY = re.compile(r"by\s+", re.IGNORECASE)
MOST_LINES_ABOVE, MOST_LINES_BELOW = 8, 12
"""Lines that stand above the word count at most, and below it to the copyright."""


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a head of lines in the way of Factiva, copyright and all."""
    lines = [one_line(line) for line in after_cover(head).split("\n") if line.strip()]
    words = words_line(lines)
    return words is not None and copyright_line(lines, words) is not None


def words_line(lines: Sequence[str]) -> int | None:
    """Return the number of the line that counts the words, below which stands the day."""
    for at, line in enumerate(lines[: MOST_LINES_ABOVE + 1]):
        if (
            at
            and WORDS.fullmatch(line)
            and any(shape.match(below) for below in lines[at + 1 : at + 2] for shape in DAYS)
        ):
            return at
    return None


def copyright_line(lines: Sequence[str], words: int) -> int | None:
    """Return the number of the line with the copyright, which ends the head."""
    below = range(words + 2, min(len(lines), words + MOST_LINES_BELOW))
    return next((at for at in below if COPYRIGHT.match(lines[at])), None)


def read(content: bytes) -> Reading:
    """Read an article, or raise `Refusal` where its head or its end is missing."""
    decoded = decoded_export(content)
    ending = END.search(decoded.text)
    if not ending:
        last = excerpt_of(decoded.text.rstrip()[-100:])
        reason = "The article lacks its last line, `Document` and a number: its end is missing"
        raise Refusal("cut_off", reason, repair="Download it again.", excerpt=last)
    text = decoded.text[: ending.start()]
    rows = [row for row in text.split("\n") if row.strip()]
    lines = [one_line(row) for row in rows]
    words, end = head_of(lines)
    title, byline = title_and_byline(text[: text.index(rows[words])], lines[words - 1])
    following = lines[words + 2 : end]
    source = next((at for at, line in enumerate(following) if at and CODE.fullmatch(line)), 1) - 1
    return compose(
        Story(
            title=title,
            paragraphs=paragraphs_of(text.partition(rows[end])[2]),
            byline=byline,
            publication=following[source] if following else None,
            published_on=day_of(lines[words + 1]),
            fields={
                "identifier": ending["identifier"],
                "word_count": re.sub(r"\D", "", lines[words]),
                "language": following[-1] if len(following) > source + 2 else None,
                "page": "; ".join(following[source + 2 : -1]),
                "copyright": COPYRIGHT.sub("", lines[end]),
            },
        ),
        encoding=decoded.encoding,
        repairs=decoded.repairs,
    )


def head_of(lines: Sequence[str]) -> tuple[int, int]:
    """Return the numbers of the lines with the word count and with the copyright, or raise `Refusal`."""
    words = words_line(lines)
    end = copyright_line(lines, words) if words is not None else None
    if words is None or end is None:
        raise Refusal(
            "header_missing",
            "The article lacks the lines with its word count, day and copyright",
            repair="Download it again, with the display format that has codes.",
            excerpt=excerpt_of(" ".join(lines[:3])),
        )
    return words, end


def title_and_byline(above: str, last: str) -> tuple[str, str | None]:
    """Return what stands above the word count: a byline begins with `By`, or stands below a blank line."""
    blocks = blocks_of(above)
    if BY.match(last) or len(blocks) > 1:
        return one_line(above.rpartition(last)[0] or above), BY.sub("", last)
    return one_line(above), None


FORM = Form(
    says="an export of Factiva without its codes",
    recognise=recognise,
    cut=endings(LAST_LINE, rest=SUMMARY),
    read=read,
)

"""Articles that name publication, volume and issue in a header: the Monitor, Prism, China Brief and their kin.

OSH MARKET REOPENS.                              a title line, which may be missing

Publication: Monitor Volume: 4 Issue: 196        the header
By Anna Example                                  a byline or a date, which may be missing

Traders returned to … (Itar-Tass, October 22)    the body, in paragraphs

1. Interfax, October 21                          numbered source notes, which may be missing
Talks Begin in Batken.                           the next item's headline, often left behind
Copyright (c) 1998 The Example Foundation        the publisher's boilerplate
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tasks.formats.boilerplate import is_notice
from tasks.formats.bylines import byline_of, is_catalogue_line
from tasks.formats.datelines import date_of
from tasks.formats.endings import read_ending
from tasks.formats.format import Format, ParsedArticle
from tasks.formats.header import Header, claims_header, is_header, read_header
from tasks.formats.headlines import headline_text, is_headline, is_in_capitals
from tasks.formats.lines import Line, read_lines
from tasks.sources.refusal import Refusal, excerpt_of

MAXIMUM_LINES_BEFORE = 5
"""Lines that may stand before the header: a title of up to three lines, a byline and a date."""

MAXIMUM_TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands around the header, before the body."""

    headline: str | None = None
    byline: str | None = None
    published_on: date | None = None


def recognise(text: str) -> bool:
    """Tell whether a text claims to have a header: near its top, or a full one anywhere."""
    lines = enumerate(read_lines(text))
    return any(claims_header(line) if at <= MAXIMUM_LINES_BEFORE else is_header(line) for at, line in lines)


def parse(text: str) -> ParsedArticle:
    """Read the parts of a text with a header, or raise `Refusal`."""
    lines = list(read_lines(text))
    at = header_index(lines)
    header = read_header(lines[at:])
    following = ([header.rest] if header.rest else []) + lines[at + header.line_count :]
    refuse_second_header(following)
    front, front_count = read_front_below(following, read_front_above(lines[:at]))
    return parsed_article(header, front, following[front_count:])


def header_index(lines: Sequence[Line]) -> int:
    """Return the number of the line that the header begins with."""
    near = next((at for at, line in enumerate(lines[: MAXIMUM_LINES_BEFORE + 1]) if claims_header(line)), None)
    if near is not None:
        return near
    line = next(filter(is_header, lines))
    raise Refusal(
        "header_misplaced",
        f"The header stands in line {lines.index(line) + 1} of those that are not blank, not at the beginning",
        repair="Remove what stands before the header and its title line, or cut the file into one article each.",
        excerpt=excerpt_of(line.text),
        start_char=line.start_char,
    )


def refuse_second_header(lines: Sequence[Line]) -> None:
    """Refuse a file that holds another article's header."""
    second = next(filter(is_header, lines), None)
    if second:
        raise Refusal(
            "second_header",
            "The file holds two headers, so it is more than one article",
            repair="Cut the file into one file per article.",
            excerpt=excerpt_of(second.text),
            start_char=second.start_char,
        )


def read_front_above(lines: Sequence[Line]) -> Front:
    """Read the lines before the header: a title, a byline, a date."""
    front, titles = Front(), []
    for line in lines:
        front, is_read = read_small_line(front, line)
        if not is_read:
            titles.append(line)
    is_title = sum(len(line.text) for line in titles) <= MAXIMUM_TITLE_LENGTH and (
        len(titles) < 2 or all(is_headline(line.text) for line in titles)
    )
    if not is_title:
        raise Refusal(
            "text_before_header",
            "What stands before the header is no title line",
            repair="Leave one title line before the header, and move the rest below it.",
            excerpt=excerpt_of(titles[0].text),
            start_char=titles[0].start_char,
        )
    title = headline_text(" ".join(line.text for line in titles))
    return replace(front, headline=title or None)


def read_front_below(lines: Sequence[Line], front: Front) -> tuple[Front, int]:
    """Read the lines between header and body; return what they say and how many they are."""
    for at, line in enumerate(lines):
        front, is_read = read_small_line(front, line)
        if not is_read and front.headline is None and is_title_below(lines[at:]):
            front, is_read = replace(front, headline=headline_text(line.text)), True
        if not is_read:
            return front, at
    return front, len(lines)


def read_small_line(front: Front, line: Line) -> tuple[Front, bool]:
    """Add what a line says, if it is the first byline or the first date; return whether it is no title or text.

    What a web site files the article under is passed over: it is the site's, not the article's.
    """
    if is_catalogue_line(line.text):
        return front, True
    byline = byline_of(line.text)
    if byline and front.byline is None:
        return replace(front, byline=byline), True
    published_on = date_of(line.text)
    if published_on and front.published_on is None:
        return replace(front, published_on=published_on), True
    return front, False


def is_title_below(lines: Sequence[Line]) -> bool:
    """Tell whether the first of the lines is a title put below the header, and the next its paragraph or byline."""
    if len(lines) < 2 or not is_headline(lines[0].text):
        return False
    is_all_in_capitals = is_in_capitals(lines[0].text) and is_in_capitals(lines[1].text)
    return (lines[1].is_paragraph_start and not is_all_in_capitals) or byline_of(lines[1].text) is not None


def parsed_article(header: Header, front: Front, lines: Sequence[Line]) -> ParsedArticle:
    """Put the parts together; the lines are those of the body and what follows it."""
    ending = read_ending(lines, publication=header.publication, has_next_item=True)
    body = lines[: ending.body_line_count]
    if not body or (len(body) == 1 and is_no_body(body[0].text, header.publication)):
        raise Refusal(
            "body_missing",
            "The header is followed by no article",
            repair="Get the whole article, or leave the file out.",
            excerpt=f"Publication: {header.publication} Volume: {header.volume} Issue: {header.issue}",
        )
    return ParsedArticle(
        body_start_char=body[0].start_char,
        body_end_char=body[-1].end_char,
        publication=header.publication,
        volume=header.volume,
        issue=header.issue,
        headline=front.headline,
        byline=front.byline,
        trailing_headline=ending.trailing_headline,
        published_on=front.published_on,
        notes_start_char=ending.notes[0].start_char if ending.notes else None,
        notes_end_char=ending.notes[-1].end_char if ending.notes else None,
    )


def is_no_body(line: str, publication: str) -> bool:
    """Tell whether an article's only line is the next item's headline, or the publisher's boilerplate."""
    return is_headline(line) or is_notice(line, publication=publication)


FORMAT = Format(
    recognises="a header `Publication: NAME Volume: NUMBER Issue: NUMBER` on the first line, or below a title line",
    demands=(
        "a publication's name, and volume and issue as digits",
        "one header",
        "nothing before it but a title, a byline and a date",
        "a body below it",
    ),
    recognise=recognise,
    parse=parse,
    version="1",
)

"""Puts together the text of an article of which a form says what title, paragraphs and day are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tasks.formats.format import ParsedArticle
from tasks.formats.forms.form import Reading
from tasks.formats.headlines import headline_text
from tasks.formats.text import normalise
from tasks.sources.refusal import Refusal, excerpt_of

AGENCY = r"(?:Reuters?|REUTERS?)"
SIGN_OFF = re.compile(rf"\n\s*{AGENCY}\s*$")
"""The agency's name alone on the last line: the wire's mark of the end."""

PARAGRAPH = re.compile(rf"\n[ \t]*\n|\n(?=[ \t]{{2,}}\S|[ \t]*{AGENCY}\s*$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a form states of an article: its paragraphs, and by name whatever has no column of its own."""

    paragraphs: Sequence[str]
    title: str | None = None
    byline: str | None = None
    publication: str | None = None
    published_on: date | None = None
    volume: int | None = None
    issue: int | None = None
    fields: Mapping[str, str | None] = field(default_factory=dict)


def compose(story: Story, *, encoding: str, repairs: Iterable[str] = ()) -> Reading:
    """Write an article's text, title first, then its paragraphs, a blank line between; raise `Refusal` without any."""
    title, title_repairs = normalise(" ".join((story.title or "").split()))
    body, body_repairs = normalise("\n\n".join(filter(None, map(str.strip, story.paragraphs))))
    title, body = title.strip(), body.strip()
    if not body:
        raise without_body(title)
    start = len(title) + 2 if title else 0
    sign_off = SIGN_OFF.search(body)
    parsed = ParsedArticle(
        body_start_char=start,
        body_end_char=start + (sign_off.start() if sign_off and sign_off.start() else len(body)),
        publication=stated(story.publication),
        volume=story.volume,
        issue=story.issue,
        headline=headline_text(title) or None,
        byline=stated(story.byline),
        published_on=story.published_on,
    )
    fields = {name: value for name, given in story.fields.items() if (value := stated(given))}
    return Reading(
        text=f"{title}\n\n{body}\n" if title else f"{body}\n",
        parsed=parsed,
        encoding=encoding,
        repairs=tuple(dict.fromkeys([*repairs, *title_repairs, *body_repairs])),
        fields=fields,
    )


def stated(value: str | None) -> str | None:
    """Return what a form states, its white space single; None where it states nothing."""
    return " ".join(normalise(value)[0].split()) or None if value else None


def without_body(title: str) -> Refusal:
    """Make the refusal of an article of which there is no more than its title."""
    return Refusal(
        "body_missing",
        "The article has a title, but no body" if title else "The article has no body",
        repair="Leave it out, or get it whole.",
        excerpt=excerpt_of(title) if title else None,
    )


def unwrapped(text: str) -> list[str]:
    """Return the paragraphs of a text whose lines are broken: a blank line or an indented one begins a paragraph."""
    blocks = PARAGRAPH.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return [" ".join(block.split()) for block in blocks if block.strip()]

"""JSON: an object a line, a list of objects, or one article in ninjs of the IPTC."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import oversized, segments
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Columns, Form, Head, Reading
from tasks.formats.forms.mail.message import text_of_page
from tasks.formats.forms.tables.columns import story_of
from tasks.sources.budget import Readable
from tasks.sources.parts import Part
from tasks.sources.refusal import Refusal, excerpt_of

FIRST = re.compile(r'\{\s*"[^"\n]{1,200}"\s*:|\[\s*\{\s*"[^"\n]{1,200}"\s*:')
LINE = re.compile(rb"(?<=\n)\{")
BLANK = re.compile(rb"[\s\xef\xbb\xbf]*")
NINJS_BODIES = ("body_text", "body_xhtml", "body_html", "body_html5")


def recognise(head: Head) -> bool:
    """Tell whether a text begins with an object of JSON, or a list of such."""
    return head.start[:1] in "{[" and FIRST.match(head.start) is not None


def cut(stream: Readable, most: int) -> Iterator[Part] | None:
    """Cut a text into its objects; None where it is one alone."""
    found = segments(stream, LINE, most)
    first, second = next(found, None), next(found, None)
    if first is None:
        return None
    if first.content.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(b"["):
        if second or first.is_too_large:
            rest = b"".join(each.content for each in chain([second] if second else [], found))
            return items_of(first.content + rest, most)
        return items_of(first.content, most)
    if second is None:
        return None
    lines = chain([first, second], found)
    return (
        oversized(str(number), most) if line.is_too_large else Part(locator=str(number), content=line.content)
        for number, line in enumerate((line for line in lines if line.content.strip()), start=1)
    )


def items_of(content: bytes, most: int) -> Iterator[Part]:
    """Yield the objects of a list, each with its very characters; what is damaged ends it."""
    if len(content) > most:
        yield oversized("1", most)
        return
    text, number = content.decode("utf-8-sig", "replace"), 0
    decoder, position = json.JSONDecoder(), text.index("[") + 1
    while True:
        position = len(text) - len(text[position:].lstrip(" \t\r\n,"))
        if text[position : position + 1] in ("]", ""):
            return
        number += 1
        try:
            _, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            yield Part(locator=str(number), problem=damaged(text[position:], error))
            return
        yield Part(locator=str(number), content=text[position:end].encode())
        position = end


def damaged(text: str, error: Exception) -> Refusal:
    """Make the refusal of what is no JSON."""
    return Refusal(
        "damaged_json", f"The object is not JSON ({error})", repair="Export it again.", excerpt=excerpt_of(text)
    )


def read(content: bytes, columns: Columns) -> Reading:
    """Read an object, or raise `Refusal`."""
    try:
        text = content.decode("utf-8-sig")
        row = json.loads(text)
    except UnicodeDecodeError as error:
        raise damaged(content[:100].decode("latin-1"), error) from error
    except (ValueError, RecursionError) as error:
        raise damaged(text, error) from error
    if not isinstance(row, dict):
        raise damaged(text, TypeError("it is no object"))
    return compose(ninjs_story(row) if is_ninjs(row) else story_of(row, columns), encoding="utf-8")


def is_ninjs(row: Mapping[str, object]) -> bool:
    """Tell whether an object is an article in ninjs: it has an identifier and one of the bodies that ninjs names."""
    return isinstance(row.get("uri"), str) and ("bodies" in row or any(name in row for name in NINJS_BODIES))


def ninjs_story(row: Mapping[str, object]) -> Story:
    """Return what an article in ninjs 1.x or 2.x states."""
    bodies = row.get("bodies")
    held = [each.get("value") for each in bodies if isinstance(each, dict)] if isinstance(bodies, list) else []
    body = next((value for value in (*(row.get(n) for n in NINJS_BODIES), *held) if isinstance(value, str)), "")
    headlines = row.get("headlines")
    titles = [h.get("value") for h in headlines if isinstance(h, dict)] if isinstance(headlines, list) else []
    title = next((value for value in (row.get("headline"), row.get("title"), *titles) if isinstance(value, str)), None)
    days = (row.get(name) for name in ("firstpublished", "firstcreated", "versioncreated", "versionCreated"))
    located, language = row.get("located"), row.get("language")
    return Story(
        title=title,
        paragraphs=[text_of_page(body) if "</" in body else body],
        byline=byline if isinstance(byline := row.get("byline"), str) else None,
        published_on=day_of(next((day for day in days if isinstance(day, str)), None)),
        fields={
            "identifier": str(row["uri"]),
            "language": language if isinstance(language, str) else None,
            "place": located if isinstance(located, str) else None,
            "slugline": slug if isinstance(slug := row.get("slugline"), str) else None,
        },
    )


FORM = Form(says="data in JSON", recognise=recognise, cut=cut, read_row=read, rule="data")

"""JSON: an object a line, a list of objects, or one article in ninjs of the IPTC."""

import json
import re
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Iterator
from itertools import chain

from tasks.formats.forms.composing import compose
from tasks.formats.forms.cutting import Segment, oversized, segments, whole_part
from tasks.formats.forms.form import Columns, Form, Head, Reading
from tasks.formats.forms.tables import ninjs
from tasks.formats.forms.tables.columns import story_of
from tasks.sources.budget import Readable
from tasks.sources.parts import Part, Peeked
from tasks.sources.refusal import Refusal, excerpt_of

FIRST = re.compile(r'\{\s*"[^"\n]{1,200}"\s*:|\[\s*\{\s*"[^"\n]{1,200}"\s*:')
OBJECT = re.compile(rb"(?<=\n)\{")
"""Where an object begins that may be written over several lines."""

LINE = re.compile(rb"(?<=\n)\S")
"""Where a line begins, of which each is an object (JSON Lines); one that is none falls alone."""

NO_OBJECT = TypeError("it is no object")

SEPARATORS = " \t\r\n,"
"""What stands between the objects of a list."""

READ_BYTES = 65_536


def recognise(head: Head) -> bool:
    """Tell whether a text begins with an object of JSON, or a list of such."""
    return head.start[:1] in "{[" and FIRST.match(head.start) is not None


def cut(stream: Readable, most: int) -> Iterator[Part] | None:
    """Cut a text into its objects; None where it is one alone."""
    head = stream.read(READ_BYTES)
    whole = Peeked(head=head, stream=stream)
    if head.lstrip().startswith(b"["):
        return items_of(whole, most)
    found = segments(whole, LINE if is_whole(head.partition(b"\n")[0]) else OBJECT, most)
    first, second = next(found, None), next(found, None)
    if first is None or second is None:
        return None
    lines = (line for line in chain([first, second], found) if line.content.strip())
    return (part_of(str(number), line, most) for number, line in enumerate(lines, start=1))


def part_of(locator: str, line: Segment, most: int) -> Part:
    """Make the part of a line, or of an object of several; what does not begin as one is refused as it is."""
    if not line.is_too_large and not line.content.lstrip().removeprefix(BOM_UTF8).startswith(b"{"):
        return Part(locator=locator, problem=damaged(line.content.decode("utf-8", "replace"), NO_OBJECT))
    return whole_part(locator, line.content, most, is_too_large=line.is_too_large)


def is_whole(line: bytes) -> bool:
    """Tell whether a line is an object, whole."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def items_of(stream: Readable, most: int) -> Iterator[Part]:
    """Yield the objects of a list, each with its very characters; what is damaged or too large ends it."""
    decode, find = getincrementaldecoder("utf-8-sig")("replace").decode, json.JSONDecoder().raw_decode
    text, number = decode(stream.read(READ_BYTES)).lstrip().removeprefix("["), 1
    while not (text := text.lstrip(SEPARATORS)).startswith("]"):
        try:
            _, end = find(text)
        except (ValueError, RecursionError) as error:
            can_grow = isinstance(error, ValueError) and len(text) <= most
            # as much again as is there, so that a long object is not looked through over and over
            chunk = stream.read(max(READ_BYTES, len(text))) if can_grow else b""
            if not chunk:
                yield unfinished(text, error, str(number), most)
                return
            text += decode(chunk)
        else:
            yield Part(locator=str(number), content=text[:end].encode())
            text, number = text[end:], number + 1


def unfinished(text: str, error: Exception, locator: str, most: int) -> Part:
    """Make the part of an object that does not end, or is none."""
    if len(text) > most:
        return oversized(locator, most)
    if text:
        return Part(locator=locator, problem=damaged(text, error))
    problem = Refusal("cut_off", "The list has no end: objects after this one are missing", repair="Export it again.")
    return Part(locator=locator, problem=problem)


def damaged(text: str, error: Exception) -> Refusal:
    """Make the refusal of what is no JSON."""
    return Refusal(
        "damaged_json", f"The object is not JSON ({error})", repair="Export it again.", excerpt=excerpt_of(text)
    )


def read(content: bytes, columns: Columns) -> Reading:
    """Read an object, or raise `Refusal`."""
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(encoding)
        row = json.loads(text)
    except UnicodeDecodeError as error:
        raise damaged(content[:100].decode("latin-1"), error) from error
    except (ValueError, RecursionError) as error:
        raise damaged(text, error) from error
    if not isinstance(row, dict):
        raise damaged(text, NO_OBJECT)
    story = ninjs.story_of(row) if ninjs.recognise(row) else story_of(row, columns)
    return compose(story, encoding=encoding.removesuffix("-sig"))


FORM = Form(says="data in JSON", recognise=recognise, cut=cut, read_row=read, version="4", rule="data")

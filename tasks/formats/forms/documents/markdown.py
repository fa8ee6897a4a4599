"""Markdown (CommonMark 0.31 with tables), by `markdown-it-py`: what a page made of it would show, without its code.

A head of fields between two lines `---`, as writers of weblogs put it there, says title, day, author and the rest.
"""

import re
from dataclasses import replace

from tasks.formats import plain
from tasks.formats.forms.composing import without_body
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.text import decode, normalise
from tasks.formats.text.shown import text_of_page

HEAD = re.compile(
    r"---[ \t]*\n(?P<fields>(?:[A-Za-z_][\w-]*:.*\n|[ \t]+\S.*\n|- .*\n)+)(?:---|\.\.\.)[ \t]*\n(?=\s*\S)"
)
FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]*):[ \t]*(?P<value>\S.*)$", re.MULTILINE)
TELLING = re.compile(r"^(?:title|date|author):", re.MULTILINE)
HEADING = re.compile(r"# +(?P<title>\S.*?)(?: +#+)?[ \t]*\n")
SIGN = re.compile(
    r"""
    ^\#{2,6}[ ]+\S | ^``` | ^\|?[ :-]*-{3,}[ :|-]*\|[ :|-]*$       # another heading, code, a table
    | !?\[[^\]\n]+\]\([^)\s]+\) | \*\*\S[^*\n]*\*\* | ^\*[^*\n]+\*   # a link, what is emphasised
    | ^[-*+][ ]+\S | ^>[ ]+\S                                      # a list, a quotation
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Signs of Markdown besides the heading."""

UNSHOWN = re.compile(r"<pre>.*?</pre>|<img\b[^<>]*>|<code>.*?</code>", re.DOTALL)
MARKS = re.compile(r"[*_`]+")
DAYS = ("date", "published", "published_on", "pubdate")
BYLINES = ("author", "byline", "by")
READ = frozenset(["title", "publication", *DAYS, *BYLINES])


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a head of fields above a text, or with a heading and has other signs."""
    fields = HEAD.match(head.start)
    if fields:
        return TELLING.search(fields["fields"]) is not None
    heading = HEADING.match(head.start)
    return heading is not None and SIGN.search(head.start, heading.end()) is not None


def read(content: bytes) -> Reading:
    """Read a text as an article, or raise `Refusal` where it shows none."""
    decoded = decode(content)
    told, below = parted(decoded.text.lstrip())
    heading = HEADING.match(below)
    title = told.get("title") or (MARKS.sub("", heading["title"]) if heading else "")
    shown = shown_text(below[heading.end() if heading else 0 :])
    if not shown:
        raise without_body(title)
    text, repairs = normalise(f"{title}\n\n{shown}\n" if title else f"{shown}\n")
    parsed = plain.parse(text)
    return Reading(
        text=text,
        parsed=replace(
            parsed,
            byline=next((told[name] for name in BYLINES if name in told), parsed.byline),
            publication=told.get("publication"),
            published_on=day_of(next((told[name] for name in DAYS if name in told), None)) or parsed.published_on,
        ),
        encoding=decoded.encoding,
        repairs=(*decoded.repairs, *repairs),
        fields={name: value for name, value in told.items() if name not in READ},
    )


def parted(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of a text's head by their names in small letters, and what stands below it."""
    head = HEAD.match(text)
    if not head:
        return {}, text
    fields = FIELD.finditer(head["fields"])
    return {match["name"].lower(): match["value"].strip(" \"'") for match in fields}, text[head.end() :].lstrip()


def shown_text(text: str) -> str:
    """Return what a page made of a text would show, but for code and pictures."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only such texts need it

    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return text_of_page(UNSHOWN.sub(" ", page))


FORM = Form(says="a text in Markdown", recognise=recognise, version="3", read=read)

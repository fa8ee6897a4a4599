"""A saved web page: what `trafilatura` takes for the article, held against the page's own text.

Each paragraph kept stands in the page's text, and no oftener than there. Title, day, author and the rest are those that
the page's metadata states (Open Graph, schema.org, Dublin Core), never guessed from its text.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.exports import cut_by
from tasks.formats.forms.web.extraction import lines_of, paragraphs_of
from tasks.formats.forms.web.microdata import stated_in
from tasks.formats.forms.web.titles import article_title, key_of, names_in_address
from tasks.formats.text.encodings import decode_bytes
from tasks.formats.text.shown import BETWEEN_CELLS, as_shown, text_of_page
from tasks.sources.refusal import Refusal

FIRST = re.compile(
    r"(?:<\?xml[^<>]*\?>\s*|<!--.{0,2000}?-->\s*)*<(?:!DOCTYPE\s+html|html|head|body|meta|script|frameset|table)\b",
    re.IGNORECASE | re.DOTALL,
)
CHARSET = re.compile(rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
META = re.compile(r"<meta\b([^<>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
LINKED_DATA = re.compile(r"<script\b[^<>]*application/ld\+json[^<>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
CANONICAL = re.compile(r"<link\b(?=[^<>]*\brel\s*=\s*[\"']?canonical)[^<>]*\bhref\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
LANGUAGE = re.compile(r"<html\b[^<>]*\blang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^<>]*>(.*?)</title\s*>", re.IGNORECASE | re.DOTALL)

CELLS = re.compile(r"</t[dh]\s*>\s*<t[dh]\b[^<>]*>", re.IGNORECASE)
TAB = "\ue001"
"""Stands for a tab where white space is made single: a character for private use, which no page has."""

HEADING = re.compile(r"<h[12]\b[^<>]*>((?:[^<]|<(?!/?h[12]\b))*)</h[12]\s*>", re.IGNORECASE)
BODY_START = re.compile(r"<body\b", re.IGNORECASE)
BODY_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
EXPORT = re.compile(r"^(?:(?:SE|CLM|HD)\t|(?:Document )?\d+ of \d+ DOCUMENTS?$)", re.MULTILINE)
"""What the first article of an export begins with, in a page that a vendor made."""

ARTICLE = re.compile(r"<article\b[^<>]*>((?:[^<]|<(?!/?article\b))*)</article\s*>", re.IGNORECASE)
FEWEST_SENTENCES = 2
"""Paragraphs of an article; what leads to another one has a sentence at most."""

TITLES = ("og:title", "headline", "dc.title", "twitter:title")
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
DAYS = ("article:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "pubdate", "parsely-pub-date")
SITES = ("og:site_name", "publisher", "dc.publisher")
ALSO_SITES = ("application-name", "apple-mobile-web-app-title", "twitter:site", "al:android:app_name")
"""What a site may call itself in its titles, beside the name of the publication."""
SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?][\"'”’)]*$")
"""A block that ends as a sentence does and has six words at least: captions and menus are none."""

ROW_OF_NUMBERS = re.compile(r"  \S*\d")
"""A row of a table in which a cell behind the first has a digit."""

MOST_CHARACTERS = 3_000_000
"""A page beyond this is no page of news, and costs its parser too much."""


def recognise(head: Head) -> bool:
    """Tell whether a file begins as a page does."""
    return head.start.startswith("<") and FIRST.match(head.start) is not None


def read(content: bytes) -> Reading:
    """Read a page's article, or raise `Refusal` where there is none on it."""
    page, encoding = decoded(content)
    return compose(story_of(page), encoding=encoding)


def shown_text(content: bytes) -> str:
    """Return all that a page shows, with a tab between the cells of a row; an export without the frame above it."""
    page, _ = decoded(content)
    if len(page) > MOST_CHARACTERS:
        return ""
    text = text_of_page(CELLS.sub(TAB, page)).replace(TAB, "\t")
    export = EXPORT.search(text)
    return text[export.start() :] if export else text


def decoded(content: bytes) -> tuple[str, str]:
    """Decode a page by the charset that it states, or by evidence where that is missing or wrong."""
    match = CHARSET.search(content[:4096])
    if match:
        charset = match[1].decode("ascii", "ignore")
        try:
            return content.decode("windows-1252" if charset.lower() == "iso-8859-1" else charset), charset.lower()
        except (UnicodeDecodeError, LookupError):
            pass  # pages state charsets at random; the evidence is asked below
    text, encoding, _ = decode_bytes(content)
    return text, encoding


def story_of(page: str) -> Story:
    """Return what a page states."""
    if len(page) > MOST_CHARACTERS:
        reason = f"The page has more than {MOST_CHARACTERS:,} characters"
        raise Refusal("too_large", reason, repair="Save its text alone, and ingest that.")
    page = as_shown(page)
    stated = metadata(page)
    shown = text_of_page(page)
    kept, left_out_count = checked(lines_of(page), shown)
    passed_over_count, others_count = passed_over(kept, shown.split("\n\n")), other_articles(page, kept)
    canonical, language = CANONICAL.search(page), LANGUAGE.search(page)
    url = one_of(stated, ("og:url",)) or (canonical[1] if canonical else None)
    title = title_of(page, stated, url)
    if kept and title and key_of(kept[0]) == key_of(title):
        kept = kept[1:]  # the title once more, as the page shows it
    return Story(
        title=title,
        byline=re.sub(r"(?i)^by\s+", "", one_of(stated, AUTHORS) or "") or None,
        paragraphs=list(paragraphs_of(kept)),
        publication=one_of(stated, SITES),
        published_on=day_of(one_of(stated, DAYS)),
        fields={
            "url": url,
            "section": one_of(stated, ("article:section", "articlesection")),
            "language": one_of(stated, ("inlanguage",)) or (language[1] if language else None),
            "note": "; ".join(notes_on(page, left_out_count, passed_over_count, others_count)),
        },
    )


def title_of(page: str, stated: Mapping[str, str], url: str | None) -> str | None:
    """Return the title of a page's article: as its metadata state it, else as its window has it."""
    whole_title = TITLE.search(page)
    title = one_of(stated, TITLES) or (text_of_page(whole_title[1]) if whole_title else None)
    if not title:
        return None
    title = html.unescape(title)  # some state it with the escapes of its source
    sites = [stated[name] for name in (*SITES, *ALSO_SITES) if name in stated]
    headings = filter(None, map(text_of_page, HEADING.findall(page)))
    return article_title(title, sites=[*sites, *names_in_address(url)], headings=headings)


def passed_over(kept: Sequence[str], blocks: Sequence[str]) -> int:
    """Count what a page shows among the paragraphs kept and is not: blocks that read as sentences, rows of numbers."""
    article = " ".join(" ".join(kept).replace(BETWEEN_CELLS, " ").split())
    places = [at for at, block in enumerate(blocks) if " ".join(block.split()) in article]
    among = blocks[places[0] : places[-1]] if places else []
    telling = (block for block in among if SENTENCE.search(block) or ROW_OF_NUMBERS.search(block))
    return sum(" ".join(block.split()) not in article for block in telling)


def other_articles(page: str, kept: Sequence[str]) -> int:
    """Count the articles that a page marks as such, of several sentences, of which nothing was kept."""
    article = " ".join(" ".join(kept).replace(BETWEEN_CELLS, " ").split())
    marked = (text_of_page(text).split("\n\n") for text in ARTICLE.findall(page))
    sentences = ([block for block in blocks if SENTENCE.search(block)] for blocks in marked)
    return sum(len(found) >= FEWEST_SENTENCES and not any(block in article for block in found) for found in sentences)


def notes_on(page: str, left_out_count: int, passed_over_count: int, others_count: int) -> Iterator[str]:
    """Yield what a reader of a page's article should know of it."""
    if passed_over_count:
        yield f"{counted(passed_over_count)} left out that the page shows among those of the article"
    if others_count:
        yield f"the page has {others_count} more {'article' if others_count == 1 else 'articles'}, left out"
    if left_out_count:
        yield f"{counted(left_out_count)} left out that the page does not show"
    if BODY_START.search(page) and not BODY_END.search(page):
        yield "the page has no end: it may have been cut off"


def counted(count: int) -> str:
    """Write how many paragraphs or rows were something: `2 paragraphs were`."""
    return f"{count} paragraph was" if count == 1 else f"{count} paragraphs were"


def checked(lines: Iterable[str], shown: str) -> tuple[list[str], int]:
    """Return the lines that stand in what a page shows, each as often at most, and how many did not."""
    haystack = " ".join(shown.split())
    kept: list[str] = []
    left_out_count = 0
    for line in lines:
        plain = line.replace(BETWEEN_CELLS, " ")
        stands = haystack.count(plain) if len(plain) < 2_000 else int(plain in haystack)
        if kept.count(line) < stands:
            kept.append(line)
        else:
            left_out_count += 1
    return kept, left_out_count


def metadata(page: str) -> dict[str, str]:
    """Return what a page states of itself, by lower-case name: tags `meta`, then schema.org's data; the first wins.

    Of schema.org's data those in a script go before those among the page's words.
    """
    stated: dict[str, str] = {}
    for tag in META.findall(page):
        told = {name.lower(): double or single or bare for name, double, single, bare in ATTRIBUTE.findall(tag)}
        name = told.get("property") or told.get("name") or told.get("itemprop")
        if name and told.get("content"):
            stated.setdefault(name.lower(), text_of_page(told["content"]))
    for block in LINKED_DATA.findall(page):
        try:
            data = json.loads(block)
        except (ValueError, RecursionError):
            continue  # damaged data on a page states nothing
        for item in items_of(data):
            for name in ("headline", "datePublished", "author", "publisher", "articleSection", "inLanguage"):
                value = name_of(item.get(name))
                if value:
                    stated.setdefault(name.lower(), value)
    for name, value in stated_in(page):
        stated.setdefault(name.lower(), value)
    return stated


def items_of(data: object) -> Iterator[Mapping[str, object]]:
    """Yield the articles of a page's linked data."""
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        if isinstance(graph, list):
            yield from (each for each in graph if isinstance(each, dict) and is_article(each))
        elif is_article(item):
            yield item


def is_article(item: Mapping[str, object]) -> bool:
    """Tell whether an item is an article by its type."""
    return any(word in str(item.get("@type")) for word in ("Article", "BlogPosting", "Report"))


def name_of(value: object) -> str | None:
    """Return a name of linked data: a text, an object's name, or those of a list."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(name_of, value))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def one_of(stated: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """Return the first of several things that is stated."""
    return next((stated[name] for name in names if stated.get(name)), None)


FORM = Form(says="a saved web page", recognise=recognise, cut=cut_by(shown_text), version="4", read=read)

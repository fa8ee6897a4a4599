"""What a page states of its article among its own words: microdata of schema.org (WHATWG HTML 5.2).

`<time itemprop="datePublished" datetime="1999-05-03">Monday</time>` says a day, whatever it shows.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLES = ("Article", "BlogPosting", "Report")
"""Types of schema.org for what is an article, or ends in it: `NewsArticle`."""

NAMES = frozenset({"headline", "datePublished", "author", "publisher", "articleSection", "inLanguage"})


def stated_in(page: str) -> Iterator[tuple[str, str]]:
    """Yield what the first article of a page's microdata states, each with its name."""
    if "itemprop" not in page or "itemscope" not in page:
        return
    from lxml.etree import ParserError  # noqa: PLC0415 - only such pages need it
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    try:
        tree = document_fromstring(page.encode(), parser=HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError):
        return  # whoever reads the page's text says what is wrong
    articles = (each for each in tree.iter() if each.get("itemscope") is not None and is_article(each))
    article = next(articles, None)
    for element in article.iterdescendants() if article is not None else ():
        name = element.get("itemprop")
        if name in NAMES and scope_of(element) is article and (value := value_of(element)):
            yield name, value


def is_article(element: "HtmlElement") -> bool:
    """Tell whether an element's type is that of an article."""
    return (element.get("itemtype") or "").endswith(ARTICLES)


def scope_of(element: "HtmlElement") -> "HtmlElement | None":
    """Return the item that an element states something of."""
    return next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)


def value_of(element: "HtmlElement") -> str:
    """Return what an element states: an attribute that is meant for it, the name of an item, or its words."""
    stated = element.get("content") or element.get("datetime")
    if stated:
        return " ".join(stated.split())
    names = element.xpath(".//*[@itemprop='name']") if element.get("itemscope") is not None else []
    named = names[0] if names else element
    return " ".join((named.get("content") or named.text_content()).split())

"""Titles of pages: the article's own, without the names of the site and of its sections around it."""

import re
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

BAR = re.compile(r"\s*[|\u2758\uff5c]\s*|\s+(?:::|»|›|•|·)\s+")
"""What stands between a title and the name of a site, and in no headline: `Osh Market Reopens | The Harbor Times`."""

JOINT = re.compile(rf"{BAR.pattern}|\s+[-–—~]+\s+|:\s+")
"""What stands there too, but in headlines as well: `Osh - a city of bazaars`."""

LETTERS = re.compile(r"[^\W_]+")
FEWEST_WORDS = 3
"""Words of a title beside a bar; what has fewer may be a section: `Opinion | Why Osh Should Build`."""

FEWEST_LETTERS = 3
"""Letters of a part of a host's name that may be the site's own: neither `co` nor `uk`."""


def article_title(title: str, *, sites: Iterable[str], headings: Iterable[str]) -> str:
    """Return a page's title without what is around the article's own, given names of its site and headings it shows.

    What is cut off is a name of the site, and all that is more than a heading. What stands beside a bar is cut off
    without either.
    """
    names = {key_of(site) for site in sites} - {""}
    shown = {key: heading for heading in headings if (key := key_of(heading)) not in names}
    if key_of(title) in shown:
        return title
    parts = [heading for heading in shown.values() if is_part(heading, title)]
    if parts:
        return max(parts, key=len)
    while shorter := without_site(title, names):
        title = shorter
    parts = BAR.split(title)
    return next((part for part in parts if len(part.split()) >= FEWEST_WORDS), parts[0])


def is_part(heading: str, title: str) -> bool:
    """Tell whether a heading of some words is what a title has before or behind a bar, dash or colon."""
    key = key_of(heading)
    return len(heading.split()) >= FEWEST_WORDS and any(
        key in map(key_of, (title[: joint.start()], title[joint.end() :])) for joint in JOINT.finditer(title)
    )


def without_site(title: str, names: Collection[str]) -> str:
    """Return a title without the name of the site behind or before it; empty where there is none."""
    joints = list(JOINT.finditer(title))
    for joint in joints[-1:]:
        if is_named(title[joint.end() :], names):
            return title[: joint.start()]
    for joint in joints[:1]:
        if is_named(title[: joint.start()], names):
            return title[joint.end() :]
    return ""


def is_named(part: str, names: Collection[str]) -> bool:
    """Tell whether a part of a title is a name of the site, or begins with one: `The Harbor Times Online`."""
    key = key_of(part)
    return key in names or any(len(name) > 2 * FEWEST_LETTERS and key.startswith(name) for name in names)


def key_of(name: str) -> str:
    """Return the letters and digits of a name, small and without its article: `The Harbor Times` is `harbortimes`."""
    return "".join(LETTERS.findall(name.casefold().removeprefix("the ")))


def names_in_address(url: str | None) -> list[str]:
    """Return what a site may be called by its address: `harbortimes` and `harbortimes.example`."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return []
    host = host.removeprefix("www.")
    return [host, *(part for part in host.split(".") if len(part) >= FEWEST_LETTERS)]

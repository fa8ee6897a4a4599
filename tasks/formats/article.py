"""Articles from bare text, for whoever has no file: the extract filter, tests and benchmarks."""

import hashlib
import re
from datetime import date

from warehouse.records import Article

PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
"""A blank line, whatever white space stands on it: `\\n\\n`, `\\r\\n \\r\\n`."""


def bare_article(text: str, *, article_id: str, published_on: date | None = None) -> Article:
    """Wrap a text that is all body into an article; offsets refer to the text exactly as given."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        article_id=article_id,
        source=article_id,
        source_path=article_id,
        content_sha256=digest,
        text_sha256=digest,
        format="bare",
        publication=None,
        volume=None,
        issue=None,
        headline=None,
        byline=None,
        trailing_headline=None,
        published_on=published_on,
        published_on_low=published_on,
        published_on_high=published_on,
        published_on_basis="given" if published_on else None,
        encoding="utf-8",
        repairs=None,
        body_start_char=0,
        body_end_char=len(text),
        paragraph_count=sum(1 for part in PARAGRAPH_BREAK.split(text) if part.strip()),
        word_count=len(text.split()),
        text=text,
    )

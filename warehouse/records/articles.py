"""The articles: what every fact is found in, and what every offset refers to."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from warehouse.records.record import Record

PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
"""A blank line, whatever white space stands on it: `\\n\\n`, `\\r\\n \\r\\n`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One row per article: its header, its dates, and the text that every offset refers to."""

    table: ClassVar[str] = "articles"

    article_id: Annotated[str, "Key: hash of `source` and `content_sha256`."]
    source: Annotated[str, "File the article came from, relative to the folder or archive ingested."]
    source_path: Annotated[str, "Its absolute path where it was ingested; a member of an archive follows `!`."]
    content_sha256: Annotated[str, "SHA-256 of the file's bytes as they were read."]
    text_sha256: Annotated[
        str, "SHA-256 of `text` in UTF-8, without line breaks at its end: exact duplicates share it."
    ]
    format: Annotated[str, "Format that recognised the file, such as `monitor` or `plain`."]
    publication: Annotated[str | None, "Name of the publication as its header gives it."]
    volume: Annotated[int | None, "Volume number of the header."]
    issue: Annotated[int | None, "Issue number of the header; several articles share one."]
    headline: Annotated[str | None, "Title line, without its final period or ellipsis."]
    byline: Annotated[str | None, "Author's name as printed, without `By`."]
    trailing_headline: Annotated[str | None, "Title of the publication's next item, where it was left at the end."]
    published_on: Annotated[date | None, "Day of publication, where the evidence allows one."]
    published_on_low: Annotated[date | None, "First day on which it can have been published."]
    published_on_high: Annotated[date | None, "Last day on which it can have been published."]
    published_on_basis: Annotated[
        str | None,
        "What the date rests on, separated by `, `: header, citations, dates in the text, relative words, issues.",
    ]
    stated_on: Annotated[
        date | None, "Day of publication that the file itself states, in its header or beside its text; null without."
    ] = None
    language: Annotated[
        str | None,
        "Language of most of the body, by its code of ISO 639-1, or 639-3 where it has none; null where the text does "
        "not show it for certain, and is read as English.",
    ]
    language_basis: Annotated[str | None, "What the language rests on: given, header or text; null where it is null."]
    encoding: Annotated[str, "Character encoding that the file was read with."]
    repairs: Annotated[str | None, "What was repaired in the text, by name, separated by `; `."]
    fields: Annotated[
        str | None,
        "What the file states besides, as a JSON object of text by name; a row each in the view `article_fields`.",
    ] = None
    body_start_char: Annotated[int, "Offset in `text` of the body's first character."]
    body_end_char: Annotated[int, "Offset in `text` after the body's last character."]
    paragraph_count: Annotated[int, "Number of paragraphs in the body."]
    word_count: Annotated[int, "Number of words in the body, split at white space."]
    text: Annotated[str, "The whole normalised text, header included (Unicode NFC, line feeds)."]

    @property
    def body(self) -> str:
        """The body alone, without header, trailing headline, source notes and publisher's boilerplate."""
        return self.text[self.body_start_char : self.body_end_char]

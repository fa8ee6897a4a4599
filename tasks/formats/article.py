"""Articles from the parts that a format has read, and from bare text where there is no format."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tasks.formats.format import ParsedArticle
from tasks.formats.lines import read_lines
from tasks.languages.detection import language_code
from tasks.languages.passages import TEXT, body_language
from warehouse.records import Article

VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article's text came from and how it was read."""

    article_id: str
    source: str
    source_path: str
    content_sha256: str
    format_name: str
    encoding: str = "utf-8"
    repairs: tuple[str, ...] = ()
    published_on: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None


def build_article(text: str, parsed: ParsedArticle, origin: Origin) -> Article:
    """Put an article together; a day or a language given with its origin wins over what its header or text says."""
    published_on = origin.published_on or parsed.published_on
    basis = "given" if origin.published_on else "header"
    body = text[parsed.body_start_char : parsed.body_end_char]
    language, language_basis = language_and_basis(body, origin)
    lines = read_lines(text, start_char=parsed.body_start_char, end_char=parsed.body_end_char)
    return Article(
        article_id=origin.article_id,
        source=origin.source,
        source_path=origin.source_path,
        content_sha256=origin.content_sha256,
        text_sha256=sha256_of(text.rstrip("\n")),
        format=origin.format_name,
        publication=parsed.publication,
        volume=parsed.volume,
        issue=parsed.issue,
        headline=parsed.headline,
        byline=parsed.byline,
        trailing_headline=parsed.trailing_headline,
        published_on=published_on,
        published_on_low=published_on,
        published_on_high=published_on,
        published_on_basis=basis if published_on else None,
        stated_on=parsed.published_on,
        language=language,
        language_basis=language_basis if language else None,
        encoding=origin.encoding,
        repairs="; ".join(origin.repairs) or None,
        fields=json.dumps(origin.fields, ensure_ascii=False) if origin.fields else None,
        body_start_char=parsed.body_start_char,
        body_end_char=parsed.body_end_char,
        paragraph_count=sum(line.is_paragraph_start for line in lines),
        word_count=len(body.split()),
        text=text,
    )


def language_and_basis(body: str, origin: Origin) -> tuple[str | None, str]:
    """Return the language of an article's body and what it rests on: what the user says, the text, or its header.

    A header is believed only where the text is not sure: pages state the language of their frame, not of their words.
    """
    if origin.language:
        return origin.language, "given"
    shown = body_language(body)
    stated = None if shown else language_code(origin.fields.get("language", ""))
    return (stated, "header") if stated else (shown, TEXT)


def bare_article(text: str, *, article_id: str, published_on: date | None = None) -> Article:
    """Wrap a text that is all body into an article; offsets refer to the text exactly as given."""
    parsed = ParsedArticle(body_start_char=0, body_end_char=len(text))
    return build_article(text, parsed, text_origin(text, "bare", article_id=article_id, published_on=published_on))


def text_origin(text: str, format_name: str, *, article_id: str, published_on: date | None) -> Origin:
    """Make the origin of a text that was given as such, not read from a file."""
    return Origin(
        article_id=article_id,
        source=article_id,
        source_path=article_id,
        content_sha256=sha256_of(text),
        format_name=format_name,
        published_on=published_on,
    )


def sha256_of(text: str) -> str:
    """Hash a text in UTF-8; half of a surrogate pair, which UTF-8 has no bytes for, is hashed as it is."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

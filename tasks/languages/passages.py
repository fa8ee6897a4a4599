"""The parts of a body in other languages than English, and the article as it is read without them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from tasks.languages.detection import ENGLISH, language_name, language_of
from tasks.sources.refusal import excerpt_of
from warehouse.records import PARAGRAPH_BREAK, Article, Rejection

TEXT = "text"
"""Basis of a language that the text itself shows."""

SUREST_PASSAGE_BYTES = 120
"""Bytes in UTF-8 from which a single paragraph is believed to be in another language than its article: names of foreign
companies fill a short one."""

RULE = "language_not_english"

LINE_BREAK = re.compile(r"[\r\n]+")
NOT_LINE_BREAK = re.compile(r"[^\r\n]")


class Passage(NamedTuple):
    """A stretch of an article's text, and what language it is in, where that is sure."""

    start_char: int
    end_char: int
    language: str | None


class Readable(NamedTuple):
    """An article as the extractors read it, and a note on each passage that they do not read."""

    article: Article
    notes: tuple[Rejection, ...]


def body_language(body: str) -> str | None:
    """Return the language of most of a body; None where none of it is sure.

    The longest paragraphs are asked first, and no more of them once English has more than all that are left.
    """
    texts = sorted((body[start:end] for start, end in stretches(body)), key=byte_count, reverse=True)
    lengths, left = Counter[str](), sum(map(byte_count, texts))
    for text in texts:
        language, length = language_of(text), byte_count(text)
        left -= length
        if language:
            lengths[language] += length
        if lengths[ENGLISH] > left + sum(lengths.values()) - lengths[ENGLISH]:
            return ENGLISH
    if not lengths:
        return language_of(body)
    return max(lengths, key=lambda language: (lengths[language], language == ENGLISH, language))


def readable(article: Article) -> Readable:
    """Return an article with blanks in the place of other languages, so that offsets stay what they are."""
    foreign = foreign_passages(article)
    text = article.text
    for start, end, _ in foreign:
        text = text[:start] + NOT_LINE_BREAK.sub(" ", text[start:end]) + text[end:]
    return Readable(replace(article, text=text) if foreign else article, tuple(note(each, article) for each in foreign))


def foreign_passages(article: Article) -> list[Passage]:
    """Return what of an article's body is not English: all or nothing where its language was stated.

    A paragraph of which nobody is sure is in the language of the article; an article of which nobody is sure is
    English.
    """
    usual = article.language or ENGLISH
    if article.language_basis not in {TEXT, None}:
        return [] if usual == ENGLISH else [Passage(article.body_start_char, article.body_end_char, usual)]
    found = (
        in_article(each, article, usual=usual) for each in paragraphs(article.body, offset=article.body_start_char)
    )
    runs = [list(run) for _, run in groupby(found, key=lambda each: each.language)]
    return [Passage(run[0].start_char, run[-1].end_char, run[0].language) for run in runs if run[0].language != ENGLISH]


def in_article(paragraph: Passage, article: Article, *, usual: str) -> Passage:
    """Say what language a paragraph of an article is in: its usual one, unless the paragraph shows another one."""
    is_long = byte_count(article.text[paragraph.start_char : paragraph.end_char]) >= SUREST_PASSAGE_BYTES
    return paragraph if paragraph.language and is_long else paragraph._replace(language=usual)


def paragraphs(body: str, *, offset: int) -> Iterator[Passage]:
    """Yield the paragraphs of a body that begins at an offset of the text, and what language each is in."""
    for start, end in stretches(body):
        yield Passage(offset + start, offset + end, language_of(body[start:end]))


def stretches(body: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs begin and end: they are parted by blank lines, or else each line is one."""
    end_of = PARAGRAPH_BREAK if PARAGRAPH_BREAK.search(body) else LINE_BREAK
    breaks = [match.span() for match in end_of.finditer(body)]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(body)]
    yield from ((start, end) for start, end in zip(starts, ends, strict=True) if body[start:end].strip())


def byte_count(text: str) -> int:
    """Return the length of a text in UTF-8; a letter of most scripts says as much as two or three Latin ones."""
    return len(text.encode("utf-8", "ignore"))


def note(passage: Passage, article: Article) -> Rejection:
    """Record that a passage has landed, but that no facts were looked for in it."""
    start, end, language = passage
    is_whole = start <= article.body_start_char and end >= len(article.text[: article.body_end_char].rstrip())
    what = "The article" if is_whole else "A passage"
    return Rejection(
        source=article.source,
        source_path=article.source_path,
        content_sha256=article.content_sha256,
        article_id=article.article_id,
        stage="extract",
        rule=RULE,
        reason=f"{what} is in {language_name(language or ENGLISH)}: it lands as text, and facts are found in English",
        start_char=start,
        excerpt=excerpt_of(article.text[start:end]),
        repair="Nothing, if it is; if it is English, say so under `[[languages]]` in `newsledger.toml`.",
    )

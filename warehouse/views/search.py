"""The index of words: how its tables are made, and what asks it.

`search/indexed.sql` says which articles are indexed, `search/tables/` how each table of the index is made from them,
`search/macros/` what readers ask, `search/parts/` what several of these queries share. The catalogue shows each table
as `internal.search_…`.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FILES = Path(__file__).parent / "search"

ARTICLE_NUMBER = "The article's number in the index; `internal.search_articles` leads from it to the article."
SENTENCE_NUMBER = "Number of the sentence in its article from 1; the headline is 0."


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexTable:
    """A table of the index: its grain, and the meaning of each of its columns."""

    grain: str
    columns: dict[str, str]


INDEX_TABLES: dict[str, IndexTable] = {
    "sentences": IndexTable(
        grain="One row per sentence of an article's body, and one for its headline.",
        columns={
            "article_number": ARTICLE_NUMBER,
            "sentence_number": SENTENCE_NUMBER,
            "start_char": "Offset in `articles.text` of the sentence's first character.",
            "end_char": "Offset in `articles.text` after its last character.",
            "text": "The sentence as it stands in the article.",
            "term_count": "Number of words.",
        },
    ),
    "postings": IndexTable(
        grain="One row per word of a sentence.",
        columns={
            "term": "The word in small letters, without accents.",
            "article_number": ARTICLE_NUMBER,
            "sentence_number": SENTENCE_NUMBER,
            "position": "Number of the word in its sentence, from 1.",
            "start_char": "Offset in `articles.text` of the word's first character.",
            "char_count": "Number of its characters: it ends at `start_char + char_count`.",
            "sentence_term_count": "Number of words of the sentence.",
            "next_term": "The term of the next word of the sentence; null for the last one.",
        },
    ),
    "terms": IndexTable(
        grain="One row per term and article that has it.",
        columns={
            "term": "The term.",
            "article_number": ARTICLE_NUMBER,
            "frequency": "How often the article has it.",
        },
    ),
    "vocabulary": IndexTable(
        grain="One row per term and segment of the index: add up the segments' counts.",
        columns={
            "term": "The term.",
            "article_count": "Number of articles that have it.",
            "occurrence_count": "How often they have it.",
        },
    ),
    "articles": IndexTable(
        grain="One row per article that is indexed: of exact duplicates only the first.",
        columns={
            "article_number": "The article's number in the index, which may change with every publication.",
            "article_id": "Key of the article.",
            "digest": "Hash of all that the index takes from the article.",
            "sentence_count": "Number of sentences, with the headline.",
            "term_count": "Number of words in them.",
        },
    ),
}
"""Each table of the index, after those that it is made from."""

ORDERS: dict[str, str] = {
    "sentences": "article_number, sentence_number",
    "postings": "term, article_number, sentence_number, position",
    "terms": "term, article_number",
    "vocabulary": "term",
    "articles": "article_number",
}
"""How the rows of each table lie, so that readers pass over row groups without what they look for."""


FOUND = {
    "article_id": "VARCHAR",
    "score": "DOUBLE",
    "published_on": "DATE",
    "headline": "VARCHAR",
    "sentence": "VARCHAR",
    "sentence_start_char": "INTEGER",
    "sentence_end_char": "INTEGER",
    "start_char": "INTEGER",
    "end_char": "INTEGER",
    "hit_count": "BIGINT",
}
"""Columns of what is found."""

HITS = {
    "article_id": "VARCHAR",
    "score": "DOUBLE",
    "part": "BIGINT",
    "weight": "DOUBLE",
    "sentence_start_char": "INTEGER",
    "sentence_end_char": "INTEGER",
    "sentence": "VARCHAR",
    "start_char": "INTEGER",
    "end_char": "INTEGER",
    "text": "VARCHAR",
}
"""Columns of the places where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """A query with parameters that the catalogue keeps: `FROM search('grain ship*')`.

    `columns` has name and type of each column of those that people ask.
    """

    name: str
    parameters: str
    meaning: str
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def statement(self) -> str:
        """The start of the statement that creates it, before what it stands for."""
        return f"CREATE MACRO {self.name}({self.parameters}) AS TABLE"


MACROS = (
    Macro(
        name="internal.query_terms",
        parameters="query",
        meaning="One row per term that a query asks for: its part of the query, and its place there.",
    ),
    Macro(
        name="internal.search_scores",
        parameters="query",
        meaning="One row per article that has all parts of a query: its score, and the weight of each part.",
    ),
    Macro(
        name="search_hits",
        parameters="query, most := 20",
        meaning="One row per hit in the articles that `search` finds, in the order of the text: what to mark.",
        columns=HITS,
    ),
    Macro(
        name="search",
        parameters="query, most := 20",
        meaning="One row per article that has all words, phrases and prefixes of a query, by BM25; its best sentence.",
        columns=FOUND,
    ),
    Macro(
        name="search_sentences",
        parameters="query, most := 20",
        meaning="One row per sentence that has all words, phrases and prefixes of a query, by BM25.",
        columns=FOUND,
    ),
)
"""Each macro, after those that it builds on."""


def index_relation(table: str) -> str:
    """Name what shows a table of the index in the catalogue."""
    return f"internal.search_{table}"


def indexed_query() -> str:
    """Return the query for the articles to index."""
    return (FILES / "indexed.sql").read_text(encoding="utf-8")


def index_query(table: str) -> str:
    """Return the query that makes a table of the index from those before it and from `indexed`, the articles."""
    return (FILES / "tables" / f"{table}.sql").read_text(encoding="utf-8")


def macro_query(macro: Macro) -> str:
    """Return what a macro stands for."""
    name = macro.name.rpartition(".")[2]
    query = (FILES / "macros" / f"{name}.sql").read_text(encoding="utf-8")
    return query.replace("{hits}", hits_query("query")).replace("{best}", best_query("query"))


def hits_query(query: str) -> str:
    """Return the query for the places in the articles of a table `chosen`, which has the columns of `search_scores`.

    `query` is the SQL for what is asked: the name of a parameter.
    """
    part = (FILES / "parts" / "hits.sql").read_text(encoding="utf-8")
    return part.replace("{query}", query).replace("{postings}", index_query("postings"))


def best_query(query: str) -> str:
    """Return the query for the best sentence of each article of a table `chosen`."""
    part = (FILES / "parts" / "best.sql").read_text(encoding="utf-8")
    return part.replace("{hits}", hits_query(query))


@cache
def index_fingerprint() -> str:
    """Hash everything that decides what the index holds of an article."""
    return hashlib.sha256(repr([index_query(table) for table in INDEX_TABLES]).encode()).hexdigest()[:8]


@cache
def search_fingerprint() -> str:
    """Hash everything that decides what the index holds and what macros answer from it."""
    macros = [(macro, macro_query(macro)) for macro in MACROS]
    decisive = (index_fingerprint(), indexed_query(), INDEX_TABLES, ORDERS, macros)
    return hashlib.sha256(repr(decisive).encode()).hexdigest()

"""Finds phrases that stand for someone without naming them: an office alone, two who were named before, or one.

`the defense minister`, `the Russian president`, `the two countries`, `both sides`, `the latter`. Each goes back to
mentions of the article; where it is not clear to which, there is no row. An office of a country that nobody in the
article is said to hold is kept without a name: what other articles say of that office tells whose it was.

- `holders`: who holds which office.
- `candidates`: who can be one of two.
- `offices`: `the defense minister`.
- `pairs`: `the two countries`.
- `one_of_two`: `the former`, `the latter`.
"""

import bisect
from collections.abc import Iterator, Sequence

from tasks.extractors.anaphors.candidates import candidates_by_sort, start_of
from tasks.extractors.anaphors.holders import OfficeHolders, office_holders
from tasks.extractors.anaphors.offices import Office, offices
from tasks.extractors.anaphors.one_of_two import ones_of_two
from tasks.extractors.anaphors.pairs import Pair, pairs
from warehouse.records import Anaphor, Article, Mention

VERSION = "3"


def find(article: Article, *, mentions: Sequence[Mention]) -> Iterator[Anaphor]:
    """Yield a row for each phrase of an article's body and each one that it stands for, in the order of the text."""
    ordered = sorted(mentions, key=start_of)
    held = office_holders(ordered)
    candidates = candidates_by_sort(ordered)
    phrases: list[Office | Pair] = [
        *offices(article, ordered),
        *pairs(article, candidates),
        *ones_of_two(article, candidates),
    ]
    end = 0
    for phrase in sorted(phrases, key=lambda each: (each.start, -each.end)):
        if phrase.start < end:
            continue
        rows = rows_of_office(article, phrase, held) if isinstance(phrase, Office) else rows_of_pair(article, phrase)
        for row in rows:
            end = phrase.end
            yield row


def rows_of_office(article: Article, office: Office, held: OfficeHolders) -> Iterator[Anaphor]:
    """Yield the row of an office: whose it is in this article, or without a name where only its country is known."""
    holders = held.holders(office.role, office.country_code)
    if len(holders) == 1:
        before = held.mentions_of(holders[0])
        index = bisect.bisect_left(before, office.start, key=start_of)
        if index:
            yield row_of(article, office, rule="role alone", member=before[index - 1])
    elif not holders and office.country_code:
        yield row_of(article, office, rule="country's role", member=None)


def rows_of_pair(article: Article, pair: Pair) -> Iterator[Anaphor]:
    """Yield a row for each member of a pair that a phrase means."""
    for member in pair.members:
        yield Anaphor(
            article_id=article.article_id,
            start_char=pair.start,
            end_char=pair.end,
            text=article.text[pair.start : pair.end],
            rule=pair.rule,
            kind=member.sort,
            name=member.mention.name,
            role=None,
            country_code=member.identity if member.sort == "country" else None,
            mention_id=member.mention.key,
            entity_id=None,
        )


def row_of(article: Article, office: Office, *, rule: str, member: Mention | None) -> Anaphor:
    """Make the row of an office and of the mention that says who holds it."""
    return Anaphor(
        article_id=article.article_id,
        start_char=office.start,
        end_char=office.end,
        text=article.text[office.start : office.end],
        rule=rule,
        kind="person",
        name=member.name if member else None,
        role=office.role,
        country_code=office.country_code,
        mention_id=member.key if member else None,
        entity_id=None,
    )

"""Articles with other digits and other surnames."""

import random
import re

from benchmarks.otherwise.digits import changed_figures, renumbered
from benchmarks.otherwise.surnames import changed_mentions, moved, renamed
from tasks.extractors.mentions import find
from tasks.formats.article import bare_article
from tasks.resolvers.findings import Findings, extract_all
from warehouse.records import Figure

SOURCE = 7


def test_other_digits_keep_years_days_shapes_and_order() -> None:
    text = "On 12 May 1998 sales fell from 4,500 to 3,250 tons, and prices by 12.5 percent to $86, says form 4-7."
    other, changes = renumbered(text, random.Random(SOURCE))
    assert re.sub(r"\d", "0", other) == re.sub(r"\d", "0", text)
    assert other.startswith("On 12 May 1998 sales fell from ")
    assert other.endswith(", says form 4-7.")
    assert set(changes) == {"4,500", "3,250", "12.5", "86"}
    assert changes["4,500"].endswith("00") or changes["3,250"].endswith("0")
    assert changes["3,250"] < changes["4,500"]


def figures(text: str) -> list[Figure]:
    (found,) = extract_all([bare_article(text, article_id="test")], only=frozenset({"figures"}))
    assert isinstance(found, Findings)
    return [fact for fact in found.facts["figures"] if isinstance(fact, Figure)]


def test_a_figure_that_follows_its_digits_is_the_same() -> None:
    before, after = figures("It cost $86 million."), figures("It cost $92 million.")
    assert list(changed_figures(before, after, {"86": "92"})) == []
    assert list(changed_figures(before, after, {"86": "93"})) == [(before[0], after[0])]
    assert list(changed_figures(before, [], {})) == [(before[0], None)]


def test_other_surnames_stand_at_the_same_places() -> None:
    text = "Anna Hale met Orlov. Hale left Leeds."
    article = bare_article(text, article_id="test")
    other, moves = renamed(text, list(find(article)), random.Random(SOURCE))
    surname = other.split()[1]
    assert other == f"Anna {surname} met Orlov. {surname} left Leeds."
    start, end = moved(text.index("Leeds"), len(text) - 1, moves)
    assert other[start:end] == "Leeds"
    start, end = moved(0, len("Anna Hale"), moves)
    assert other[start:end] == f"Anna {surname}"
    before, after = list(find(article)), list(find(bare_article(other, article_id="test")))
    assert list(changed_mentions(before, after, moves)) == []
    assert list(changed_mentions(before, after[1:], moves)) == [(before[0], None)]

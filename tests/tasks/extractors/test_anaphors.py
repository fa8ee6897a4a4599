"""Anaphors: offices alone and pairs named before, what they go back to, and what holds on any text."""

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import anaphors, mentions
from tasks.extractors.anaphors.holders import is_office
from tasks.formats.article import bare_article
from warehouse.records import Anaphor, Mention, content_key

NAMED = re.compile(r"\[([^|\]]+)\|([a-z]+)(?:\|([^|\]]*))?(?:\|([^|\]]*))?\]")
"""A name marked in a case: `[Orlov|person|Igor Orlov|minister]`, `[Russian|nationality|RU]`."""


def found_in(marked: str) -> list[Anaphor]:
    """Find the anaphors of a text in which the mentions are marked."""
    text, marks, removed = NAMED.sub(r"\1", marked), [], 0
    for match in NAMED.finditer(marked):
        start = match.start() - removed
        removed += len(match[0]) - len(match[1])
        marks.append(mention(start, match[1], match[2], match[3] or "", match[4]))
        if match[4] and len(marks) > 1 and marks[-2].kind == "nationality":
            marks[-1] = replace(marks[-1], role_country_code=marks[-2].country_code)
    return list(anaphors.find(bare_article(text, article_id="case", published_on=date(1999, 3, 1)), mentions=marks))


def mention(start: int, text: str, kind: str, third: str, role: str | None) -> Mention:
    is_named = kind in ("person", "organization")
    return Mention(
        article_id="case",
        start_char=start,
        end_char=start + len(text),
        text=text,
        rule="test",
        kind=kind,
        name=third if is_named and third else text,
        country_code=None if is_named or role == "acts" else third or None,
        stands_for=third if role == "acts" else None,
        role=None if role == "acts" else role,
        entity_id=None,
    )


BARANOV = "[Russian|nationality|RU] Defense Minister [Igor Baranov|person||Defense Minister]"
VELIU = "[Albanian|nationality|AL] President [Hasim Veliu|person||President]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BARANOV} came. The defense minister spoke.", [("The defense minister", "Igor Baranov")]),
        (f"{BARANOV} came. The minister spoke.", [("The minister", "Igor Baranov")]),
        (
            f"{BARANOV} came. The [Russian|nationality|RU] minister's aides wept.",
            [("The Russian minister", "Igor Baranov")],
        ),
        (
            f"{BARANOV} came, and [Russia|place|RU]’s defence\nminister spoke.",
            [("Russia’s defence\nminister", "Igor Baranov")],
        ),
        (
            f"{BARANOV} and {VELIU} met. The president of [Albania|place|AL] left.",
            [("The president of Albania", "Hasim Veliu")],
        ),
        # another country's office is for the other articles to settle
        (f"{BARANOV} met the [French|nationality|FR] defense minister.", [("the French defense minister", None)]),
        (f"{BARANOV} came. The [French|nationality|FR] critics and a minister spoke.", []),  # indefinite
        (f"{BARANOV} came. The deputy defense minister spoke.", []),  # another office
        (f"{BARANOV} came. The prime minister spoke.", []),
        (f"{BARANOV} came. The former defense minister spoke.", []),
        (f"{BARANOV} met Defense Minister [Ali Haddad|person||Defense Minister]. The minister spoke.", []),  # either
        (f"The defense minister was late. {BARANOV} came.", []),  # nobody named yet
        (f"{BARANOV} came. He was named the defense minister in May.", []),  # who becomes it is said, not meant
        (f"{BARANOV} came. The minister of ports spoke.", []),
        (f"{BARANOV} came. The minister-designate spoke.", []),
        (f"{BARANOV} came. The minister, Gen. [Baranov|person|Igor Baranov|Gen], spoke.", []),  # named beside it
        ("The president of [Albania|place|AL], [Hasim Veliu|person], spoke.", []),
        ("[Petr Zubkov|person||Lt. Gen] came. The general spoke.", []),  # a rank
    ],
)
def test_find_gives_an_office_to_its_one_holder(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(row.text, row.name) for row in found_in(text)] == expected


RUSSIA_AND_CHINA = "[Russia|place|RU] and [China|place|CN] signed."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{RUSSIA_AND_CHINA} The two countries will trade.", ["Russia", "China"]),
        (f"{RUSSIA_AND_CHINA} Both sides are content.", ["Russia", "China"]),
        ("[Russian|nationality|RU]-[Chinese|nationality|CN] talks end. Both countries won.", ["Russian", "Chinese"]),
        ("[Russian|nationality|RU] envoys saw [China|place|CN]. The two countries trade.", ["Russian", "China"]),
        ("[Moscow|place|RU|acts] and [Minsk|place|BY|acts] agree. Both governments say so.", ["Moscow", "Minsk"]),
        (f"{BARANOV} and [Veliu|person] met. The two men spoke.", ["Igor Baranov", "Veliu"]),
        (
            "President [Hasim Veliu|person||President] and [French|nationality|FR] President "
            "[Luc Rey|person||President] met. The two presidents spoke.",
            ["Hasim Veliu", "Luc Rey"],
        ),
        (
            "The [Union|organization] and the [League|organization] split. Both sides sued.",
            ["Union", "League"],
        ),
        (f"{RUSSIA_AND_CHINA} [Japan|place|JP] is angry. Both sides are content.", []),  # a third since
        ("[Iran|place|IR], [Russia|place|RU] and [China|place|CN] met. Both sides left.", []),  # two of three
        ("[Russia|place|RU] voted. The two countries trade.", []),  # one
        ("[Iran|place|IR] saw [China|place|CN] near [Oman|place|OM]. The two countries trade.", []),  # three
        (f"{RUSSIA_AND_CHINA} The two sides of the river are theirs.", []),
        (f"{RUSSIA_AND_CHINA} Both men and women came.", []),
        ("[Petr Zubkov|person] and [Luc Rey|person] met. The two presidents spoke.", []),  # nobody is said to be one
    ],
)
def test_find_gives_a_pair_to_the_two_named_before(text: str, names: list[str]) -> None:
    assert [row.name for row in found_in(text)] == names


MET = "[Igor Baranov|person] saw [Luc Rey|person] in [Oslo|place|NO]."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{MET} The former stressed that all was well.", [("The former", "Igor Baranov")]),
        (f"{MET} He left, and the latter's aides wept.", [("the latter", "Luc Rey")]),
        (
            f"{BARANOV} saw [French|nationality|FR] envoy [Luc Rey|person]. The latter said so.",
            [("The latter", "Luc Rey")],
        ),
        (
            "[Igor Baranov|person] sued the [Union|organization] and the [League|organization]; the latter was fined.",
            [("the latter", "League")],
        ),
        ("[Russia|place|RU] asked [Japan|place|JP] to wait, and the latter has agreed.", [("the latter", "Japan")]),
        (f"{MET} The former envoy spoke.", []),  # no pronoun
        (f"{MET} The former defeated candidate spoke.", []),
        (f"{MET} [Ali Haddad|person] came. The former spoke of it.", []),  # three
        ("[Igor Baranov|person] saw [Luc Rey|person]. It rained. He wept. The latter said so.", []),  # too far before
        ("[Igor Baranov|person] told [Luc Rey|person] of [Iran|place|IR] and [Iraq|place|IQ]. The latter is poor.", []),
    ],
)
def test_find_gives_the_former_and_the_latter_to_one_of_two(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.text, row.name) for row in found_in(text)] == expected


def test_find_says_what_a_phrase_goes_back_to() -> None:
    first, second = found_in(f"{RUSSIA_AND_CHINA} Both sides are content.")
    assert (first.kind, first.country_code, second.country_code) == ("country", "RU", "CN")
    assert first.mention_id == content_key("mentions", "case", 0, 6, "place")
    assert first.key != second.key
    (office,) = found_in(f"{BARANOV} met the [French|nationality|FR] foreign minister.")
    assert (office.mention_id, office.role, office.country_code) == (None, "foreign minister", "FR")


@pytest.mark.parametrize(
    ("held", "role", "is_held"),
    [
        ("foreign minister", "minister", True),
        ("deputy foreign minister", "deputy minister", True),
        ("deputy foreign minister", "foreign minister", False),
        ("prime minister", "minister", False),
        ("foreign minister", "defense minister", False),
    ],
)
def test_is_office_reads_fewer_words_of_the_same_office(held: str, role: str, *, is_held: bool) -> None:
    assert is_office(tuple(held.split()), role) is is_held


NEWS_WORDS = st.sampled_from(
    [
        *("the", "The", "Russian", "Moscow", "President", "Igor Orlov", "said", "two", "both", "countries", "sides"),
        *("defense", "minister", "minister’s", "and", "China", "-", ",", ".", "\r\n\r\n", "of", "Ukraine", "leaders"),
    ]
)


@given(text=st.lists(NEWS_WORDS, max_size=50).map(" ".join) | st.text(max_size=200))
@settings(deadline=None, max_examples=100)
def test_find_yields_ordered_slices_of_the_text(text: str) -> None:
    article = bare_article(text, article_id="any")
    place = (0, 0)
    for row in anaphors.find(article, mentions=list(mentions.find(article))):
        assert place <= (row.start_char, row.end_char)
        assert text[row.start_char : row.end_char] == row.text
        place = (row.start_char, row.end_char)


HOSTILE = {
    "offices": "the minister " * 8_000,
    "pairs": "both sides " * 9_000,
    "countries": "Russia and China, both countries " * 3_000,
    "holders": " ".join(f"President A{number}x, the president" for number in range(3_000)),
    "blank": "the" + " " * 100_000 + "minister",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_find_takes_linear_time(text: str) -> None:
    article = bare_article(text, article_id="any")
    words = re.finditer(r"[A-Z]\w+", text)
    named = [
        mention(word.start(), word.group(), "place", word.group()[:2].upper(), None)
        if word.group() in ("Russia", "China")
        else mention(word.start(), word.group(), "person", word.group(), "President")
        for word in words
    ]
    started = time.process_time()
    list(anaphors.find(article, mentions=named))
    assert time.process_time() - started < 3

import json
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import anaphors, quotations
from tasks.extractors.quotations.lexicon.cues import is_speech_form, kind_of
from tasks.extractors.quotations.lexicon.genders import gender_of
from tasks.extractors.quotations.marks.pairs import outermost_stretches
from tasks.extractors.quotations.marks.paragraphs import paragraphs
from tasks.extractors.quotations.marks.sentences import sentences
from tasks.formats.article import bare_article
from tests.support.hostile_text import LONG, TEXTS, long_run
from tests.support.places import CASE_FILES
from warehouse.records import Mention, Quotation

CASES = CASE_FILES / "quotations.jsonl"


def mention(text: str, name: str, *, after: int, kind: str, full_name: str, role: str | None) -> Mention:
    start = text.index(name, after)
    return Mention(
        article_id="case",
        start_char=start,
        end_char=start + len(name),
        text=name,
        rule="case",
        kind=kind,
        name=full_name,
        country_code="XX" if kind == "place" else None,
        stands_for=None,
        role=role,
        entity_id=None,
    )


def mentions_of(text: str, names: dict[str, Sequence[str]]) -> list[Mention]:
    """Mark every occurrence of the names of a case; each name gives its kind, its full form and perhaps a role."""
    found: list[Mention] = []
    for name, (kind, full_name, *role) in names.items():
        place = text.find(name)
        while place >= 0:
            found.append(
                mention(text, name, after=place, kind=kind, full_name=full_name, role=role[0] if role else None)
            )
            place = text.find(name, place + len(name))
    return sorted(
        (row for row in found if not any(within(row, other) for other in found)), key=lambda row: row.start_char
    )


def within(inner: Mention, outer: Mention) -> bool:
    is_inside = outer.start_char <= inner.start_char and inner.end_char <= outer.end_char
    return is_inside and len(inner.text) < len(outer.text)


def find(text: str, names: dict[str, Sequence[str]] | None = None) -> list[Quotation]:
    article = bare_article(text, article_id="case")
    mentions = mentions_of(text, names or {})
    antecedents = list(anaphors.find(article, mentions=mentions))
    return list(quotations.find(article, mentions=mentions, anaphors=antecedents))


def read_cases() -> list[object]:
    with CASES.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    return [pytest.param(case["text"], case.get("names", {}), case["rows"], id=case["reason"]) for case in cases]


@pytest.mark.parametrize(("text", "names", "rows"), read_cases())
def test_find_reads_case(text: str, names: dict[str, Sequence[str]], rows: list[list[object]]) -> None:
    found = [
        [row.style, row.text, row.cue, row.speaker_text, row.speaker, row.speaker_kind] for row in find(text, names)
    ]
    assert found == rows


def test_find_says_that_the_article_keeps_its_distance() -> None:
    hedged = find("Petrov reportedly said that the talks had failed. Orlov said that they had not.")
    assert [row.is_hedged for row in hedged] == [True, False]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He saw “one” and “two”.", ["one", "two"]),
        ('He saw "one" and "two".', ["one", "two"]),
        ("He saw ``one'' and ''two''.", ["one", "two"]),
        ("Er sah „eins“ und „zwei“.", ["eins", "zwei"]),
        ("Il vit « un » et «deux».", ["un", "deux"]),
        ("Er sah »eins« und »zwei«.", ["eins", "zwei"]),
        ("Han såg ”ett” och ”två”.", ["ett", "två"]),
        ("He saw ‘one’ and 'two'.", ["one", "two"]),
        ("“He called it ‘war’ and left,” she said.", ["He called it ‘war’ and left,"]),  # one inside another
        ("\"It is 'over',\" she said.", ["It is 'over',"]),
        ("He began, “The house said “no” twice,” and stopped.", ["The house said “no” twice,"]),  # same marks nested
        ("“One. “Two,” he said.", ["One.", "Two,"]),  # the first was never closed
        ("“It goes on to the end", ["It goes on to the end"]),
        ("He said,“ It is done.“", ["It is done."]),  # opening marks used for closing
        ("The workers' rights and the '90s don't count.", []),  # apostrophes
        ("Rock 'n' roll, said Will o' the Wisp's friends'.", []),
        ('He is 6\'2" tall and the disc 12" wide.', []),  # feet and inches
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
        ('<a href="http://example.org" rel="me">“Yes”</a>', ["Yes"]),  # values in markup
        ('“” and “ ” and ""', []),  # nothing inside
    ],
)
def test_outermost_stretches_pairs_marks(text: str, quoted: list[str]) -> None:
    stretches = outermost_stretches(text, start=0, end=len(text))
    assert [text[stretch.inner_start : stretch.inner_end] for stretch in stretches] == quoted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One.\n\nTwo.\r\n \r\nThree.", ["One.", "Two.", "Three."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One goes on\nin lower case.", ["One goes on\nin lower case."]),
        (
            "\n".join(["A line wrapped by a machine at about sixty characters, or"] * 3),
            1,
        ),  # one paragraph of three lines
        (" \n\n ", []),
    ],
)
def test_paragraphs_splits_text(text: str, parts: list[str] | int) -> None:
    found = [text[start:end] for start, end in paragraphs(text, start=0, end=len(text))]
    assert (len(found) if isinstance(parts, int) else found) == parts


@pytest.mark.parametrize(
    ("reading", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Petrov met Sen. J. R. Jones Jr. in Portland, Ore. today.", None),
        ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
        ("The U.S. Congress met.", None),
        ("U.S. And NATO ships met.", None),
        ("The U.S. Has paid and Peru will.", None),
        ("Both the U.S. And Japan agreed.", None),
        ("Ties between the U.S. And the Union are good.", None),
        ("They sold rice in the U.S. And other markets.", None),
        ("It sold more in the U.K. But not in Peru.", None),
        ("They fly to the U.S. On May 3.", None),
        ("The best were the U.S. At 4 pct.", None),
        ("He lives in the U.S. And he likes it.", ["He lives in the U.S.", "And he likes it."]),
        ("He went to the U.S. In 1995, he left.", ["He went to the U.S.", "In 1995, he left."]),
        ("They came to the U.S. And most of them stayed.", ["They came to the U.S.", "And most of them stayed."]),
        ("He went to the U.S. On Monday they left.", ["He went to the U.S.", "On Monday they left."]),
        ("He gave it an A. And others failed.", ["He gave it an A.", "And others failed."]),
        ('"Yes." He left.', ['"Yes."', "He left."]),
        ("It cost 3.5 million.", None),
    ],
)
def test_sentences_minds_abbreviations(reading: str, parts: list[str] | None) -> None:
    assert [reading[start:end] for start, end in sentences(reading)] == (parts or [reading])


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("said", "speech"),
        ("denies", "speech"),
        ("pledging", "speech"),
        ("told", "speech"),
        ("laughed", "manner"),
        ("called", "naming"),
        ("believes", "attitude"),
        ("walked", None),
    ],
)
def test_kind_of_knows_forms(form: str, kind: str | None) -> None:
    assert kind_of(form) == kind
    assert is_speech_form(form) == (kind in ("speech", "manner"))


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mrs. Orlova", "feminine"),
        ("Ivan Petrov", "masculine"),
        ("Yavlinsky", "masculine"),
        ("Novodvorskaya", "feminine"),
        ("Mary Smith", "feminine"),
        ("Chi Haotian", None),
        ("", None),
    ],
)
def test_gender_of_reads_names(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


PIECES = st.sampled_from(
    [
        *(
            "“",
            "”",
            '"',
            "''",
            "``",
            "'",
            "’",
            "‘",
            "«",
            "»",
            "„",
            "(",
            ")",
            "[",
            "]",
            "<a href=",
            ">",
            "\n",
            "\n\n",
            "\r\n",
        ),
        *(
            "said",
            "he",
            "she",
            "they",
            "Petrov",
            "Ivan Petrov",
            "told",
            "according to",
            "that",
            "reporters",
            "the ministry",
        ),
        *(
            ",",
            ".",
            ":",
            "?",
            "!",
            "—",
            "-",
            "and",
            "was quoted as saying",
            "the war is over",
            "6'2\"",
            "\u00a0",
            "\ud800",
        ),
    ]
)
NEWS = st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join), TEXTS)


@settings(deadline=None, max_examples=100)
@given(NEWS)
def test_find_gives_slices_in_order_on_any_text(text: str) -> None:
    article = bare_article(text, article_id="case")
    rows = list(quotations.find(article, mentions=mentions_of(text, {"Petrov": ["person", "Ivan Petrov"]})))
    for row in rows:
        assert text[row.start_char : row.end_char] == row.text
        assert row.text.strip()
        if row.cue_start_char is not None:
            assert text[row.cue_start_char : row.cue_end_char] == row.cue
        if row.speaker_start_char is not None:
            assert text[row.speaker_start_char : row.speaker_end_char] == row.speaker_text
        assert row.speaker is None or row.speaker_kind in ("named", "organization")
    assert [row.start_char for row in rows] == sorted(row.start_char for row in rows)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "“”",
        "'",
        "' ",
        ' "a b c"',
        "((",
        "))",
        "A. ",
        "(Ab) ",
        "<a ",
        "John ",
        "A:",
        "I'm Ann Lee ",
        "“Ann, go,” I said. ",
        "it was reported that ",
        " — ",
        "he said ",
        "word ",
        "x",
        "\n",
    ],
)
def test_find_takes_linear_time(piece: str) -> None:
    text = long_run(piece)[: LONG * len(piece) // len(piece.encode())]  # 100 KB, whatever the characters
    find("He said no.")  # the model is loaded once
    assert min(seconds(text), seconds(text)) < 2  # a second on a busy machine; were it quadratic, minutes


def seconds(text: str) -> float:
    article = bare_article(text, article_id="case")
    start = time.process_time()
    list(quotations.find(article))
    return time.process_time() - start

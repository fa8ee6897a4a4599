"""Which articles tell the same story: pairs of texts, then whole archives in any order and any parts."""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from tasks.resolvers.stories import candidates
from tasks.resolvers.stories.comparison import Likeness, likeness
from tasks.resolvers.stories.sketches import SKETCH_LENGTH, sketch_of
from tasks.resolvers.stories.telling import Stories
from tasks.resolvers.stories.versions import Member
from tasks.resolvers.stories.wording import Wording, wording_of
from warehouse.records import ArticleStory

LEAD = "The harbour board of Port Allen said on Tuesday that it would build a second quay for 41 million dollars."
SECOND = "Work is to begin in June, board chairman Maria Keller told reporters, and 320 people are to be hired for it."
THIRD = (
    "Shipping firms had asked for the quay for years, as vessels now wait up to 9 days for a berth in the old harbour."
)
FOURTH = (
    "The board's shares in the ferry line Nordwind, which it has held since 1994, are to be sold to pay for the quay."
)
FIFTH = (
    "Fishermen of the town protested against the plan on Friday, saying that the new quay would close their channel."
)
STORY = (LEAD, SECOND, THIRD, FOURTH)

CLOSING = (
    "Shares on the Port Allen exchange closed {} on {}, with the Harbour 50 index {} {} points at {} by the bell.",
    "Turnover was {} million crowns, brokers said, against {} million on the day before, and {} issues changed hands.",
    "Shipping line Nordwind {} {} crowns to {}, while the brewery Keller {} {} to {} in late trading.",
)
UP = ("higher", "Tuesday", "up", "12.4", "2,345.1", "81", "77", "212", "rose", "3", "145", "added", "1.5", "88")
DOWN = ("lower", "Friday", "down", "30.9", "2,298.7", "64", "92", "187", "fell", "6", "131", "lost", "2.5", "79")

WEATHER = (
    "Rain is expected in the north of the country on {}, with highs of {} degrees at Port Allen and {} in the hills.",
    "Winds from the {} will reach {} knots along the coast, and ferries may be late, the weather service said.",
    "Nights stay {}, with lows of {} degrees inland and a chance of fog until {}.",
)

DIVIDEND = "Quarterly dividend {} cents against {} cents before. Payable April 15 to holders of record on March 31."


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def filled(template: Sequence[str], values: Sequence[str]) -> str:
    return "\n\n".join(template).format(*values)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (text(*STORY), text(*STORY), Likeness(common_share=1.0)),
        (text(*STORY), text(*STORY).upper().replace("\n\n", " \n\n "), Likeness(common_share=1.0)),
        (text(*STORY), text(*STORY[:3]), Likeness(common_share=0.73, removed_count=1)),
        (
            text(*STORY),
            text(*STORY, FIFTH, LEAD.replace("said", "added")),
            Likeness(common_share=0.695, added_count=2, is_copy=False),
        ),
        (
            text(*STORY),
            text(*STORY).replace("41 million", "14 million"),
            Likeness(common_share=0.989, changed_count=1, is_copy=False),
        ),
        (
            text(*STORY),
            text(LEAD, SECOND, FIFTH, THIRD),
            Likeness(common_share=0.73, added_count=1, removed_count=1, is_copy=False),
        ),
        (text(*STORY), text(FIFTH), None),
        (filled(CLOSING, UP), filled(CLOSING, DOWN), None),
        (
            filled(WEATHER, ("Monday", "12", "7", "west", "25", "mild", "4", "Tuesday")),
            filled(WEATHER, ("Thursday", "17", "11", "south", "40", "cool", "2", "Friday")),
            None,
        ),
    ],
    ids=[
        "the same",
        "the same in capitals",
        "cut at the end",
        "an update with two new paragraphs",
        "one figure corrected",
        "one paragraph for another",
        "of the same matter in other words",
        "two market closings",
        "two weather reports",
    ],
)
def test_likeness_tells_versions_from_reports_of_a_kind(first: str, second: str, expected: Likeness | None) -> None:
    assert likeness(wording_of(first, "A Quay for Port Allen"), wording_of(second, "Harbour to Grow")) == expected


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("KELLER BREWERY DIVIDEND", "KELLER BREWERY SETS DIVIDEND", True),
        ("KELLER BREWERY DIVIDEND", "NORDWIND LINES PAYOUT", False),
    ],
)
def test_likeness_of_notices_in_the_same_words_asks_their_headlines(first: str, second: str, is_same: bool) -> None:  # noqa: FBT001
    notices = [wording_of(DIVIDEND, headline) for headline in (first, second)]
    assert (likeness(*notices) is not None) == is_same
    assert sketch_of(notices[0]) != sketch_of(notices[1])


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        (Likeness(common_share=1.0), None),
        (Likeness(common_share=0.7, added_count=2), "2 paragraphs added"),
        (Likeness(common_share=0.7, added_count=1, changed_count=3), "1 paragraph added, 3 changed"),
    ],
)
def test_likeness_says_what_differs(like: Likeness, expected: str | None) -> None:
    assert like.in_words() == expected


@dataclass
class Archive:
    """Articles in memory, with the stories that have been told of them, and a count of the texts that were read."""

    texts: dict[str, tuple[date | None, str]]
    rows: dict[str, ArticleStory]
    read_count: int = 0

    def tell(self) -> dict[str, ArticleStory]:
        members = {
            key: Member(article_id=key, published_on=day, word_count=len(body.split()), made_from=repr((day, body)))
            for key, (day, body) in self.texts.items()
        }
        self.rows = {key: row for key, row in self.rows.items() if key in self.texts}
        told = Stories(members=members, stored=self.rows, read=self.read).told_anew()
        self.rows.update((row.article_id, row) for row in told)
        return self.rows

    def read(self, article_ids: Collection[str]) -> Iterator[tuple[str, Wording]]:
        self.read_count += len(article_ids)
        yield from ((key, wording_of(self.texts[key][1], None)) for key in article_ids)


WORDS = ("board", "quay", "ferry", "harbour", "budget", "school", "bridge", "crowns", "nurses", "strike", "court")
NAMES = ("Keller", "Weber", "Nordwind", "Allen", "Brandt", "Ostrava", "Lindau", "Marek", "Sorel", "Tamm", "Vidal")


def sentence(source: random.Random) -> str:
    words = [source.choice((*WORDS, *NAMES, str(source.randrange(2, 9000)))) for _ in range(source.randrange(9, 22))]
    return " ".join(words).capitalize() + "."


def many_texts(seed: int) -> dict[str, tuple[date | None, str]]:
    """Sixty articles: a third of them copies, corrections, updates of others, and updates of these."""
    source, found = random.Random(seed), {}
    for number in range(60):
        paragraphs = [sentence(source) for _ in range(source.randrange(3, 8))]
        if number >= 30 and source.random() < 0.7:
            paragraphs = found[source.choice(sorted(found))][1].split("\n\n")
            change = source.randrange(4)
            if change == 1:
                paragraphs = [*paragraphs, sentence(source)]
            elif change == 2:
                paragraphs = paragraphs[: max(3, len(paragraphs) - 1)]
            elif change == 3:
                paragraphs[0] = paragraphs[0].replace(" ", " newly ", 1)
        day = date(1999, 3, 1) + timedelta(days=source.randrange(9)) if source.random() < 0.9 else None
        found[f"{source.getrandbits(80):020x}"] = (day, text(*paragraphs))
    return found


@pytest.fixture(params=[2, 100])
def most_texts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many texts may share a band: so few that bands get crowded and are so no more, or many."""
    monkeypatch.setattr(candidates, "MOST_TEXTS", request.param)
    return int(request.param)


@pytest.mark.parametrize("seed", range(4))
def test_stories_are_the_same_in_whatever_order_and_parts_an_archive_comes(seed: int, most_texts: int) -> None:
    texts, source = many_texts(seed), random.Random(seed)
    whole = Archive(dict(texts), {}).tell()
    assert {bool(row.copy_of) + 2 * bool(row.revises) for row in whole.values()} == {0, 1, 2}
    assert (max(len(row.sketch) for row in whole.values()) > SKETCH_LENGTH) == (most_texts == 2)
    in_parts, waiting = Archive({}, {}), source.sample(sorted(texts), len(texts))
    while waiting:
        size = source.randrange(1, 15)
        in_parts.texts.update((key, texts[key]) for key in waiting[:size])
        waiting = waiting[size:]
        in_parts.tell()
    assert in_parts.rows == whole


@pytest.mark.usefixtures("most_texts")
@pytest.mark.parametrize("seed", range(4))
def test_stories_are_told_anew_where_articles_go_or_get_another_day(seed: int) -> None:
    texts, source = many_texts(seed), random.Random(seed)
    archive = Archive(dict(texts), {})
    archive.tell()
    for key in source.sample(sorted(texts), 12):
        del archive.texts[key]
    for key in source.sample(sorted(archive.texts), 5):
        archive.texts[key] = (date(1999, 2, 1), archive.texts[key][1])
    assert archive.tell() == Archive(dict(archive.texts), {}).tell()


def test_stories_read_each_new_text_once_to_sketch_it_and_once_to_compare_it() -> None:
    archive = Archive(many_texts(5), {})
    archive.tell()
    assert len(archive.texts) < archive.read_count <= 2 * len(archive.texts)


def test_stories_read_only_new_texts_and_what_these_are_like() -> None:
    archive = Archive(many_texts(5), {})
    archive.tell()
    archive.read_count = 0
    assert archive.tell() == archive.tell()
    assert archive.read_count == 0
    archive.texts["f" * 20] = (date(1999, 3, 9), text(*STORY))
    archive.tell()
    assert archive.read_count == 1


def versions(*bodies: tuple[int, str]) -> Mapping[str, ArticleStory]:
    """The rows of articles `0`, `1`, …, each given by its day and body."""
    texts = {str(number): (date(1999, 3, day), body) for number, (day, body) in enumerate(bodies)}
    return Archive(dict(texts), {}).tell()


def test_story_rows_count_the_last_long_version_and_say_what_each_repeats() -> None:
    update = text(*STORY, FIFTH)
    rows = versions((2, text(*STORY)), (3, text(*STORY)), (4, update), (5, update), (6, text(*STORY[:3])))
    assert {row.story_id for row in rows.values()} == {"0"}
    assert {row.article_count for row in rows.values()} == {5}
    assert [rows[key].counted_as for key in "01234"] == ["2", "2", None, "2", "2"]
    assert [rows[key].copy_of for key in "01234"] == [None, "0", None, "2", "0"]
    assert [rows[key].revises for key in "01234"] == [None, None, "0", None, None]
    assert [rows[key].difference for key in "24"] == ["1 paragraph added", "1 paragraph removed"]


def test_story_rows_of_an_article_alone() -> None:
    (row,) = versions((2, text(*STORY))).values()
    assert (row.story_id, row.article_count, row.common_share) == ("0", 1, None)
    assert (row.counted_as, row.copy_of, row.revises, row.difference) == (None, None, None, None)

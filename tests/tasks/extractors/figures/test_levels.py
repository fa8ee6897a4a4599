"""How a figure stands to others in its unit, and the way that a level went from what it was before."""

from datetime import date

import pytest

from tasks.extractors.figures import find
from tasks.extractors.figures.ranking.levels import level_features, moved_from
from tasks.extractors.figures.ranking.story import Phrase, Told
from tasks.formats.article import bare_article
from tests.tasks.extractors.figures.test_ranking import story_in
from warehouse.records import Figure

MOVED = [
    ("Output was 90 tons, up from 80 tons.", "up", "a base behind it"),
    ("Output was 70 tons in May, from a revised 80 tons.", "down", "words between"),
    ("It made $4 million (3 million euros) from $2 million.", "up", "what translates it lies between"),
    ("Output was 80 tons, from 80 tons.", None, "it did not move"),
    ("Output was 90 tons, and 10 tons came from 80 tons of ore.", None, "another figure lies between"),
    ("Output was 90 tons, down from a high of 99 tons.", None, "a high says nothing of the level before"),
    ("Output rose from 80 tons to 90 tons.", None, "nothing stands behind"),
    ("Output was 90 tons, against 80 tons.", None, "no more than two in three such are levels of the same"),
    ("Output was 90 tons, from 70 percent.", None, "another unit"),
    ("Output was 90 tons, against 80 tons a year earlier.", "up", "the base is said to be earlier"),
    ("Output was 70 tons in May compared with 80 tons in April.", "down", "a month behind the base"),
    ("Output was 70 tons compared with 80 tons in 1996.", "down", "a year behind the base"),
    ("Output in 1973 was 70 tons compared with 80 tons in 1996.", None, "the base is the later one"),
    ("Output rose 5 percent, against 8 percent a year earlier.", None, "shares that both rose"),
    ("Output was 70 tons, against a target of 80 tons for the same period.", None, "the base is only meant to be"),
    ("The ward has 50 beds, against 80 beds in comparable wards.", None, "the base is of another place"),
    ("Output was 90 tons in May, against 80 tons in June.", None, "the base is of the month behind"),
    ("Output was 90 tons in January, against 80 tons in December.", "up", "the base is of the month before"),
    ("Output was 90 tons in May, against 80 tons in May 1996.", "up", "a month of an earlier year"),
    ("Output was 90 tons, against 80 tons in the same 1996 period.", "up", "the same period of a year"),
    ("It made $4 million, or 20 cents a share, against $6 million, or 30 cents, in 1996.", "down", "said otherwise"),
    ("Coal cost $4 a ton, compared with $5 in 1996.", "down", "a rate whose base leaves out what it is per"),
    ("It made $2 a share, compared with $6 million in 1996.", None, "a sum is no rate"),
]


@pytest.mark.parametrize(("text", "direction", "reason"), MOVED)
def test_moved_from_compares_a_level_with_its_base(text: str, direction: str | None, reason: str) -> None:
    story = story_in(text)
    assert moved_from(story, story.figures[0]) == direction, reason


BESIDE = [
    ("Output was 90 tons against 80 tons.", 0, {"more than behind, against"}),
    ("Output rose from 80 tons to 90 tons.", 1, {"more than before, from to"}),
    ("Output was 90 tons and costs $5 against 80 tons.", 0, {"more than behind, against"}),
    ("Output was 90 tons and costs $5.", 0, set()),
]


@pytest.mark.parametrize(("text", "number", "names"), BESIDE)
def test_level_features_name_the_side_of_those_beside_it(text: str, number: int, names: set[str]) -> None:
    story = story_in(text)
    figure = story.figures[number]
    found = level_features(story, figure, Told(figure=figure, sentence=0))
    assert {name for name in found if " than " in name and "," in name} == names


def test_level_features_tell_of_the_last_figure_that_measures_the_same() -> None:
    story = story_in("Steel output was 90 tons. The steel output is to be 95 tons.")
    output = Phrase(start_char=0, end_char=12, text="Steel output", name="steel output")
    first, second = story.figures
    story.told = [Told(figure=first, sentence=0, measure=output, status="actual")]
    found = level_features(story, second, Told(figure=second, sentence=1, measure=output))
    assert found["more than last measured"] == found["status of last measured=actual"] == 1


CHANGES = [
    ("Reserves fell to $22 billion from $23 billion.", [False, False], "what it fell to, and from what"),
    ("Exports were $1 billion, down from $2 billion.", [False, False], "a level, and the one before it"),
    ("The surplus was $14 billion, against $15 billion in 1996.", [False, False], "two levels side by side"),
    ("The mill sold 1,340 bales, compared with 970.", [False, False], "two counts side by side"),
    ("Exports fell by $2 billion to $9 billion.", [True, False], "by so much, to so much"),
    ("Output was 5 percent lower than in 1996.", [True], "a share of what was before"),
    ("The deficit was $2 billion more than planned.", [True], "so much more"),
    ("An increase of $3 billion was announced.", [True], "a noun of change"),
]


@pytest.mark.parametrize(("text", "are_changes", "reason"), CHANGES)
def test_a_level_is_no_change_whatever_it_is_set_against(text: str, are_changes: list[bool], reason: str) -> None:
    article = bare_article(text, article_id="case", published_on=date(1998, 2, 19))
    figures = [row for row in find(article) if isinstance(row, Figure)]
    assert [figure.is_change for figure in figures] == are_changes, reason

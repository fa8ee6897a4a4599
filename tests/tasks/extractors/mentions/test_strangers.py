"""People of one word whom nothing in the article introduces."""

import re

import pytest

from tasks.extractors.mentions.doubts.strangers import without_strangers
from tasks.extractors.mentions.lexicon.spans import Span

MARK = re.compile(r"\[([^|\]]+)\|([a-z]+)\]")


def read(marked: str) -> tuple[str, list[Span]]:
    """Return a text without its marks, and what they mark as the model would."""
    parts, spans, at, length = [], [], 0, 0
    for mark in MARK.finditer(marked):
        parts += [marked[at : mark.start()], mark[1]]
        start = length + mark.start() - at
        length = start + len(mark[1])
        spans.append(Span(start=start, end=length, kind=mark[2], rule="model"))
        at = mark.end()
    return "".join([*parts, marked[at:]]), spans


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        ("Vines from [Ondar|person] were sold.", []),
        ("The [Zimorodok|person] was towed to port.", []),
        ("The [Ondar|person] administration fell.", ["person"]),
        ("The new ([Ondar|person]) administration fell.", ["person"]),
        ("They speak of [Ondar|person] today. [Ondar|person] was shot.", ["person", "person"]),
        ("They speak of [Ondar|person] here. He is an [Ondar|person].", ["nationality", "nationality"]),
        ("A friend in an [Ondar|person] sweater left.", []),
        ("[Ondar|person] insists on it.", ["person"]),
        ("The waters [Ondar|person] insists on.", []),
        ("Its [Ondar|person]-speaking minority voted.", ["nationality"]),
        ("Buses from [Omsk|place], [Ondar|person] and [Tomsk|place].", ["place", "place", "place"]),
        ("Grain from [Ondar|person] and [Tomsk|place].", ["place"]),
        ("Songs by [Anna Hale|person], [Ondar|person] and others.", ["person", "person"]),
        ("A copy of [KTRZ|person] for all.", ["organization"]),
        ("A copy of [Olga|person] for all.", ["person"]),
        ("A copy of [Kuravenko|person] for all.", ["person"]),
        ("Vines from [Ondar Hale|person] were sold.", ["person"]),
        ("Vines from [Ondar|place] were sold.", ["place"]),
        ("Wool from [Ondar|organization] was sold. Mr [Ondar|organization] paid.", ["person", "person"]),
        ("Wool from [Ondar|organization] was sold, [Ondar|organization] said.", ["organization", "organization"]),
        ("The [Ondars|organization], who won, left.", ["organization"]),
        ("Shepherds of the [Ondar|organization] tribe sang. [Ondar|organization] wool is warm.", ["nationality"] * 2),
        ("The [Ondar|organization] community chats. They flew an [Ondar|organization].", ["organization"] * 2),
        ("She wears an [Ondar|person].", []),
        ("Wool from the [Ondar|organization] district was sold.", ["place"]),
        ("Wool from [OnDar|organization] district was sold.", ["organization"]),
        (
            "The company [Ondar|organization] closed. Its [Ondar|organization] district shop stays.",
            ["organization"] * 2,
        ),
        ("[Ondar|organization] district wool. [Ondar Wool Works|organization] closed.", ["organization"] * 2),
        ("A judge jailed [Ondar|organization]. [Ondar|person] had hoped for less.", ["person", "person"]),
        ("Police raided [Ondar|person]. The company [Ondar|organization] closed.", ["organization"] * 2),
        ("The [Institute of Wool|organization] ([Iwool|facility]) met. [Iwool|person] is old.", ["organization"] * 3),
        ("The [Institute of Wool|organization] ([Italy|place]) met.", ["organization", "place"]),
        ("[Hurricane Olga|event] has gone. [Olga|person] took the roofs off.", ["event", "event"]),
    ],
)
def test_a_word_that_nothing_shows_to_be_somebodys_is_dropped(marked: str, kinds: list[str]) -> None:
    text, spans = read(marked)
    assert [span.kind for span in without_strangers(text, spans, people=frozenset())] == kinds


def test_who_is_named_in_full_elsewhere_stays() -> None:
    text, spans = read("Vines from [Ondar|person] were sold.")
    assert without_strangers(text, spans, people={"Ondar"}) == spans


def test_what_another_rule_tells_stays() -> None:
    text = "Vines from Ondar were sold."
    spans = [Span(start=11, end=16, kind="person", rule="given name")]
    assert without_strangers(text, spans, people=frozenset()) == spans

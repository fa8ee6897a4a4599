"""Gives a second clause to a second speaker without a verb: `Orlov said it was dull, and Lobov that it was bold`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.rows import cue_of
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.vocabulary.nouns import noun_kind

JOINT = re.compile(
    r"(?P<joint>[,;]\s(?:(?:and|but|while|whereas)\s)?|\s(?:and|but|while|whereas)\s)"
    r"(?P<speaker>(?:[\w’'-]+\.?\s){0,9}?(?P<head>[\w’'-]+))"
    r"(?:,\s(?:who|which)\s[^,;]{1,70},|,\s(?P<added>(?:[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*),)?\s(?P<that>that\s)"
)
"""`, and deputy chairman Lobov| that `."""
TOLD_TO = frozenset({"told", "tells", "assured", "informed", "warned", "reminded"})
ADDRESSED = frozenset({"told", "tell", "tells", "telling", "asked", "assured", "informed", "reminded", "warned"})
"""Cues after which a name may be whom the words were said to: `told Orlov that … and Lobov that …`."""
END = re.compile(r"[.!?](?=\s+[\"“‘(]?[A-Z]|\s*$)|;|\s*\(|\n")
SPEAKERS = ("person", "organization")
DESCRIBED = re.compile(
    r"(?:the|an?|one|another)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z-]+)\s(?:in|at|of|from|with|close\sto)\s[^,;]+"
)
"""Somebody with where he is from: `a source in the General Staff`."""
ARTICLE = re.compile(r"(?:the|a|an|his|her|its|their|one|another)\s", re.IGNORECASE)


def with_second_speakers(text: str, reported: Sequence[Statement], *, cast: Cast) -> list[Statement]:
    """Return the reports, each cut where a second speaker goes on with its verb, and what he says behind it."""
    return [part for statement in reported for part in turns(text, statement, cast=cast)]


def turns(text: str, statement: Statement, *, cast: Cast) -> Iterator[Statement]:
    """Yield a report as the turns of its speakers, in their order; whole where one alone speaks.

    The parser may have ended it before the second speaker, who then follows right behind.
    """
    first = statement.attribution
    found = joint_of(text, statement, cast=cast) if first and is_open(text, first, statement) else None
    if first is None or found is None:
        yield statement
        return
    yield replace(statement, end=min(statement.end, found.start("joint")), clauses=())
    second = replace(
        first,
        speaker=(found.start("speaker"), max(last_of(found)[1], found.end("speaker"))),
        head=last_of(found),
        is_plural=False,
        is_name=cast.covering(*last_of(found)) is not None,
        relative=None,
    )
    end = max(statement.end, end_of_sentence(text, found.end()))
    later = replace(statement, start=found.start("that"), end=end, attribution=second, clauses=())
    yield from turns(text, later, cast=cast)


def is_open(text: str, first: Attribution, statement: Statement) -> bool:
    """Tell whether the verb before a report may go on with a second speaker: no name is whom it was told to."""
    cue = text[slice(*first.cue)].lower() if first.cue else ""
    is_before = first.cue is not None and first.cue[1] <= statement.start
    is_later = first.cue is not None and first.speaker[0] > first.cue[1]
    is_reporting = kind_of(cue) == "speech" or (kind_of(cue) == "attitude" and "clause" in reports_of(cue))
    return is_reporting and statement.interruption is None and (is_before or is_later)


def joint_of(text: str, statement: Statement, *, cast: Cast) -> re.Match[str] | None:
    """Find where a second speaker goes on: within a report, or right behind it.

    Behind `told Interfax that …` it is somebody; behind `told Orlov that …` he may be whom it was told to.
    """
    first = statement.attribution
    assert first is not None
    is_addressed = first.cue is not None and text[slice(*first.cue)].lower() in ADDRESSED
    told = cast.before(statement.start, reach=statement.start - first.cue[1]) if first.cue and is_addressed else ()
    if any(mention.kind == "person" for mention in told):
        return None
    joints = [*JOINT.finditer(text, statement.start, statement.end), JOINT.match(text, statement.end)]
    kinds = ("person",) if is_addressed else SPEAKERS
    return next((joint for joint in joints if joint and can_speak(joint, cast=cast, kinds=kinds)), None)


def last_of(joint: re.Match[str]) -> tuple[int, int]:
    """Give the place of the last word of a second speaker, of a name that a comma adds: `his deputy, |Lobov|,`."""
    if joint["added"] is None and (described := DESCRIBED.fullmatch(joint["speaker"])):
        return joint.start("speaker") + described.start("noun"), joint.start("speaker") + described.end("noun")
    if joint["added"] is None:
        return joint.span("head")
    end = joint.end("added")
    return end - len(joint["added"].split()[-1]), end


def end_of_sentence(text: str, place: int) -> int:
    """Give where the sentence that goes on at a place ends, or its part before a semicolon."""
    end = END.search(text, place)
    return end.start() if end else len(text.rstrip())


def can_speak(joint: re.Match[str], *, cast: Cast, kinds: Sequence[str]) -> bool:
    """Tell whether a phrase before `that` is somebody or a body, and no clause: `and he told Lobov`."""
    words = joint["speaker"].split()
    named = cast.covering(*last_of(joint))
    is_named = named is not None and named.kind in kinds and named.end_char == last_of(joint)[1]
    is_noun = noun_kind(joint["head"]) in SPEAKERS or joint["head"] in words_for("firm or body by what it does")
    is_wanted = "organization" in kinds or noun_kind(joint["head"]) == "person"
    is_called = is_noun and is_wanted and ARTICLE.match(joint["speaker"]) is not None
    described = DESCRIBED.fullmatch(joint["speaker"])
    if described is not None and noun_kind(described["noun"]) == "person":
        return True
    small = [word for word in words[:-1] if word.islower()]
    return (is_named or is_called) and not any(kind_of(word) for word in small) and joint["head"] != "that"


def begun_behind_listeners(text: str, statements: Sequence[Statement], *, cast: Cast) -> None:
    """Let what somebody is told begin at the name it is about: `told Orlov |Peru| had`, `told Reuters |Peru| would`.

    The parser takes two names side by side for one, which is told something or about which something is told.
    """
    for statement in statements:
        cue = cue_of(statement)
        if cue is None or text[slice(*cue)].lower() not in TOLD_TO or statement.style != "indirect":
            continue
        listener = cast.covering(cue[1] + 1, cue[1] + 2)
        subject = cast.covering(listener.end_char + 1, listener.end_char + 2) if listener else None
        if listener is None or subject is None or listener.start_char != cue[1] + 1:
            continue
        is_beside = listener.kind in ("person", "organization") and subject.start_char == listener.end_char + 1
        if (
            is_beside
            and statement.start in (listener.start_char, subject.end_char + 1)
            and text[subject.end_char] == " "
        ):
            statement.start = subject.start_char

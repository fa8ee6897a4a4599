"""Gives quoted words to a second speaker without a verb: `Orlov said it was “dull” and Lobov that it was “bold”`.

Such a clause takes its verb from the one before it, so that a parse lays its words to the first speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.vocabulary.nouns import noun_kind

SPEAKER = (
    r"(?P<speaker>(?:(?:the|an?|his|her|their|its|one)\s(?:[\w-]+\s){0,3}?)?(?P<noun>[a-z][\w-]+)|"
    r"(?:the\s)?(?:[A-Z][\w.’'-]*\s){0,3}(?P<name>[A-Z][\w’'-]*))"
)
JOINT = r"[\s,;]*(?:\b(?:and|but|while|whereas)\s+)?"
SAYING = re.compile(rf"{JOINT}{SPEAKER}\s+as\s+(?P<cue>[a-z]+ing)\b[^.;:]*")
"""What follows the words of one who is quoted as saying them: ` and Lobov as adding `."""
THAT = re.compile(rf"{JOINT}{SPEAKER}\s+that\b[^.;:]*")
"""What follows the words of a first speaker: ` and Lobov that it was `."""
BARE = re.compile(rf"{JOINT}{SPEAKER}\s*")
"""A speaker alone: `; the Post `, ` and Lobov `."""
COLON = re.compile(rf"\s*[,;]\s*(?:and\s+)?{SPEAKER}:\s*")
"""A speaker and a colon: `; his commander: `."""
LATER_COLON = re.compile(rf"[^.;:]*?(?P<joint>\s*[,;]\s*(?:and|but|while)\s+){SPEAKER}:\s*")
"""The same behind the verb of the first: ` said Lobov, and Orlov: `."""
LONGEST = 120
ADDRESSED = frozenset({"told", "tell", "tells", "telling", "asked", "asks", "asking"})
"""Cues after which a name may be whom the words were said to: `told Orlov that … and Lobov that …`."""
OF_A_PERSON = re.compile(r"\s(?:him|her|them|(?:[A-Z][\w.’'-]*\s?)+)\s*(?:as\s)?\W*$")
"""What stands before quoted words that name a person: `called Orlov `."""
SELF_SPEAKING = frozenset({"another", "others"})


def attribute_by_gapping(text: str, statements: Sequence[Statement]) -> None:
    """Give quoted words the speaker that stands between them and the words before; refuse one where that is unclear."""
    for before, statement in pairwise(statements):
        gap = gap_between(before, statement)
        if gap is None or before.attribution is None:
            continue
        speaker = second_speaker(text, gap, before=before.attribution)
        if speaker is not None:
            statement.attribution = speaker
            before.attribution = before_second(text, before.attribution, second=speaker)
        elif is_unclear(text, gap, before=before):
            statement.attribution = None


def before_second(text: str, first: Attribution, *, second: Attribution) -> Attribution:
    """Return the first speaker without the second, whom a parse may have joined to it: `said |Lobov|, and Orlov: `."""
    start, end = first.speaker
    if not start < second.speaker[0] < end:
        return first
    alone = re.sub(r"[\s,;]+(?:and|but|while)\s*$", "", text[start : second.speaker[0]])
    return replace(first, speaker=(start, start + len(alone)), is_plural=False)


def gap_between(before: Statement, statement: Statement) -> tuple[int, int] | None:
    """Give what stands between two quoted stretches of a paragraph, if that is short."""
    if before.stretch is None or statement.stretch is None or before.paragraph != statement.paragraph:
        return None
    gap = (before.stretch.end, statement.stretch.start)
    return gap if 0 < gap[1] - gap[0] <= LONGEST else None


def second_speaker(text: str, gap: tuple[int, int], *, before: Attribution) -> Attribution | None:
    """Read the second speaker out of a gap, with the cue that the clause shares with the one before or has itself."""
    cue = text[slice(*before.cue)].lower() if before.cue else ""
    found = COLON.fullmatch(text, *gap)
    if found and can_speak(found):
        return attribution_of(found, cue=None, rule="label")
    found = LATER_COLON.fullmatch(text, *gap)
    if found and can_speak(found) and before.cue and before.cue[0] >= gap[0]:
        return attribution_of(found, cue=None, rule="label")
    found = SAYING.fullmatch(text, *gap)
    if found and can_speak(found) and kind_of(found["cue"]) and is_quoted_as(text, before):
        return attribution_of(found, cue=found.span("cue"), rule="verb of speech")
    found = THAT.fullmatch(text, *gap)
    if found and can_speak(found) and kind_of(cue) == "speech" and cue not in ADDRESSED:
        return attribution_of(found, cue=before.cue, rule="verb of speech")
    found = BARE.fullmatch(text, *gap)
    if found and can_speak(found) and kind_of(cue) and text[slice(*gap)].lstrip(" ,").startswith(";"):
        return attribution_of(found, cue=before.cue, rule=before.rule)
    return None


def is_quoted_as(text: str, before: Attribution) -> bool:
    """Tell whether the words before are those of one who is quoted: `quoted Orlov as saying`."""
    assert before.cue is not None
    return text[: before.cue[0]].endswith("as ") or text[slice(*before.cue)].lower() in ("quoted", "cited")


def is_unclear(text: str, gap: tuple[int, int], *, before: Statement) -> bool:
    """Tell whether a name after what a thing was called is a second speaker or a second thing.

    `Orlov called the plan “thin” and Lobov “mad”` says one or the other; after `called Orlov “thin”` it is whom.
    """
    found = BARE.fullmatch(text, *gap)
    if found is None or not can_speak(found) or before.attribution is None or before.attribution.cue is None:
        return False
    is_naming = kind_of(text[slice(*before.attribution.cue)]) == "naming"
    return is_naming and OF_A_PERSON.search(text, before.attribution.cue[1], before.start) is None


def can_speak(found: re.Match[str]) -> bool:
    """Tell whether a phrase in a gap is a name or a noun for people or bodies."""
    noun = found["noun"]
    return noun is None or noun in SELF_SPEAKING or noun_kind(noun) in ("person", "organization")


def attribution_of(found: re.Match[str], *, cue: tuple[int, int] | None, rule: str) -> Attribution:
    """Make the attribution of a speaker found in a gap."""
    head = "noun" if found["noun"] else "name"
    return Attribution(
        cue=cue,
        speaker=found.span("speaker"),
        head=found.span(head),
        is_plural=False,
        is_name=head == "name",
        rule=rule,
    )

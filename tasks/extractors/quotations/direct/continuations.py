"""Carries speakers over to quoted clauses whose own sentence names none."""

import collections
import dataclasses
import itertools
import re
from collections.abc import Sequence

from tasks.extractors.quotations.direct.preceding import gender_of, person_first, sentence_before
from tasks.extractors.quotations.direct.readings import Paragraph, Parsed
from tasks.extractors.quotations.lexicon.tables import any_of
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.quotations.syntax.attribution import main_governor
from tasks.extractors.quotations.syntax.grammar import NOTHING_QUOTED
from tasks.extractors.quotations.syntax.phrases import placed

LONG_WORDS = 4
NEAR_CHARS = 200
LONGEST_JOINT = 20
ANSWER = re.compile(
    r"(?:Yes|Yeah|Yep|No|Nope|Not|Never|Nothing|Nobody|None|Nowhere|Maybe|Perhaps|Of course|Sure|Certainly|Because|I do"
    r"|I did|I don[’']t|I didn[’']t|I haven[’']t|I have)\b"
)
GESTURE = re.compile(
    rf"(?:, [^,.!?“\"]{{2,40}},)? (?:{any_of('verb of gesture')})"
    r"(?: (?!(?:at|to|with|for) [A-Z])[^\s.!?“\"]+){0,8}[.!]\s*"
)
"""` laughed and put down the cup. `, but not ` smiled at Anna. `, who may be the one that answers."""
SAYING = frozenset({"said", "says"})
SINGLE_SPEAKERS = frozenset({"he", "she"})
JOINT = re.compile(
    r"\s*(?:,|,?\s(?:and|or|but|yet|then))?\s*(?:(?:a|an|the|as|as an?|is|was|is an?|was an?|being)\s*)?"
)
"""What stands between quoted words that go together: ` and a `."""
"""How soon after somebody's words others must follow, inside the writer's sentence, to be taken for theirs."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody's turn to speak: where it ends in the article, in which paragraph, and whose it is."""

    place: int
    paragraph: int
    attribution: Attribution
    is_colon: bool = False
    is_short: bool = False


def carry_over(
    text: str,
    statements: Sequence[Statement],
    *,
    introduced: Sequence[Turn],
    paragraphs: Sequence[Paragraph],
    cast: Cast,
) -> None:
    """Give each quoted clause without a speaker the one whose turn it is.

    That is whoever was introduced before a colon, or spoke last in the same paragraph (`"One," he said. "Two."`), or
    speaks next in it (`"One." "Two," he said`); a paragraph that begins with the quotation goes on with the speaker
    of the paragraph before it. Nobody has it behind a sentence about somebody else.
    """
    lead_on(statements, paragraphs)
    waiting = collections.deque(introduced)
    turns: list[Turn] = []
    for index, statement in enumerate(statements):
        while waiting and waiting[0].place <= statement.start:
            turns.append(waiting.popleft())
        if statement.attribution is None and is_worth_a_turn(text, statement, turns=turns):
            source = turn_for(text, statement, turns=turns, paragraphs=paragraphs)
            if source and is_about_another(text, statement, source, paragraphs=paragraphs, cast=cast):
                statement.is_contested, source = True, None
                statement.attribution = by_gesture(text, statement, paragraphs=paragraphs, cast=cast)
            source = source or next_turn(text, statements, index)
            if source and statement.attribution is None:
                statement.attribution = dataclasses.replace(source, rule="continuation")
        if statement.attribution is None and index and is_joined(text, statements[index - 1], statement):
            statement.attribution = statements[index - 1].attribution
        if statement.attribution is not None and (statement.attribution.rule != "any verb" or statement.is_clause):
            turns.append(
                Turn(
                    place=statement.end,
                    paragraph=statement.paragraph,
                    attribution=statement.attribution,
                    is_short=is_short(text, statement),
                )
            )


def lead_on(statements: Sequence[Statement], paragraphs: Sequence[Paragraph]) -> None:
    """Give a quotation left open at its paragraph's end the speaker of the next paragraph, which goes on with it."""
    for this, following in reversed(list(itertools.pairwise(statements))):
        if this.attribution is None and following.attribution and goes_on(this, following, paragraphs=paragraphs):
            this.attribution = dataclasses.replace(following.attribution, rule="continuation")


def goes_on(this: Statement, following: Statement, *, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a quotation is left open and the next one opens the next paragraph."""
    if this.stretch is None or following.stretch is None or this.stretch.is_closed:
        return False
    is_next = following.paragraph == this.paragraph + 1
    return is_next and following.stretch.start == paragraphs[following.paragraph].start


def is_joined(text: str, first: Statement, second: Statement) -> bool:
    """Tell whether nothing but a conjunction stands between two stretches: `called it “vague” and “unfair”`."""
    if first.stretch is None or second.stretch is None or first.paragraph != second.paragraph:
        return False
    gap = (first.stretch.end, second.stretch.start)
    return gap[1] - gap[0] <= LONGEST_JOINT and JOINT.fullmatch(text, *gap) is not None


def is_short(text: str, statement: Statement) -> bool:
    """Tell whether a statement is no more than a few words inside the writer's sentence."""
    is_passing = not statement.is_clause and text.count(" ", statement.start, statement.end) < LONG_WORDS - 1
    return is_passing and not says_outright(statement, text)


def says_outright(statement: Statement, text: str) -> bool:
    """Tell whether quoted words stand in what somebody named says, whose turn it is: `Orlov said it was “a mess”`."""
    found = statement.attribution
    if found is None or found.cue is None or found.rule != "verb of speech":
        return False
    return found.is_name and not found.is_negated and text[slice(*found.cue)].lower() in SAYING


def is_worth_a_turn(text: str, statement: Statement, *, turns: Sequence[Turn]) -> bool:
    """Tell whether quoted words can be the go-on of somebody's turn: a clause, or many words soon after it."""
    if statement.is_clause:
        return True
    return not is_short(text, statement) and bool(turns) and statement.start - turns[-1].place < NEAR_CHARS


def turn_for(
    text: str, statement: Statement, *, turns: Sequence[Turn], paragraphs: Sequence[Paragraph]
) -> Attribution | None:
    """Choose among the turns taken before a clause."""
    if not turns or statement.stretch is None:
        return None
    last = longest_turn(text, turns, paragraph=statement.paragraph)
    start = statement.stretch.start
    if last.is_colon and not text[last.place : start].strip():
        return last.attribution
    if last.paragraph == statement.paragraph:
        return last.attribution
    begins_paragraph = start == paragraphs[statement.paragraph].start
    return last.attribution if begins_paragraph and last.paragraph == statement.paragraph - 1 else None


def is_about_another(
    text: str, statement: Statement, source: Attribution, *, paragraphs: Sequence[Paragraph], cast: Cast
) -> bool:
    """Tell whether the sentence before a quotation begins with somebody else than whose turn it is."""
    start = sentence_before(statement, paragraphs=paragraphs)
    person = person_first(text, start, cast=cast) if start is not None and start > source.head[0] else None
    named = cast.covering(*person) if person else None
    if named is None:
        return False
    if not source.is_name:
        pronoun, gender = gender_of(text[slice(*source.speaker)].capitalize()), cast.genders.get(named.name)
        return pronoun is not None and gender is not None and pronoun != gender
    speaker = cast.covering(*source.head)
    return speaker is None or speaker.name != named.name


def by_gesture(text: str, statement: Statement, *, paragraphs: Sequence[Paragraph], cast: Cast) -> Attribution | None:
    """Give quoted words to whoever made a face or moved right before them: `Anna laughed. “He says a lot.”`."""
    start = sentence_before(statement, paragraphs=paragraphs)
    person = person_first(text, start, cast=cast) if start is not None else None
    if person is None or statement.stretch is None or not GESTURE.fullmatch(text, person[1], statement.stretch.start):
        return None
    return Attribution(cue=None, speaker=person, head=person, is_plural=False, is_name=True, rule="sentence before")


def longest_turn(text: str, turns: Sequence[Turn], *, paragraph: int) -> Turn:
    """Give the last turn, or the one before it in the paragraph where the last is a few words quoted in passing.

    Words in passing that `he` said are those of the one who is speaking anyway.
    """
    last = turns[-1]
    for turn in reversed(turns[-4:]):
        is_pronoun = text[slice(*turn.attribution.speaker)].lower() in SINGLE_SPEAKERS
        if turn.paragraph == paragraph and (not turn.is_short or is_pronoun):
            return turn
    return last


def next_turn(text: str, statements: Sequence[Statement], index: int) -> Attribution | None:
    """Find the speaker of the quotation that follows with nothing between, as in `"One." "Two," he said`."""
    this, following = statements[index], statements[index + 1 : index + 2]
    for other in following:
        if is_answer(text, this, other):
            return None
        if this.stretch and other.stretch and other.paragraph == this.paragraph:
            return other.attribution if not text[this.stretch.end : other.stretch.start].strip() else None
    return None


def is_answer(text: str, this: Statement, following: Statement) -> bool:
    """Tell whether a quotation answers the one before it, as another's: `“Is it?” “No,” said Anna`."""
    return text[this.start : this.end].endswith("?") and ANSWER.match(text, following.start) is not None


def introductions(parsed: Sequence[Parsed]) -> list[Turn]:
    """List the sentences without quotations that say who speaks, as `Ivanov went on:` and `Ivanov denied it` do."""
    found = []
    for sentence in parsed:
        if next(iter(sentence.frame.stretches()), None) is not None:
            continue
        reading = sentence.frame.reading.rstrip()
        is_colon = reading.endswith(":")
        weakest = "any verb" if is_colon else "distant naming"
        governor = main_governor(sentence.document, inside=NOTHING_QUOTED, weakest=weakest)
        attribution = placed(sentence.frame, governor) if governor else None
        if attribution:
            place = sentence.frame.text_offset(len(reading) - 1) + 1
            found.append(
                Turn(
                    place=place,
                    paragraph=sentence.paragraph,
                    attribution=attribution,
                    is_colon=is_colon,
                )
            )
    return found

"""Turns statements into rows of the ledger."""

import re
from dataclasses import replace

from tasks.extractors.quotations.lexicon.cues import kind_of_cue
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.quotations.speakers.outlets import outlet_of
from tasks.extractors.quotations.speakers.pronouns import Discourse
from tasks.extractors.quotations.speakers.resolution import MARK, Speaker, resolve
from tasks.extractors.vocabulary.nouns import noun_kind
from warehouse.records import Article, Quotation

SUBJECT_BEFORE = re.compile(
    r"(?:^|[.!?][\"”’]?\s|\n)(?:But |And )?(?P<name>(?:(?:Mr|Mrs|Ms|Dr|President|Premier)\.? )?"
    r"(?!He |She |It |They |But |And |The |In |Yes )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) [\"“]$"
)
LONGEST_SUBJECT = 60
OFFICE_OF_BODY = re.compile(r"(?: \([A-Z][\w-]*\))?(?: [a-z-]+){0,2} (?P<noun>[a-z-]+) ")
"""` (KPNF) leader `, between a body and its officer."""
SOLD = frozenset({"shares", "share", "stock", "stocks", "bonds", "prices", "futures", "notes"})


def row(article: Article, statement: Statement, *, cast: Cast, discourse: Discourse) -> Quotation:
    """Make the row of a statement; its speaker is resolved by the names of the article and by who spoke before."""
    attribution = clear_of_quotation(article.text, statement.attribution) if statement.attribution else None
    attribution = with_name_behind(article.text, attribution, cast=cast) if attribution else None
    nobody = Speaker(name=None, kind=None)
    said = statement.parts() if statement.style == "indirect" else own_words(article.text, statement)
    speaker = resolve(article, attribution, cast=cast, discourse=discourse, said=said) if attribution else nobody
    cue = cue_of(statement)
    written = speaker_as_written(attribution, speaker)
    gap = statement.interruption.place if statement.interruption else None
    outlet = outlet_of(article.text, statement)
    return Quotation(
        article_id=article.article_id,
        start_char=statement.start,
        end_char=statement.end,
        text=article.text[statement.start : statement.end],
        rule=rule_of(statement),
        style=statement.style,
        cue=article.text[slice(*cue)] if cue else None,
        cue_kind=kind_of_cue(article.text[slice(*cue)], rule=rule_of(statement)) if cue else None,
        cue_start_char=cue[0] if cue else None,
        cue_end_char=cue[1] if cue else None,
        speaker_text=article.text[slice(*written)] if written else None,
        speaker_start_char=written[0] if written else None,
        speaker_end_char=written[1] if written else None,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        is_hedged=is_hedged(statement),
        is_negated=is_negated(statement),
        interruption=article.text[slice(*gap)] if gap else None,
        interruption_start_char=gap[0] if gap else None,
        interruption_end_char=gap[1] if gap else None,
        reporting_outlet=outlet.name if outlet else None,
        reporting_outlet_text=article.text[outlet.start : outlet.end] if outlet else None,
        reporting_outlet_start_char=outlet.start if outlet else None,
        reporting_outlet_end_char=outlet.end if outlet else None,
    )


def own_words(text: str, statement: Statement) -> list[tuple[int, int]]:
    """Give the place of quoted words with the name before them that is their subject: `Mr Orlov “wrote it all,” he`.

    A pronoun behind them means somebody else; of other quoted words nothing is given.
    """
    subject = SUBJECT_BEFORE.search(text, max(0, statement.start - LONGEST_SUBJECT), statement.start)
    return [(subject.start("name"), statement.end)] if subject else []


def clear_of_quotation(text: str, attribution: Attribution) -> Attribution:
    """Leave out of a speaker the quoted words in front: `a voice` of `“Fire! Fire!” a voice cried`."""
    start, end = attribution.speaker
    before = text[start : attribution.head[0]]
    marks = MARK.findall(before)
    if not marks or (len(marks) % 2 == 0 and not MARK.match(before)):
        return attribution
    own = MARK.split(before)[-1]
    first = attribution.head[0] - len(own.lstrip(" ,;—–-"))
    return replace(attribution, speaker=(first, max(first, end)))


def with_name_behind(text: str, attribution: Attribution, *, cast: Cast) -> Attribution:
    """Take along the name between an office and the verb, where the parser stopped before it."""
    start, end = attribution.speaker
    cue = attribution.cue
    last, body = cast.covering(end - 1, end), cast.covering(*attribution.head)
    if last is not None and last.kind == "person" and body is not None and body.kind == "organization":
        office = OFFICE_OF_BODY.fullmatch(text, body.end_char, last.start_char)
        is_officer = last.end_char == end and office is not None and noun_kind(office["noun"]) == "person"
        return replace(attribution, head=(last.start_char, end), is_name=True) if is_officer else attribution
    if cue is not None and text[slice(*attribution.head)].lower() in SOLD:
        return with_person_before(attribution, cue, cast=cast)
    if cue is None or not end < cue[0] < end + LONGEST_SUBJECT or text[end] != " ":
        return attribution
    person = cast.covering(end + 1, end + 2)
    if person is None or person.kind != "person" or person.start_char != end + 1 or person.end_char + 1 != cue[0]:
        return attribution
    return replace(
        attribution, speaker=(start, person.end_char), head=(person.start_char, person.end_char), is_name=True
    )


def with_person_before(attribution: Attribution, cue: tuple[int, int], *, cast: Cast) -> Attribution:
    """Give what shares would say to the person named last before the verb: `Shares fell after |Orlov| said`."""
    named = [each for each in cast.before(cue[0], reach=cue[0] - attribution.speaker[1]) if each.kind == "person"]
    if not named:
        return attribution
    place = named[-1].start_char, named[-1].end_char
    return replace(attribution, speaker=place, head=place, is_name=True, is_plural=False)


def cue_of(statement: Statement) -> tuple[int, int] | None:
    """Give the place of the words that introduce a statement."""
    if statement.bare_cue:
        return statement.bare_cue.place
    return statement.attribution.cue if statement.attribution else None


def rule_of(statement: Statement) -> str:
    """Name the rule that told a statement by its cue, or else by its marks."""
    found = statement.attribution or statement.bare_cue
    return found.rule if found else "marks"


def is_hedged(statement: Statement) -> bool:
    """Tell whether the article keeps its distance from a statement."""
    found = statement.attribution or statement.bare_cue
    return found is not None and found.is_hedged


def is_negated(statement: Statement) -> bool:
    """Tell whether the article says that a statement was not made."""
    found = statement.attribution or statement.bare_cue
    return found is not None and found.is_negated


def speaker_as_written(attribution: Attribution | None, speaker: Speaker) -> tuple[int, int] | None:
    """Choose what to show for the speaker: `who`, like any pronoun, where its name is known; else the whole phrase."""
    if attribution is None:
        return None
    return attribution.relative if attribution.relative and speaker.name else attribution.speaker

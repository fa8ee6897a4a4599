"""Finds what is reported without quotation marks: `said that …`, `…, he said`, `according to …`, `denied …`."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.extractors.quotations.cues import kind_of, reports_of
from tasks.extractors.quotations.governor import Governor
from tasks.extractors.quotations.nouns import noun_kind
from tasks.extractors.quotations.phrases import placed
from tasks.extractors.quotations.readings import Parsed
from tasks.extractors.quotations.statements import Statement
from tasks.extractors.quotations.subjects import speaker_of, speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOTHING_QUOTED: frozenset[int] = frozenset()
EDGES = " \t\r\n,.;:–—-\"“”'‘’„«»"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "nsubj", "dative"})
OBJECTS = frozenset({"dobj", "oprd"})
OBJECT_PREPOSITIONS = frozenset({"for", "about", "against", "of", "on", "to"})
FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words of a sentence that are reported, by the numbers of the first and last, and what reports them."""

    first: int
    last: int
    governor: Governor


def reported_statements(text: str, parsed: Sequence[Parsed]) -> list[Statement]:
    """List what the sentences report in the writer's words, in the order of the text; what is quoted is left out."""
    found: dict[tuple[int, int], Statement] = {}
    for sentence in parsed:
        for report in reports(sentence.document):
            statement = statement_of(text, sentence, report)
            if statement:
                found.setdefault((statement.start, statement.end), statement)
    return sorted(found.values(), key=place_of)


def without_quotations(reported: Sequence[Statement], quoted: Sequence[Statement]) -> list[Statement]:
    """Leave out the reports that hold more than a quoted term: there the quotation itself is the statement."""
    said = [statement.start for statement in quoted if statement.style != "term"]
    return [
        statement
        for statement in reported
        if bisect.bisect_left(said, statement.start) == bisect.bisect_left(said, statement.end)
    ]


def place_of(statement: Statement) -> tuple[int, int]:
    """Give what statements are ordered by: where they start, the longer one first."""
    return statement.start, -statement.end


def statement_of(text: str, sentence: Parsed, report: Report) -> Statement | None:
    """Turn a report into a statement with offsets in the article; nothing where the reporting itself is quoted."""
    tokens = sentence.document[report.first : report.last + 1]
    pieces = [sentence.frame.piece_at(token.idx) for token in tokens]
    is_quoted = sentence.frame.piece_at(report.governor.cue.idx).stretch is not None
    if is_quoted or any(piece.is_stand_in for piece in pieces):
        return None
    start = sentence.frame.text_offset(tokens[0].idx)
    end = sentence.frame.text_offset(tokens[-1].idx + len(tokens[-1]) - 1) + 1
    start, end = without_edges(text, start, end)
    attribution = placed(sentence.frame, report.governor)
    if attribution is None or text.count(" ", start, end) < FEWEST_WORDS - 1:
        return None
    return Statement(start=start, end=end, style="indirect", paragraph=sentence.paragraph, attribution=attribution)


def without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out punctuation and white space at both ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip(EDGES)), start + len(part.rstrip(EDGES))


def reports(document: "Doc") -> Iterator[Report]:
    """Yield what the verbs of speech, and `according to`, report in a sentence."""
    for token in document:
        if token.lower_ == "according":
            yield from by_source(token)
        elif token.pos_ == "VERB" and (kind_of(token.text) == "speech" or reports_of(token.text)):
            subject = speaker_of(token, inside=NOTHING_QUOTED)
            if subject is not None and (speaks(subject) or noun_kind(subject.lemma_) == "carrier"):
                yield from by_verb(token, subject)


def by_verb(verb: "Token", subject: "Token") -> Iterator[Report]:
    """Yield the clause, infinitive or object after a verb, or else the sentence that the verb is put in."""
    after = [child for child in verb.children if child.i > verb.i]
    clause = next((child for child in after if child.dep_ == "ccomp"), None)
    infinitive = next((child for child in after if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
    thing = next((child for child in after if child.dep_ in OBJECTS), None)
    allowed = reports_of(verb.text)
    if clause is not None:
        if "clause" in allowed:
            governor = Governor(cue=verb, subject=subject, rule="reported clause")
            yield Report(first=clause.left_edge.i, last=clause.right_edge.i, governor=governor)
    elif infinitive is not None:
        if "infinitive" in allowed and speaks(subject):
            governor = Governor(cue=verb, subject=subject, rule="reported infinitive")
            start = thing.left_edge.i if thing is not None and thing.i < infinitive.i else infinitive.left_edge.i
            yield Report(first=start, last=infinitive.right_edge.i, governor=governor)
    elif thing is not None:
        if "object" in allowed and speaks(subject):
            governor = Governor(cue=verb, subject=subject, rule="reported object")
            yield Report(first=thing.left_edge.i, last=object_end(thing, after), governor=governor)
    elif kind_of(verb.text) == "speech":
        yield from put_in(verb, after, Governor(cue=verb, subject=subject, rule="sentence around"))


def object_end(thing: "Token", after: Sequence["Token"]) -> int:
    """Give the last word of an object with the phrase that belongs to it: `Trump for his treatment of women`."""
    ends = [thing.right_edge.i]
    for child in after:
        if child.dep_ == "prep" and child.lower_ in OBJECT_PREPOSITIONS and child.i == ends[-1] + 1:
            ends.append(child.right_edge.i)
    return ends[-1]


def put_in(verb: "Token", after: Sequence["Token"], governor: Governor) -> Iterator[Report]:
    """Yield the longer part of a sentence that a clause of speech is put into, as in `Nine were held, he said`."""
    document = verb.doc
    subject = governor.subject
    first = min(subject.left_edge.i, verb.i)
    if subject.head.i != verb.i or first < 2 or document[first - 1].text not in (",", "-", "–", "—"):
        return
    if not any(token.tag_ in FINITE for token in document[:first]):
        return
    last = max([verb.i, *(child.right_edge.i for child in after if child.dep_ in ADJUNCTS)])
    goes_on = last + 1 < len(document) and document[last + 1].text == ","
    if goes_on and len(document) - last > first:
        yield Report(first=last + 1, last=len(document) - 1, governor=governor)
    else:
        yield Report(first=0, last=first - 1, governor=governor)


def by_source(according: "Token") -> Iterator[Report]:
    """Yield the sentence that `according to SOMEONE` opens or closes."""
    document = according.doc
    for preposition in according.children:
        for source in preposition.children:
            if source.dep_ != "pobj":
                continue
            governor = Governor(cue=according, subject=source, rule="according to")
            if according.i > 2:
                yield Report(first=0, last=according.i - 1, governor=governor)
            elif source.right_edge.i + 2 < len(document):
                yield Report(first=source.right_edge.i + 1, last=len(document) - 1, governor=governor)

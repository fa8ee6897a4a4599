"""Finds what is reported without quotation marks: `said that …`, `…, he said`, `according to …`, `denied …`."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.attribution import Governor, is_set_off, speech_kind
from tasks.extractors.quotations.frames import STAND_IN
from tasks.extractors.quotations.marks import Stretch
from tasks.extractors.quotations.phrases import placed
from tasks.extractors.quotations.readings import Parsed
from tasks.extractors.quotations.statements import Statement
from tasks.extractors.quotations.subjects import speaker_of, speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOTHING_QUOTED: frozenset[int] = frozenset()
HEDGES = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})
SHORTEST = 2
EDGE = " \t\n,.;:–—-\"“”'‘’"


def reported_statements(text: str, parsed: Sequence[Parsed], *, stretches: Sequence[Stretch]) -> list[Statement]:
    """List what the sentences report in the writer's words, in the order of the text."""
    found: dict[tuple[int, int], Statement] = {}
    for sentence in parsed:
        for first, last, governor in reports(sentence.document):
            statement = statement_of(text, sentence, first=first, last=last, governor=governor)
            if statement:
                found.setdefault((statement.start, statement.end), statement)
    return sorted(found.values(), key=place_of)


def place_of(statement: Statement) -> tuple[int, int]:
    """Give what statements are ordered by."""
    return statement.start, -statement.end


def statement_of(text, sentence, *, first, last, governor):
    document = sentence.document
    if any(t.text == STAND_IN and sentence.frame.piece_at(t.idx).is_stand_in for t in document[first:last + 1]):
        return None
    start = sentence.frame.text_offset(document[first].idx)
    end = sentence.frame.text_offset(document[last].idx + len(document[last]) - 1) + 1
    while start < end and text[start] in EDGE: start += 1
    while end > start and text[end - 1] in EDGE: end -= 1
    if any(sentence.frame.piece_at(t.idx).stretch is not None for t in document[first:last + 1]):
        return None
    if text.count(" ", start, end) < SHORTEST - 1:
        return None
    a = placed(sentence.frame, governor)
    if not a: return None
    if governor.rule: pass
    return Statement(start=start, end=end, style="indirect", paragraph=sentence.paragraph, attribution=a)


def reports(document: "Doc") -> Iterator[tuple[int, int, Governor]]:
    for token in document:
        if token.lower_ == "according":
            yield from by_source(token)
        if token.pos_ != "VERB":
            continue
        kind = speech_kind(token)
        if kind is None:
            continue
        subject = speaker_of(token, inside=NOTHING_QUOTED)
        if subject is None:
            continue
        right = [c for c in token.children if c.i > token.i]
        ccomp = next((c for c in right if c.dep_ == "ccomp"), None)
        xcomp = next((c for c in right if c.dep_ == "xcomp"), None)
        dobj = next((c for c in right if c.dep_ in ("dobj", "oprd")), None)
        prep = next((c for c in right if c.dep_ == "prep" and c.lower_ in ("for", "about", "against", "of", "on", "to")), None)
        who = "S" if speaks(subject) else "N"
        g = lambda r: Governor(cue=token, subject=subject, rule=f"{kind} {r} {who}")
        if kind == "speech" and ccomp is None and dobj is None and xcomp is None and (subject.head == token):
            first = min(subject.left_edge.i, token.i)
            left = [t for t in document[:first] if t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD")]
            if left and document[first - 1].text in (",", "-", "–", "—"):
                last = max(c.right_edge.i for c in [token, *[c for c in right if c.dep_ in ("prep", "npadvmod", "advmod", "nsubj", "dobj", "dative")]])
                if document[last].is_punct: last -= 1
                after = document[last + 1 :]
                if len(after) > 2 and after[0].text == "," and len(after) > first:
                    yield last + 1, len(document) - 1, g("inserted right")
                else:
                    yield 0, first - 1, g("inserted left")
                continue
        if ccomp is not None:
            yield ccomp.left_edge.i, ccomp.right_edge.i, g("ccomp")
        elif xcomp is not None:
            st = dobj.left_edge.i if dobj is not None and dobj.i < xcomp.i else xcomp.left_edge.i
            yield st, xcomp.right_edge.i, g("xcomp")
        elif dobj is not None:
            en = dobj.right_edge.i
            if prep is not None and prep.i > dobj.i: en = max(en, prep.right_edge.i)
            yield dobj.left_edge.i, en, g("dobj")
        elif prep is not None:
            po = next((c for c in prep.children), None)
            if po is not None:
                yield po.left_edge.i, prep.right_edge.i, g("prep " + prep.lower_)


def by_source(token):
    for preposition in token.children:
        for source in preposition.children:
            if source.dep_ == "pobj":
                g = Governor(cue=token, subject=source, rule="according")
                sent = token.doc
                if token.i < 3:
                    yield source.right_edge.i + 1 if source.right_edge.i + 1 < len(sent) else source.right_edge.i, len(sent) - 1, g
                else:
                    yield 0, token.i - 1, g

"""Finds the sentences that an attribution is put into: `Nine were held, he said, on Friday`, `…, according to …`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.reported.afterwords import is_new
from tasks.extractors.quotations.reported.complements import BREAKS, OBJECTS, resumes, resumption
from tasks.extractors.quotations.reported.foreseen import is_possible
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.grammar import FINITE_OR_MODAL, NOTHING_QUOTED, SUBJECTS
from tasks.extractors.quotations.syntax.inversions import inverted_aside, inverted_subject
from tasks.extractors.quotations.syntax.parentheticals import opens_sentence
from tasks.extractors.quotations.syntax.sources import can_report, is_time
from tasks.extractors.quotations.syntax.subjects import owner_or_source, speaker_of
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "nsubj"})
VIEWS = frozenset({"assessment", "estimation", "judgment", "judgement", "opinion", "view"})
"""Nouns that, with their owner, say whose statement a sentence is: `in the view of the General Staff, …`."""
TELLING = words_for("verb of telling")
STUDIES = words_for("study")
FEWEST_WORDS = 2


def around_parentheticals(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield sentences without what says who says so, which may stand in their middle."""
    for token in words:
        if token.lower_ == "according":
            yield from around_source(token)
        elif token.lower_ in VIEWS and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield from around_view(token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from around_inversion(token) if is_inverted(token) else around_subject(token)


def is_inverted(verb: "Token") -> bool:
    """Tell whether who speaks stands behind a verb: `…, argues the report`."""
    return inverted_subject(verb) is not None or inverted_aside(verb) is not None


def around_inversion(verb: "Token") -> Iterator[Report]:
    """Yield the sentence around a verb and the one who speaks behind it."""
    document = verb.doc
    last = len(document) - 2 if document[-1].is_punct else len(document) - 1
    subject, end = inverted_aside(verb) or (inverted_subject(verb), last)
    yield from sentence_around(document, verb.i, end, cue=verb, subject=subject, rule="sentence around")


def around_subject(verb: "Token") -> Iterator[Report]:
    """Yield the sentence around a verb and its subject: whoever speaks, a court that hears, a study that finds."""
    quoted = quoted_source(verb)
    if quoted is not None:
        first, last, cue, source = quoted
        yield from sentence_around(verb.doc, first, last, cue=cue, subject=source, rule="sentence around")
        return
    court = hearing_of(verb)
    if court is not None:
        first = court.left_edge.i
        yield from sentence_around(verb.doc, first, verb.i, cue=verb, subject=None, rule="unattributed speech")
        return
    is_speech = kind_of(verb.text) == "speech" and not is_compared(verb) and not is_possible(verb)
    if not is_speech and "finding" not in reports_of(verb.text):
        return
    subject = speaker_of(verb, inside=NOTHING_QUOTED) or taken_for_apposition(verb)
    if subject is not None and is_speech and opens_sentence(verb, subject):
        yield from sentence_around(verb.doc, 0, verb.right_edge.i, cue=verb, subject=subject, rule="sentence around")
    elif subject is not None and (can_report(subject) if is_speech else is_study(subject)):
        yield from around_verb(verb, subject, rule="sentence around" if is_speech else "reported finding")


def taken_for_apposition(verb: "Token") -> "Token | None":
    """Find who speaks right before a verb, where the parser took him for what is before the comma by another name.

    `The plant will be built near Omsk, Mayor Rosa Hill| said`, `…, its chairman, Ivan Orlov, | announced`.
    """
    before = verb.nbor(-1) if verb.i > FEWEST_WORDS else verb
    if before.text == "," and verb.tag_ in ("VBD", "VBN"):
        name = before.nbor(-1)
        before = name.head if name.dep_ == "appos" and name.pos_ == "PROPN" else before
    first = int(before.left_edge.i)
    is_parted = before.dep_ == "appos" and first > 0 and verb.doc[first - 1].text == ","
    return before if is_parted and before.pos_ in ("PROPN", "NOUN") and can_report(before) else None


def quoted_source(verb: "Token") -> tuple[int, int, "Token", "Token"] | None:
    """Find who is quoted behind his words: `…, | the radio quoted Orlov as saying`, `…, | he was quoted as saying`.

    Give the first and last word of that, the verb of speech, and who is quoted.
    """
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    said = next((word for word in verb.subtree if word.i > verb.i and is_said_of(word, verb)), None)
    if verb.lemma_ != "quote" or subject is None or said is None:
        return None
    is_told = subject.dep_ == "nsubjpass"
    source = subject if is_told else next((child for child in verb.children if child.dep_ == "dobj"), None)
    first, last = int(subject.left_edge.i), int(said.right_edge.i)
    is_behind = first >= FEWEST_WORDS and verb.doc[first - 1].text in BREAKS
    holds = any(child.dep_ in ("ccomp", "xcomp") or child.text in ('"', "“") for child in said.children)
    return (first, last, said, source) if source is not None and is_behind and not holds else None


def is_said_of(word: "Token", verb: "Token") -> bool:
    """Tell whether a participle says what somebody is quoted doing: `quoted Orlov as | saying`, `quoted | telling`."""
    is_near = word.head.i == verb.i or (word.head.lower_ == "as" and word.head.head.i == verb.i)
    return word.tag_ == "VBG" and is_near and kind_of(word.text) == "speech"


def is_study(source: "Token") -> bool:
    """Tell whether a word is for what finds things out, or carries words: `figures show`, `the letter shows`."""
    return source.lemma_.lower() in STUDIES or noun_kind(source.lemma_) == "carrier"


def hearing_of(verb: "Token") -> "Token | None":
    """Find the court at the sentence's end that is told what stands before: `he fled, | the inquest heard`."""
    is_heard, is_told = verb.lemma_ == "hear", verb.lemma_ == "tell" and verb.tag_ == "VBN"
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    if subject is None or not (is_heard or (is_told and subject.dep_ == "nsubjpass")):
        return None
    if subject.lemma_.lower() not in words_for("hearing") or has_words(verb.doc, verb.i + 1, len(verb.doc) - 1):
        return None
    first = subject.left_edge.i
    return subject if first >= FEWEST_WORDS and verb.doc[first - 1].text in BREAKS else None


def is_compared(verb: "Token") -> bool:
    """Tell whether a verb only says what something is measured by: `got seven years, four less than | asked`."""
    return verb.i > 0 and verb.nbor(-1).lower_ == "than"


def around_verb(verb: "Token", subject: "Token", *, rule: str) -> Iterator[Report]:
    """Yield the sentence around a clause of speech that holds no report of its own: `…, he said`, `…, he told RIA`."""
    told = addressee(verb)
    after = [child for child in verb.children if child.i > verb.i]
    resumed = next((child for child in after if resumes(child, verb)), None)
    held = [child for child in after if child not in (resumed, told)]
    if any(child.dep_ in OBJECTS or child.dep_ in ("ccomp", "xcomp") for child in held):
        return
    first = min(subject.left_edge.i, beside(subject), verb.i)
    is_beside = subject.dep_ == "appos" and subject == taken_for_apposition(verb)
    if not (subject.head.i == verb.i or is_beside) or first < FEWEST_WORDS or verb.doc[first - 1].text not in BREAKS:
        return
    last = max([verb.i, *(child.right_edge.i for child in after if child.dep_ in ADJUNCTS or child == told)])
    place = None if resumed is None else resumption(resumed, verb)
    last = last if place is None else place - 2
    ends = not has_words(verb.doc, last + 1, len(verb.doc) - 1)
    if any(is_circumstance(child, before=first if ends else None) for child in verb.children):
        return
    if any(token.text == ":" for token in verb.doc[last + 1 : last + 2]):
        return  # what was said follows
    yield from sentence_around(verb.doc, first, last, cue=verb, subject=subject, rule=rule)


def beside(subject: "Token") -> int:
    """Give the first word of what stands right before a subject as one, too: `the news agency| Itar said`.

    So does what the parser took for an addition to the word before a comma: `through Omsk, |the operator| Itar said`.
    """
    first = int(subject.left_edge.i)
    others = (child for child in subject.head.children if child.dep_ == "nsubj" and child.i < subject.i)
    before = subject.doc[first - 1] if first else subject
    is_added = before.dep_ == "appos" and before.left_edge.i > 0 and before.doc[before.left_edge.i - 1].text == ","
    start = int(before.left_edge.i) if is_added else first
    return min((int(child.left_edge.i) for child in others if child.i == first - 1), default=start)


def addressee(verb: "Token") -> "Token | None":
    """Return whom a verb of telling has behind it, if anybody: `a spokesman told | the agency`."""
    if verb.lemma_ not in TELLING:
        return None
    return next((child for child in verb.children if child.i > verb.i and child.dep_ == "dobj"), None)


def is_circumstance(clause: "Token", *, before: int | None) -> bool:
    """Tell whether a clause before a verb of speech says when or upon what somebody spoke, not what was said.

    It is a participle with nobody of its own, `asked whether he would go, Lobov said`, or all that stands before the
    verb and its subject, which begin at `before` and end the sentence: `while prices fell, Lobov complained of it`.
    """
    if clause.dep_ != "advcl" or clause.i > clause.head.i:
        return False
    if any(child.dep_ == "mark" or child.tag_ == "WRB" for child in clause.children):
        return before is not None and clause.left_edge.i <= 1 and clause.right_edge.i >= before - FEWEST_WORDS
    has_subject = any(child.dep_ in SUBJECTS for child in clause.children)
    is_participle = clause.tag_ in ("VBN", "VBG") or (clause.lower_ == "asked" and clause.tag_ == "VBD")
    return not has_subject and is_participle and clause.left_edge.i == 0


def around_source(according: "Token") -> Iterator[Report]:
    """Yield the sentence around `according to SOMEONE`."""
    for preposition in according.children:
        for source in preposition.children:
            if source.dep_ == "pobj":
                yield from sentence_around(
                    according.doc,
                    according.i,
                    source.right_edge.i,
                    cue=according,
                    subject=source,
                    rule="according to",
                )


def around_view(view: "Token") -> Iterator[Report]:
    """Yield the sentence around `in the view of SOMEONE` or `in SOMEONE's opinion`."""
    owner = owner_or_source(view, inside=NOTHING_QUOTED)
    if owner is not None and can_report(owner):
        first, last = view.head.i, view.right_edge.i
        yield from sentence_around(view.doc, first, last, cue=view, subject=owner, rule="in the view of")


def sentence_around(
    document: "Doc", first: int, last: int, *, cue: "Token", subject: "Token | None", rule: str
) -> Iterator[Report]:
    """Yield what stands before and after the words `first` to `last` as one report, where one of the two is a clause.

    What follows must be parted from them by a comma or a dash, unless they open the sentence; a clause that `and` or
    `but` begins is the writer's.
    """
    is_parted = last + 1 < len(document) and (document[last + 1].text in BREAKS or first < FEWEST_WORDS)
    added = document[last + 2] if is_parted and last + 2 < len(document) else None
    goes_on = is_parted and not (added is not None and is_new(added))
    begin = behind_colon(document, first) if subject is not None and subject.tag_ == "PRP" else 0
    candidates = [(begin, first - 1), (last + 1, len(document) - 1)] if goes_on else [(begin, first - 1)]
    parts = [
        part
        for part in candidates
        if (has_words(document, *part) or is_subject_alone(document, *part)) and not is_occasion(document, *part)
    ]
    if not parts or (len(parts) == 1 and is_one_phrase(document, *parts[0])):
        return
    clauses = [is_finite(document, *part) for part in parts]
    is_all = parts == [(0, first - 1)] and not has_words(document, last + 1, len(document) - 1)
    if not (any(clauses) or (is_all and is_told_whole(document, first))):
        return
    whole = Report(first=parts[0][0], last=parts[-1][1], cue=cue, subject=subject, rule=rule)
    if len(parts) == 1:
        yield whole
    else:
        yield replace(whole, gap=(first, last), clauses=(clauses[0], clauses[1]))


def behind_colon(document: "Doc", end: int) -> int:
    """Give the word behind the last colon before one, or the first: `Orlov was wary: |the price, he said, was high`."""
    return max((token.i + 1 for token in document[:end] if token.text == ":"), default=0)


def is_occasion(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part is what somebody did in speaking, not what was said: `citing a report, he said, prices …`.

    So is what he was asked: `When asked about it, he said, “…”`.
    """
    word = document[first]
    opening = [token.lower_ for token in document[first : min(last + 1, first + 2)]]
    if opening[0] == "asked" or opening == ["when", "asked"]:
        return True
    return word.tag_ == "VBG" and kind_of(word.text) == "speech" and not is_finite(document, first, last)


def is_one_phrase(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part is a phrase that a preposition begins: `to the question whether he would run, he said`."""
    word = document[first]
    return word.pos_ == "ADP" and word.right_edge.i >= last - document[last].is_punct and word.head.i > last


def has_words(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part of a sentence holds as many words as a report must."""
    return sum(1 for token in document[first : last + 1] if not token.is_punct) >= FEWEST_WORDS


def is_told_whole(document: "Doc", end: int) -> bool:
    """Tell whether what stands before an attribution at a sentence's end is one, with a verb misread as a participle.

    `A late harvest combined to support prices, | traders said`, but not `Asked about prices, | traders said`.
    """
    verbs = [token for token in document[:end] if token.tag_ == "VBN"]
    return any(token.i > FEWEST_WORDS and token.lower_.endswith("ed") for token in verbs) and document[0].tag_ != "VBN"


def is_subject_alone(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part holds no more than the subject of what goes on later: `Moscow, he promised, will pay`."""
    words = [token for token in document[first : last + 1] if not token.is_punct]
    if len(words) != 1 or words[0].head.i <= last:
        return False
    return words[0].dep_ in SUBJECTS or (words[0].dep_ == "npadvmod" and not is_time(words[0]))


def is_finite(document: "Doc", first: int, last: int) -> bool:
    """Tell whether a part of a sentence holds a verb that stands for itself, or begins by telling what to do."""
    is_order = document[first].tag_ == "VB" and first == 0
    return is_order or any(token.tag_ in FINITE_OR_MODAL for token in document[first : last + 1])

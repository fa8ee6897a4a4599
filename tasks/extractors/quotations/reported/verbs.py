"""Finds what a verb reports without quotation marks, as words of a parse."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.reported.complements import Complement, clause_start, complement_of, finding_of
from tasks.extractors.quotations.reported.extents import clause_end
from tasks.extractors.quotations.reported.foreseen import is_foreseen
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.additions import subject_before
from tasks.extractors.quotations.syntax.grammar import FINITE, NOTHING_QUOTED
from tasks.extractors.quotations.syntax.inversions import inverted_aside, inverted_subject
from tasks.extractors.quotations.syntax.sources import can_report, can_speak
from tasks.extractors.quotations.syntax.subjects import agent_of, is_passive, speaker_of
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

STUDIES = words_for("study")
"""What finds things out by counting or looking: its findings need not be a clause."""


NAMING_A_SOURCE = words_for("verb of naming a source")
"""What sources decline: `to be named`, `to be identified further`."""


REFERRING = frozenset({"cite", "quote"})
"""Verbs whose object is a source, or what is said."""
BIDDING = words_for("verb of bidding")
OFFERED_IN_WORDS = words_for("offered in words")
"""What is said in offering it, `offered an apology`, unlike a price, a car or a service."""
HEARD = "unattributed speech"
"""What a court hears is said, whatever verb says so."""
CLOSING = frozenset({'"', "''", "”", "’"})
NO_SOURCES = frozenset({"time", "nothing", "anything", "something", "everything"})
"""What says nothing: `only time will tell`, `nothing to reassure investors that …`."""


def by_verbs(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield what the verbs of a sentence report after them."""
    for token in words:
        if token.lemma_ == "hear" and is_hearing(token):
            yield from by_nobody(token)
        elif token.pos_ == "VERB" and reports_of(token.text) and not is_aside(token):
            is_told_of = is_passive(token)
            find_subject = agent_of if is_told_of else speaker_of
            subject = find_subject(token, inside=NOTHING_QUOTED) or (None if is_told_of else parted_subject(token))
            if subject is not None:
                yield from by_verb(token, subject)
            elif is_told_of or kind_of(token.text) == "speech":
                yield from by_nobody(token)


def describes_some(verb: "Token") -> bool:
    """Tell whether a participle right behind a noun only says which ones are meant: `people | wanting to leave`."""
    is_beside = verb.dep_ in ("acl", "csubj") and verb.i > 0 and verb.nbor(-1).pos_ == "NOUN"
    return is_beside and verb.tag_ == "VBG" and kind_of(verb.text) == "attitude"


def parted_subject(verb: "Token") -> "Token | None":
    """Find the name that begins a sentence, parted by commas from a verb that the parser found no subject for.

    `Rosa Hill, who runs the team, said it would play.`
    """
    if verb.tag_ not in FINITE or kind_of(verb.text) != "speech" or verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    subject = subject_before(verb)
    return subject if subject is not None and subject.left_edge.i == 0 and can_speak(subject) else None


def is_hearing(verb: "Token") -> bool:
    """Tell whether it is a court or the like that hears what others say: `the inquest heard that he had fled`."""
    subjects = (child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i)
    return any(subject.lemma_.lower() in words_for("hearing") for subject in subjects)


def is_aside(verb: "Token") -> bool:
    """Tell whether a verb reports what stands before it, `…, argues the report`, or nothing.

    So it is with `not to mention`, `adding to the chaos`, what somebody is asked to say, `was asked to explain`, and
    what only says which ones are meant: `people wanting to leave`.
    """
    if verb.dep_ == "xcomp" and verb.head.lemma_ in BIDDING and verb.left_edge.lower_ == "to":
        return True
    if verb.lower_ == "adding" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "to":
        return True
    if verb.lower_ == "mention" and verb.i > 1 and [verb.nbor(-2).lower_, verb.nbor(-1).lower_] == ["not", "to"]:
        return True
    return describes_some(verb) or inverted_subject(verb) is not None or inverted_aside(verb) is not None


def by_verb(verb: "Token", subject: "Token") -> Iterator[Report]:
    """Yield what a verb with a subject reports; nothing where the subject cannot be the source of that."""
    found = reported_by(verb, subject)
    if found is not None:
        yield Report(first=found.first, last=found.last, cue=verb, subject=subject, rule=f"reported {found.form}")


def reported_by(verb: "Token", subject: "Token") -> Complement | None:
    """Find the complement of a verb that its subject says, thinks or shows."""
    reported = reports_of(verb.text)
    if "finding" in reported and subject.lemma_.lower() in STUDIES:
        return complement_of(verb, allowed=frozenset({"clause"})) or finding_of(verb)
    allowed = reported | {"clause"} if "finding" in reported else reported
    complement = complement_of(verb, allowed=allowed)
    is_nobody = subject.lower_ == "it" and subject.head.i != verb.i  # `it is hard to say`
    if complement is None or is_nobody or is_anonymity(verb.doc[complement.last], complement):
        return None
    if is_foreseen(verb, complement.form):
        return None
    if verb.lemma_ in REFERRING and complement.form == "object" and any(map(is_source, verb.children)):
        return None
    if verb.lemma_ == "offer" and complement.form == "object" and not any(map(is_offered_in_words, verb.children)):
        return None
    is_held = finds(verb, subject) if complement.form == "clause" else stands_for(verb, subject)
    return complement if is_held else None


def is_source(thing: "Token") -> bool:
    """Tell whether an object is somebody: `citing | officials` names who spoke, `citing | costs` what was said."""
    return thing.dep_ == "dobj" and can_speak(thing)


def is_offered_in_words(thing: "Token") -> bool:
    """Tell whether an object of `offer` is said in offering it: `offered | an apology`, but not `offered | 4 dlrs`."""
    return thing.dep_ == "dobj" and thing.lemma_.lower() in OFFERED_IN_WORDS


def is_anonymity(last: "Token", complement: Complement) -> bool:
    """Tell whether what somebody asks or declines is to be named: it says who spoke, not what."""
    return complement.form == "infinitive" and last.lemma_ in NAMING_A_SOURCE and complement.last - complement.first < 4


def finds(verb: "Token", subject: "Token") -> bool:
    """Tell whether a subject can be the source of the clause after a verb: whoever says so, or what finds it out."""
    reported = reports_of(verb.text)
    if subject.lemma_.lower() in NO_SOURCES or (subject.lower_ == "you" and kind_of(verb.text) != "speech"):
        return False
    if "clause" in reported and (kind_of(verb.text) == "speech" or can_report(subject)):
        return True
    if verb.lemma_ == "find" and verb.tag_ != "VB" and can_speak(subject) and any(map(holds_that, verb.children)):
        return True
    is_evidence = kind_of(verb.text) == "evidence" and not can_speak(subject)
    return "finding" in reported and (is_evidence or shows(subject))


def holds_that(clause: "Token") -> bool:
    """Tell whether a clause is introduced by `that`: `found | that wages had risen`, but not `found | he was ill`."""
    return clause.dep_ == "ccomp" and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def stands_for(verb: "Token", subject: "Token") -> bool:
    """Tell whether a subject can hold what a verb takes besides a clause; the reader who is asked does not."""
    is_asked = subject.lower_ == "you" and kind_of(verb.text) != "speech"
    return can_report(subject) and not is_asked


def by_nobody(verb: "Token") -> Iterator[Report]:
    """Yield the clause after a verb of speech that names no speaker: `it was reported that`, `the court heard that`."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    if verb.i > 0 and verb.nbor(-1).text in CLOSING and clause is not None and clause.left_edge.i == verb.i + 1:
        return  # `"Yes," said one analyst who declined to be named`
    if clause is not None and ("clause" in reports_of(verb.text) or verb.lemma_ == "hear"):
        rule = HEARD if verb.lemma_ == "hear" else "unattributed clause"
        yield Report(first=clause_start(verb, clause), last=clause_end(clause), cue=verb, subject=None, rule=rule)


def shows(subject: "Token") -> bool:
    """Tell whether a word is a source that finds things out: a poll, a study, a commission, or the plural of one."""
    return noun_kind(subject.lemma_) in ("carrier", "organization")

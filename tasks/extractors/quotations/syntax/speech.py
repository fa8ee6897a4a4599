"""Tells what kind of speech a verb is in its sentence, `put it`, `went on`, and which earlier verb it goes on from."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of, reports_of
from tasks.extractors.quotations.syntax.grammar import FINITE, SUBJECTS
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def speech_kind(verb: "Token", *, goes_with_clause: bool = False) -> str | None:
    """Give the kind of a verb: `as he put it` is speech, `he laughed` only beside a quoted clause."""
    if verb.lemma_ == "put" and any(child.dep_ == "dobj" and child.lower_ == "it" for child in verb.children):
        return "speech"
    if verb.lemma_ == "go" and any(child.lower_ == "on" for child in verb.children):
        return "speech" if goes_with_clause else None
    if verb.lemma_ == "point" and any(child.lower_ == "out" for child in verb.children):
        return "speech"
    kind = kind_of(verb.text) or kind_of(verb.lemma_)
    if kind == "manner":
        return "speech" if goes_with_clause else None
    return kind


def retold(verb: "Token") -> "Token | None":
    """Find the earlier verb of speech that a second one goes on from: `said it had backed the plan and said …`.

    So does a verb of the same form that the subject of the clause before it cannot do: `say pay will rise and think …`,
    and a participle behind a clause of another participle: `saying it was late - and arguing …`.
    """
    participle = joined_participle(verb) or over_infinitive(verb)
    if participle is not None:
        return participle
    earlier = above_relative(verb.head) if verb.head.dep_ == "relcl" else verb.head.head
    if resumes_wish(verb, earlier):
        return earlier
    if verb.dep_ != "conj" or verb.head.dep_ not in ("ccomp", "relcl") or kind_of(earlier.text) != "speech":
        return None
    is_parted = verb.nbor(-1).pos_ == "CCONJ" and verb.i > 1 and verb.nbor(-2).text == ","
    is_speech = kind_of(verb.text) == "speech" or (is_parted and kind_of(verb.text) == "naming")
    if is_speech and earlier.tag_ == verb.tag_ and (is_parted or verb.head.dep_ == "ccomp"):
        return earlier
    if verb.head.dep_ == "relcl":
        return None
    return earlier if goes_on_from(verb, earlier) else None


def resumes_wish(verb: "Token", earlier: "Token") -> bool:
    """Tell whether a verb cannot go on the clause that it is joined to: `fears that it could spread and |wants to`."""
    is_modal = any(child.tag_ == "MD" for child in verb.head.children)
    has_auxiliary = any(child.dep_ == "aux" for child in verb.children)
    is_joined = verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and is_modal and not has_auxiliary
    return is_joined and verb.tag_ == earlier.tag_ and verb.tag_ in FINITE and bool(reports_of(verb.text))


def joined_participle(verb: "Token") -> "Token | None":
    """Find the participle that a second one goes on from, over the clause of the first, which is joined to none."""
    clause = verb.head
    while clause.dep_ == "conj" and clause.tag_ != "VBG" and clause.head.i != clause.i:
        clause = clause.head
    is_second = verb.dep_ == "conj" and verb.tag_ == "VBG" and bool(reports_of(verb.text))
    is_clause = clause.dep_ == "ccomp" and clause.tag_ != "VBG" and clause.head.tag_ == "VBG"
    return clause.head if is_second and is_clause else None


def over_infinitive(verb: "Token") -> "Token | None":
    """Find the verb that a finite one of its form goes on from, over the bare one that the parser joined it to.

    `told |ministries| to curb spending and |promised a review`: who is told to do it does not promise. So it is with
    `voiced concern at a freeze that would help them and |urged a delay`.
    """
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or verb.head.tag_ != "VB":
        return None
    above = verb.head
    while above.head.i != above.i and above.tag_ != verb.tag_:
        above = above.head
    return above if above.tag_ == verb.tag_ and above.i < verb.head.i else None


def above_relative(verb: "Token") -> "Token":
    """Return the verb over what a relative clause describes: `recalled` over `the siege, in which 147 |had died`."""
    node = verb.head
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i:
        node = node.head
    return node


def goes_on_from(verb: "Token", earlier: "Token") -> bool:
    """Tell whether a verb is joined to an earlier verb of speech over a clause whose own subject is a thing."""
    forms = {earlier.tag_, "VB"} if earlier.tag_ == "VBP" else {earlier.tag_}
    thing = next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
    is_thing = thing is not None and thing.pos_ == "NOUN" and noun_kind(thing.lemma_) in (None, "carrier")
    return is_thing and verb.tag_ in forms and bool(reports_of(verb.text))

"""Finds what nouns and adjectives report: `Orlov's claim that …`, `doubts about whether …`, `is willing to …`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import forms_after
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.reported.complements import has_to
from tasks.extractors.quotations.reported.extents import clause_end
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.quotations.syntax.grammar import NOTHING_QUOTED, SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_report, can_speak
from tasks.extractors.quotations.syntax.subjects import author_of, issuer_of, owner_or_source, speaker_of
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_nouns(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield what nouns for words and views hold: `Orlov's claim that …`, `reports that …`, `his support of the plan`.

    Nobody needs to be named for a clause with `that`, or for what somebody meets: `faced questions about …`. Of all
    else somebody must be known to hold it.
    """
    for token in words:
        is_noun = token.pos_ == "NOUN" and not is_reason(token)
        held = forms_after(token.lemma_, part="noun") if is_noun else frozenset()
        for child in token.children:
            form = form_of(child)
            if child.i > token.i and form in held:
                holder = holder_of(token)
                is_inside = holder is not None and child.left_edge.i <= holder.i <= child.right_edge.i
                holder = None if is_inside else holder
                if holder is not None or form == "that" or (is_met(token) and form != "infinitive"):
                    yield report_of(child, cue=token, subject=holder, rule="reported noun")
                    break


def is_reason(noun: "Token") -> bool:
    """Tell whether a noun only begins a reason or duty and is no view: `in view of the frost`, `took charge of it`."""
    is_taken = noun.lower_ == "charge" and noun.dep_ == "dobj" and noun.head.lemma_ in ("take", "have", "assume")
    is_bare = noun.i > 0 and noun.nbor(-1).i == noun.head.i
    is_within = noun.lower_ in ("view", "charge") and noun.i > 0 and noun.nbor(-1).lower_ == "in"
    return is_within or (is_taken and is_bare)


def by_copulas(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield the clause that says what a noun for words holds: `his message was that …`."""
    for token in words:
        if token.lemma_ != "be":
            continue
        noun = next((child for child in token.children if child.dep_ == "nsubj"), None)
        clause = next((child for child in token.children if child.dep_ == "ccomp" and child.i > token.i), None)
        if noun is not None and clause is not None and "that" in forms_after(noun.lemma_, part="noun"):
            yield report_of(clause, cue=noun, subject=holder_of(noun), rule="reported noun")


def by_adjectives(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield what adjectives hold of somebody: `is willing to …`, `is confident that …`, `is critical of …`."""
    for token in words:
        held = forms_after(token.text, part="adjective")
        if not held or token.dep_ == "amod" or is_seen_to(token):
            continue
        subject = holder_of_adjective(token)
        if subject is None or not can_report(subject):
            continue
        child = next((child for child in token.children if child.i > token.i and form_of(child) in held), None)
        child = child or (made_clear(token) if is_made(token) else None)
        if child is not None:
            yield report_of(child, cue=token, subject=subject, rule="reported adjective")


def holder_of_adjective(adjective: "Token") -> "Token | None":
    """Find of whom an adjective tells a view, or who makes something clear: `|Lobov| made it clear that …`."""
    if is_made(adjective):
        return speaker_of(adjective.head, inside=NOTHING_QUOTED)
    own = next((child for child in adjective.children if child.dep_ in SUBJECTS and child.i < adjective.i), None)
    above = adjective.head if adjective.head.pos_ in ("AUX", "VERB") else adjective
    return own or speaker_of(above, inside=NOTHING_QUOTED)


def is_seen_to(adjective: "Token") -> bool:
    """Tell whether somebody sees to something rather than believes it: `make | sure they come`."""
    before = adjective.nbor(-1) if adjective.i else adjective
    return adjective.lower_ in ("sure", "certain") and before.lemma_ == "make"


def is_made(adjective: "Token") -> bool:
    """Tell whether somebody makes `it` what an adjective says: `made it | clear`, `made it quite | clear`."""
    place = adjective.i - 1
    while place > 0 and adjective.doc[place].tag_ == "RB":
        place -= 1
    it = adjective.doc[max(place, 0)]
    return adjective.head.lemma_ == "make" and it.lower_ == "it" and adjective.lower_ in ("clear", "plain")


def made_clear(adjective: "Token") -> "Token | None":
    """Find the clause with `that` which is made clear, whatever the parser hung it on."""
    clauses = [*adjective.children, *adjective.head.children]
    return next((child for child in clauses if child.i > adjective.i and holds_that(child)), None)


def by_topics(words: Sequence["Token"]) -> Iterator[Report]:
    """Yield the clauses and gerunds after `about`, whatever word stands before it: `a debate about how to …`."""
    for token in words:
        if token.lower_ != "about" or token.dep_ != "prep" or is_yet_to_be(token.head):
            continue
        for child in token.children:
            if child.dep_ == "pcomp" and child.right_edge.i > token.i:
                yield report_of(child, cue=token.head, subject=source_of(token.head), rule="reported topic")


def is_yet_to_be(noun: "Token") -> bool:
    """Tell whether words are only foreseen: `there will be talk | about it`, `there will be much of it`."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    parts = list(top.head.children) if top.dep_ == "attr" else []
    return any(part.dep_ == "expl" for part in parts) and any(part.tag_ == "MD" for part in parts)


def report_of(child: "Token", *, cue: "Token", subject: "Token | None", rule: str) -> Report:
    """Make a report of a clause or phrase, without the preposition that begins it."""
    return Report(first=max(child.left_edge.i, cue.i + 1), last=clause_end(child), cue=cue, subject=subject, rule=rule)


def form_of(child: "Token") -> str:
    """Name the form of what hangs on a word: its preposition, `that`, `infinitive`, `clause`, or nothing."""
    if child.dep_ == "prep":
        return child.lower_ if child.right_edge.i > child.i else ""
    if child.dep_ not in ("acl", "ccomp", "relcl", "xcomp"):
        return ""
    if child.dep_ == "ccomp":
        return "clause"
    if holds_that(child):
        return "that"
    return "infinitive" if has_to(child) else ""


def holds_that(clause: "Token") -> bool:
    """Tell whether a clause is introduced by `that`."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def is_met(noun: "Token") -> bool:
    """Tell whether the words that a noun names are others' than his who meets them: `drew criticism`."""
    is_object = noun.dep_ == "dobj" and noun.lemma_ != "attack"  # `mounted attacks on the town`
    return is_object and issuer_of(noun, inside=NOTHING_QUOTED) is not None


def holder_of(noun: "Token") -> "Token | None":
    """Find who holds what a noun names: the owner, the author, or whoever puts it out; not who answers to it."""
    inside = NOTHING_QUOTED
    holder = owner_before(noun) or owner_or_source(noun, inside=inside)
    is_answered = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lower_ != "according"
    if is_answered:
        return holder if holder is not None and can_speak(holder) else None
    if holder is None and (noun.dep_ != "dobj" or noun.head.lemma_ in words_for("verb of holding a view")):
        holder = author_of(noun, inside=inside) or issuer_of(noun, inside=inside)
    return holder if holder is not None and can_speak(holder) else None


def owner_before(noun: "Token") -> "Token | None":
    """Find the noun right before one for words or views that says whose they are: `government| plans to sell`."""
    before = noun.nbor(-1) if noun.i > 0 else noun
    is_owner = before.dep_ == "compound" and before.head.i == noun.i and before.pos_ == "NOUN"
    return before if is_owner and noun_kind(before.lemma_) in ("person", "organization") else None


def source_of(word: "Token") -> "Token | None":
    """Find who speaks or thinks about something: the holder of a noun, the subject of a verb."""
    if word.pos_ == "NOUN":
        return holder_of(word)
    subject = speaker_of(word, inside=NOTHING_QUOTED) if word.pos_ in ("VERB", "AUX") else None
    return subject if subject is not None and can_report(subject) else None

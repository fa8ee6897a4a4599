"""Tells what a verb takes after it: a clause, an infinitive, a gerund, a description, an object, or a phrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import forms_after, kind_of, reports_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.reported.extents import clause_end, tells_occasion
from tasks.extractors.quotations.reported.object_extents import findings_end, object_end
from tasks.extractors.quotations.syntax.grammar import FINITE_OR_MODAL, SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_speak, is_time
from tasks.extractors.quotations.syntax.subjects import is_passive
from tasks.extractors.vocabulary.outlets import known_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "oprd"})
AROUND = frozenset({"after", "before", "during"})
"""What stands before an occasion on which somebody spoke: `said |before the vote that …`."""
TELLING = words_for("verb of telling")
BIDDING = words_for("verb of bidding")
AMOUNTS = OBJECTS | {"npadvmod", "nummod", "advmod"}
BREAKS = frozenset({",", "-", "–", "—"})
FEWEST_BEFORE = 2
"""Words and marks before the subject of a verb that is put into a sentence: `Moscow, |he said`."""
DENYING = frozenset({"deny", "admit"})
ASKING = frozenset({"ask", "wonder", "inquire"})
RELATIVE_SUBJECTS = frozenset({"what", "which", "who", "that", "whatever"})
STEPS = words_for("noun for steps")
"""Nouns that tell nothing without what is to be done: `announced measures`."""
LONGEST_OUTLET = 3
"""Words of an outlet's name that was told something."""
EMPTY_OBJECTS = frozenset({"it", "that", "this"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """What a verb takes, by its form and the numbers of its first and last word."""

    form: str
    first: int
    last: int


def complement_of(verb: "Token", *, allowed: frozenset[str]) -> Complement | None:
    """Find what a verb takes: the first in the order clause, infinitive, gerund, description, object, phrase.

    `allowed` names the forms that the verb reports; what it takes in another form, such as `asked him`, is nothing.
    """
    after = [child for child in verb.children if child.i > verb.i]
    thing = next((child for child in after if child.dep_ in OBJECTS), None)
    found = (
        clause(verb, after)
        or infinitive(verb, after, opening=thing)
        or gerund(after)
        or description(after, thing)
        or (object_of(thing, after) if thing is not None and "object" in allowed and not suffers(thing, verb) else None)
        or phrase(after, opening=thing, allowed=allowed)
    )
    return found if found is not None and found.form in allowed | {"phrase"} else None


def clause(verb: "Token", after: Sequence["Token"]) -> Complement | None:
    """Find the clause after a verb: `said | he would go`, `said | that …`; not that of `what he said were lies`."""
    for child in after:
        is_said = child.dep_ == "ccomp" and not is_infinitive(child) and not is_relative(child, verb)
        if is_said and not resumes(child, verb):
            return Complement(form="clause", first=clause_start(verb, child), last=clause_end(child, after))
    return next((found for child in after if (found := apart(child, verb))), None)


def apart(child: "Token", verb: "Token") -> Complement | None:
    """Find a clause that the parser hung elsewhere: `asked Lobov | if he was ill`, `said at the time | that he was`.

    So it is with whoever is told: `quoted Lobov as telling deputies | that the budget was ready`.
    """
    if child.dep_ == "advcl" and verb.lemma_ in ASKING and child.left_edge.lower_ in ("if", "whether"):
        return Complement(form="clause", first=child.left_edge.i, last=clause_end(child))
    if child.dep_ == "xcomp" and child.i == verb.i + 1 and child.tag_ == "VBG" and verb.lemma_ in TELLING:
        clause = next((each for each in child.children if each.dep_ == "ccomp"), None)  # `told visiting aides that`
        return Complement(form="clause", first=clause.left_edge.i, last=clause_end(clause)) if clause else None
    nouns = (noun for noun in child.children if noun.dep_ == "pobj") if child.dep_ == "prep" else ()
    later = next((clause for clause in child.children if clause.dep_ == "pcomp" and clause.tag_ != "VBG"), None)
    mark = next((word.i for word in later.children if word.lower_ == "that"), None) if later is not None else None
    if later is not None and mark is not None and any(word.dep_ in SUBJECTS for word in later.children):
        return Complement(form="clause", first=mark, last=clause_end(later))  # `said after the session that`
    holders = [noun for noun in nouns if is_time(noun) or tells_occasion(noun) or child.lower_ in AROUND]
    if child.dep_ in ("dobj", "dative") and verb.lemma_ in TELLING and can_speak(child):
        holders.append(child)
    clauses = (clause for noun in holders for clause in noun.children if clause.dep_ in ("acl", "relcl", "ccomp"))
    for held in clauses:
        that = next((word for word in held.children if word.lower_ == "that" and word.i < held.i), None)
        is_mark = that is not None and (that.dep_ == "mark" or is_time(held.head))
        if that is not None and is_mark and any(word.dep_ in SUBJECTS and word != that for word in held.children):
            return Complement(form="clause", first=that.i, last=clause_end(held))
    return None


def resumes(clause: "Token", verb: "Token") -> bool:
    """Tell whether a clause after a verb goes on with what stands before it: `The reactor, he told RIA, | will start`.

    Its first word is a verb, and marks part both it and the subject of the verb from the rest.
    """
    return resumption(clause, verb) is not None


def resumption(clause: "Token", verb: "Token") -> int | None:
    """Give the number of the word with which a clause goes on behind the verb of speech that is put into it.

    Its subject, if the parser has found it, stands before that of the verb: `Thieves, he said, | seldom rest`.
    """
    own = [child.left_edge.i for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    if clause.dep_ != "ccomp" or not own or max(own) < FEWEST_BEFORE:
        return None
    subjects = [child.i for child in clause.children if child.dep_ in SUBJECTS]
    if any(place >= max(own) for place in subjects):
        return None
    rest = (token for token in clause.subtree if token.i > verb.i and not token.is_punct)
    first = next(rest, None) if subjects else clause.left_edge
    if first is None or first.tag_ not in FINITE_OR_MODAL:
        return None
    is_parted = all(clause.doc[place - 1].text in BREAKS for place in (max(own), first.i))
    return int(first.i) if is_parted else None


def clause_start(verb: "Token", clause: "Token") -> int:
    """Give the number of the first word of a clause; a subject that the parser hung elsewhere belongs to it.

    `said the twin-engined 767-200's, costing 130 mln dlrs, | would be delivered`, `told the house | wages had risen`.
    What stands before `that` between commas does not: `reported, citing an aide, | that talks would resume`.
    """
    first = max(clause.left_edge.i, verb.i + 1)
    after = [child for child in verb.children if verb.i < child.i < first]
    has_subject = any(child.dep_ in SUBJECTS for child in clause.children)
    if not has_subject and [child.dep_ for child in after] == ["dative", "dobj"]:
        return int(after[1].left_edge.i)
    if (later := behind_time(verb, clause, first)) is not None:
        return later
    told = behind_outlet(verb) if verb.lemma_ in TELLING else None
    is_lost = not has_subject and any(child.dep_ == "dobj" and told is not None and child.i >= told for child in after)
    if told is not None and (first < told or is_lost):
        return told
    that = next((child.i for child in clause.children if child.dep_ == "mark" and child.lower_ == "that"), first)
    if that > first and verb.doc[that - 1].text == ",":
        return that
    gap = verb.doc[verb.i + 1 : first]
    is_asked = is_passive(verb) and any(child.dep_ == "dobj" for child in after)  # `was told | her post was lost`
    is_whole = has_subject or (verb.lemma_ in TELLING - {"show"} and not is_asked)
    if is_whole or not gap or gap[0].is_punct or not any(token.pos_ in ("NOUN", "PROPN") for token in gap):
        return first
    return verb.i + 1


def behind_time(verb: "Token", clause: "Token", first: int) -> int | None:
    """Give the first word behind when something was said, of what is yet to come: `said last week | it would pay`."""
    when = next((child for child in clause.children if child.dep_ == "npadvmod" and child.left_edge.i == first), None)
    if when is None or first != verb.i + 1 or not is_time(when) or verb.doc[first].lower_ != "last":
        return None
    is_to_come = any(child.tag_ == "MD" for child in clause.children)
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    return when.i + 1 if is_to_come and subject is not None and subject.left_edge.i == when.i + 1 else None


def behind_outlet(verb: "Token") -> int | None:
    """Give the first word behind an outlet that was told what a noun begins: `told Reuters | planting would end`."""
    names = (place for place in range(verb.i + LONGEST_OUTLET, verb.i, -1) if place + 1 < len(verb.doc))
    last = next((place for place in names if known_outlet(verb.doc[verb.i + 1 : place + 1].text)), None)
    return last + 1 if last is not None and verb.doc[last + 1].pos_ in ("NOUN", "DET", "ADJ", "PRON") else None


def is_relative(clause: "Token", verb: "Token") -> bool:
    """Tell whether a relative pronoun before the verb is the subject of a clause: `what he said were lies`.

    Behind a noun the clause is what is said of it: `a plan that he said | would fail`.
    """
    return verb.dep_ != "relcl" and any(
        child.dep_ in SUBJECTS and child.i < verb.i and child.lower_ in RELATIVE_SUBJECTS for child in clause.children
    )


def infinitive(verb: "Token", after: Sequence["Token"], *, opening: "Token | None") -> Complement | None:
    """Find the infinitive after a verb, with the one who is to do it: `urged | them to go`, `refused | to go`.

    The parser may have hung it on the one who is to do it: `are telling | councils to go`.
    """
    if verb.lemma_ == "decline" and any(
        token.tag_ == "CD" for child in after for token in child.subtree if child.dep_ in AMOUNTS
    ):
        return None
    bidden = opening if opening is not None and verb.lemma_ in BIDDING and can_speak(opening) else None
    hung = [child for child in bidden.children if child.dep_ == "acl" and child.tag_ == "VB"] if bidden else []
    for child in [*filter(is_infinitive, after), *filter(has_to, hung)]:
        if child.i > verb.i:
            start = opening if opening is not None and opening.i < child.i else child
            return Complement(
                form="infinitive", first=max(start.left_edge.i, verb.i + 1), last=clause_end(child, after)
            )
    return None


def gerund(after: Sequence["Token"]) -> Complement | None:
    """Find the gerund after a verb: `proposed | closing the base`; of `denied accusing them` the second verb tells."""
    for child in after:
        is_told = child.head.lemma_ in DENYING and bool(reports_of(child.text))
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and not is_told:
            return Complement(form="gerund", first=child.left_edge.i, last=clause_end(child, after))
    return None


def description(after: Sequence["Token"], thing: "Token | None") -> Complement | None:
    """Find what something is called: `called | Orlov a fraud`, `called | the deal unfair`."""
    name = next((child for child in after if child.dep_ == "oprd"), None)
    if name is not None and name is not thing:
        start = thing if thing is not None and thing.i < name.i else name
        return Complement(form="description", first=start.left_edge.i, last=clause_end(name, after))
    if thing is not None and any(child.pos_ == "ADJ" and child.i > thing.i for child in thing.children):
        return Complement(form="description", first=thing.left_edge.i, last=object_end(thing, after))
    return None


def object_of(thing: "Token", after: Sequence["Token"]) -> Complement | None:
    """Find the object of a verb with what belongs to it: `rejected | the charge`.

    A bare `it` tells nothing, nor does a bare noun for words: `announced plans`.
    """
    if any(passes_on(child) for child in after):
        return None
    held = next((child for child in after if child.dep_ == "advcl" and holds_apart(thing, child)), None)
    last = object_end(thing, after) if held is None else clause_end(held)
    found = Complement(form="object", first=thing.left_edge.i, last=last)
    is_empty = thing.lower_ in EMPTY_OBJECTS or bool(forms_after(thing.lemma_, part="noun")) or thing.lemma_ in STEPS
    return None if is_empty and found.first == found.last else found


def suffers(thing: "Token", verb: "Token") -> bool:
    """Tell whether a verb does something to somebody and tells nothing: `threatened | Lobov`, not `| sanctions`.

    So do `confirmed | Lobov by 320 votes` and `dismissed | Lobov`. Nor does a source tell anything that is cited before
    what it tells: `reported, citing | an aide, that …`.
    """
    is_aside = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i < verb.head.i
    return can_speak(thing) and (is_aside or verb.lemma_ in words_for("verb of doing to people"))


def passes_on(preposition: "Token") -> bool:
    """Tell whether `as` and a verb of speech say that somebody is quoted: `quoted Orlov | as saying`."""
    verbs = (child for child in preposition.children if child.dep_ == "pcomp")
    return preposition.lower_ == "as" and any(kind_of(verb.text) == "speech" for verb in verbs)


def holds_apart(thing: "Token", infinitive: "Token") -> bool:
    """Tell whether an infinitive says what a noun holds, past a time between them: `announced plans today to go`."""
    gap = thing.doc[thing.right_edge.i + 1 : infinitive.left_edge.i]
    is_near = all(token.dep_ in ("npadvmod", "amod", "det", "nummod", "advmod") for token in gap)
    holds = "infinitive" in forms_after(thing.lemma_, part="noun") or thing.lemma_ in STEPS
    return is_near and has_to(infinitive) and holds


def finding_of(verb: "Token") -> Complement | None:
    """Find what a poll shows, where that is no clause: `showed | Orlov with a wide lead`."""
    after = [child for child in verb.children if child.i > verb.i]
    for child in after:
        if child.dep_ in OBJECTS:
            return Complement(form="finding", first=child.left_edge.i, last=findings_end(child, after))
    return None


def phrase(after: Sequence["Token"], *, opening: "Token | None", allowed: frozenset[str]) -> Complement | None:
    """Find the phrase with a preposition that a verb reports: `called for | calm`, `portrayed | the plan as a gift`.

    With it goes what somebody is to do: `called for | Lobov to leave`.
    """
    if opening is not None and "as" not in allowed:
        return None
    for child in after:
        if child.dep_ == "advcl" and child.left_edge.lower_ in allowed and has_to(child):
            return Complement(form="phrase", first=child.left_edge.i, last=clause_end(child))
        if child.dep_ == "prep" and child.lower_ in allowed and child.right_edge.i > child.i and not passes_on(child):
            start = child if opening is None else opening
            last = clause_end(child)
            task = next((each for each in after if is_infinitive(each) and each.left_edge.i == last + 1), None)
            return Complement(form="phrase", first=start.left_edge.i, last=clause_end(task) if task else last)
    return None


def is_infinitive(complement: "Token") -> bool:
    """Tell whether a word is the infinitive that a verb takes: `to go`, `to have gone`, `expects them to go`."""
    if complement.dep_ == "ccomp":
        return complement.tag_ == "VB" and has_to(complement)
    return complement.dep_ == "xcomp" and (complement.tag_ == "VB" or has_to(complement))


def has_to(verb: "Token") -> bool:
    """Tell whether `to` stands with a verb."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)

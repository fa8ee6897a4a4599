"""Tells whether a sentence says that something was not said: `did not tell`, `no one claimed`, `without saying`."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.syntax.grammar import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
FOCUS = frozenset({"only", "just", "merely", "simply", "solely"})
"""What takes the denial away after `not`: `not only said that …, but`."""
NOBODY = frozenset({"nobody", "none", "neither"})
DOUBTS = frozenset({"doubt", "question", "secret", "dispute", "denial"})
"""What affirms when there is none: `no doubt that`."""
ALTERNATIVES = frozenset({"or", "nor"})
"""What leads a denial on to the next verb: `did not confirm or say that …`."""
REFUSALS = words_for("verb of not saying")
"""Verbs whose infinitive or gerund is what somebody does not do: `refused to say`, `stopped short of saying`."""
OPENS_DENIAL = NOT | {"no", "nowhere"}
LONGEST_OPENING = 6
"""Words before the auxiliary of a clause that opens with its denial: `At no time in all these years did`."""
HIGHEST = 4
"""Steps from a verb of speech up to the verb that denies it."""


def is_negated(cue: "Token") -> bool:
    """Tell whether the words that a cue introduces are said not to have been said, or not to be held."""
    node = cue
    for _ in range(HIGHEST):
        if is_denied(node) or has_nobody(node):
            return True
        if node.dep_ == "pcomp" and is_without(node.head):
            return True
        if not shares_denial(node):
            return False
        node = node.head
        if node.lemma_.lower() in REFUSALS:
            return True
    return False


def is_denied(verb: "Token") -> bool:
    """Tell whether `not` or `never` stands with a verb, `yet` with `have`, `no` with a noun: `no comment`."""
    if is_inverted_after_denial(verb):
        return True
    if verb.lemma_ == "have" and any(child.lower_ == "yet" for child in verb.children):
        return True
    is_noun = verb.pos_ == "NOUN" and verb.lemma_ not in DOUBTS
    if is_noun and any(child.lower_ == "no" and child.dep_ == "det" for child in verb.children):
        return True
    return any(
        child.lower_ in NOT
        and child.dep_ in ("neg", "advmod", "preconj")
        and child.nbor(1 if child.i + 1 < len(child.doc) else 0).lower_ not in FOCUS
        for child in verb.children
    )


def is_inverted_after_denial(verb: "Token") -> bool:
    """Tell whether what denies a clause begins it and turns its words about: `Not once did Lobov say that …`."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    auxiliary = next((child for child in verb.children if child.dep_ == "aux"), None)
    if subject is None or auxiliary is None or auxiliary.i > subject.i:
        return False
    first = verb.doc[max(verb.left_edge.i, auxiliary.i - LONGEST_OPENING) : auxiliary.i]
    return any(token.lower_ in OPENS_DENIAL for token in first) and not any(token.lower_ in FOCUS for token in first)


def has_nobody(verb: "Token") -> bool:
    """Tell whether the subject of a verb is nobody: `no one`, `not everyone`, `neither Lobov nor Orlov`."""
    for subject in verb.children:
        if subject.dep_ not in SUBJECTS:
            continue
        first = subject.left_edge
        is_no_one = subject.lower_ == "one" and subject.i > 0 and subject.nbor(-1).lower_ == "no"
        if (
            is_no_one
            or subject.lower_ in NOBODY
            or (first.lower_ in ("no", "not", "neither") and first.head.i == subject.i)
        ):
            return True
    return False


def is_without(preposition: "Token") -> bool:
    """Tell whether a gerund after a preposition is what is not done: `without saying`, `instead of saying`."""
    if preposition.lower_ == "without" or any(child.lower_ == "instead" for child in preposition.children):
        return True
    above = preposition.head
    return preposition.lower_ in ("of", "from") and (above.lower_ == "short" or above.lemma_.lower() in REFUSALS)


def shares_denial(verb: "Token") -> bool:
    """Tell whether what denies the verb above one denies it, too: `failed to say`, `is not sure that`."""
    if verb.dep_ in ("xcomp", "acomp"):
        return True
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    joints = {child.lower_ for child in verb.head.children if child.dep_ == "cc"}
    return verb.dep_ == "conj" and not has_subject and not joints.isdisjoint(ALTERNATIVES)

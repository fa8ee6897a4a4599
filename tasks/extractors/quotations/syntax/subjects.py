"""Finds the one who does what a verb says, through passives, participles and relative clauses."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import kind_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.syntax.additions import subject_before
from tasks.extractors.quotations.syntax.grammar import FINITE, HIGHEST_CLIMB, SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_speak
from tasks.extractors.quotations.syntax.speech import retold
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
EMPTY_SUBJECTS = frozenset({"there", "what", "this", "that", "which", "these", "those"})
SHARING = frozenset({"conj", "xcomp", "acomp", "advcl", "pcomp", "ccomp", "prep", "dep", "parataxis"})
"""Relations through which a verb without a subject of its own takes that of the verb above it."""
QUOTED_AS = frozenset({"quote", "cite", "hear", "overhear", "report", "record", "expect", "know", "remember"})
"""Verbs whose passive leaves the subject the speaker: `was quoted as saying`, `is expected to say`."""
PARTICIPLES = frozenset({"advcl", "acl", "ccomp", "xcomp", "conj"})
BELOW_MAIN = frozenset({"ccomp", "acl", "relcl", "pobj", "prep", "conj", "dobj", "attr", "advmod"})
"""Relations of a participle after a comma, and of what it hangs on, to the main verb that it goes with."""
CONTROLLING = words_for("verb whose object acts")
"""Verbs whose object does what the infinitive after them says."""
DONE_IN_SPEAKING = words_for("done in speaking")
MOVING = words_for("verb of moving people")
SHOWING = words_for("verb of showing people")
CIRCUMSTANCES = frozenset(
    {"after", "amid", "amidst", "before", "despite", "following", "on", "over", "since", "without"}
)
"""What stands before a noun for the words of others: `voted amid reports that …`, but `said in a letter that …`."""
SOURCE_PREPOSITIONS = frozenset({"from", "by", "of"})


def speaker_of(verb: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find the word for the one who does what a verb says, outside of the quoted words."""
    node = verb
    for _ in range(HIGHEST_CLIMB):
        if is_passive(node) and node.i == verb.i and node.lemma_ not in QUOTED_AS:
            return agent_of(node, inside=inside)
        subject = own_subject(node)
        if subject is not None:
            actor = acting(node, subject, inside=inside) or referent_of(subject, node, inside=inside)
            return None if subject.i in inside else actor
        node_above = retold(node) or above_comma(node)
        controlled = controlled_by(node, inside=inside) or shown(node, inside=inside)
        if controlled is not None:
            return controlled
        if node_above is not None:
            node = node_above
            continue
        if node.dep_ in ("acl", "relcl"):
            return None if node.head.i in inside else author_of(node.head, inside=inside) or node.head
        if node.dep_ not in SHARING or node.head.i == node.i:
            return None
        node = node.head
    return None


def acting(verb: "Token", subject: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find who did what was done to a thing and speaks of it: `The bill was backed by |firms|, saying they need it`."""
    if subject.dep_ != "nsubjpass" or can_speak(subject) or subject.lower_ in RELATIVE_PRONOUNS | EMPTY_SUBJECTS:
        return None
    agent = agent_of(verb, inside=inside)
    return agent if agent is not None and can_speak(agent) else None


def above_comma(verb: "Token") -> "Token | None":
    """Find the main verb that a participle after a comma goes with: `denied that troops were there, saying …`."""
    is_of_speech = kind_of(verb.text) == "speech" or verb.lemma_ in DONE_IN_SPEAKING
    if verb.tag_ != "VBG" or verb.dep_ not in PARTICIPLES or not is_of_speech:
        return None
    start = verb.left_edge.i
    if start == 0 or verb.doc[start - 1].text not in (",", "-", "–", "—"):
        return None
    said = verb.doc[start - 2] if start > 1 else None
    if said is not None and kind_of(said.text) == "speech" and said.pos_ == "VERB" and own_subject(said) is not None:
        return said
    main = verb.head
    while main.dep_ in BELOW_MAIN and main.head.i != main.i:
        main = main.head
    return main if main.i < verb.i and main.pos_ in ("VERB", "AUX") else None


def controlled_by(verb: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find who is led or quoted to say something: `her` of `which led her to declare`, `quoted her as saying`."""
    led = verb.dep_ == "xcomp" and verb.head.lemma_ in CONTROLLING
    quoted = verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in QUOTED_AS
    if not (led or quoted):
        return None
    above = verb.head if led else verb.head.head
    return next(
        (child for child in above.children if child.dep_ == "dobj" and child.i < verb.i and child.i not in inside), None
    )


def is_passive(verb: "Token") -> bool:
    """Tell whether a verb is passive: `was called`, or a participle after its noun: `emails labeled`.

    So is one that shares the `was` of another: `was invited and expected to speak`.
    """
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    if follows_comma(verb) or is_moved(verb) or is_asked_first(verb):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "nsubj") for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl") or (verb.dep_ == "conj" and is_passive(verb.head))


def is_asked_first(verb: "Token") -> bool:
    """Tell whether a sentence begins with what its subject was asked: `Asked if he would go, Petrov said`."""
    is_bare = verb.i == 0 and verb.lower_ == "asked" and verb.dep_ == "advcl"
    return is_bare and not any(child.dep_ in SUBJECTS for child in verb.children)


def is_moved(verb: "Token") -> bool:
    """Tell whether a verb that needs somebody to move has nobody: `was fined, and ordered to serve`."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_ not in MOVING:
        return False
    children = list(verb.children)
    is_to_act = any(child.dep_ == "xcomp" and any(aux.lower_ == "to" for aux in child.children) for child in children)
    return is_to_act and not any(child.dep_ in ("dobj", "dative", "ccomp") for child in children)


def shown(verb: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find whom a film or the like shows saying something: `The film showed Orlov, talking, telling them: "…"`."""
    above = verb
    while above.tag_ == "VBG" and above.dep_ in PARTICIPLES and above.head.i < above.i:
        above = above.head
    if verb.tag_ != "VBG" or above.lemma_ not in SHOWING:
        return None
    objects = (child for child in above.children if child.dep_ == "dobj" and child.i < verb.i and child.i not in inside)
    return next((child for child in objects if can_speak(child)), None)


def follows_comma(verb: "Token") -> bool:
    """Tell whether a comma parts a verb from the noun right before it: `Petrov, asked whether …`, whom others asked.

    No active verb is parted so from its subject, whatever the parser took it for.
    """
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    subject = verb.nbor(-2)
    return subject.head.i == verb.i and subject.dep_ == "nsubj" and verb.dep_ != "ROOT"


def agent_of(verb: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find who does what a passive verb says, after `by`."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((source for source in child.children if source.dep_ == "pobj" and source.i not in inside), None)
    return None


def own_subject(verb: "Token") -> "Token | None":
    """Find the subject that stands with a verb; one that follows its verb may have been taken for its object."""
    clauses = [child for child in verb.children if child.dep_ == "csubj"]
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS] or clauses
    if clauses and subjects == clauses and clauses[0].i == 0 and clauses[0].lower_ == "asked":
        return subject_before(verb)  # `Asked how he felt, Petrov, who was ill, replied`
    if subjects:
        return next((subject for subject in reversed(subjects) if can_speak(subject)), subjects[-1])
    misread = misread_subject(verb)
    if misread is not None:
        return misread
    if verb.i > 0 and verb.nbor(-1).text in ('"', "''", "”") and verb.tag_ in FINITE:
        return next((child for child in verb.children if child.dep_ in ("dobj", "npadvmod") and child.i > verb.i), None)
    return subject_before(verb) if verb.dep_ == "ROOT" and verb.tag_ in FINITE else None


def misread_subject(verb: "Token") -> "Token | None":
    """Find the subject that a verb of speech lost to another verb, which cannot have it.

    In `the sources quoted above, meanwhile, warned` a participle without `was` has no subject; in `Chile lost ground to
    Peru and brokers said` the noun right before the verb is joined to the clause before.
    """
    if verb.i == 0 or verb.tag_ not in FINITE or kind_of(verb.text) != "speech":
        return None
    noun = verb.nbor(-1)
    if noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and can_speak(noun):
        return noun
    participles = (child for child in verb.children if child.i < verb.i and is_bare_participle(child))
    subjects = (child for participle in participles for child in participle.children if child.dep_ == "nsubj")
    return next((subject for subject in subjects if can_speak(subject)), None)


def is_bare_participle(verb: "Token") -> bool:
    """Tell whether a verb is a participle without an auxiliary, whatever clause the parser makes of it."""
    is_active = any(child.pos_ == "AUX" or child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.children)
    return verb.tag_ in ("VBN", "VBD") and verb.dep_ == "ccomp" and not is_active


def referent_of(subject: "Token", verb: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Follow a relative pronoun to its noun, a statement to whoever made it; refuse a subject that is nobody."""
    if subject.lower_ in RELATIVE_PRONOUNS and verb.dep_ == "relcl":
        noun = verb.head
        return author_of(noun, inside=inside) or noun
    return brought_out(subject) or (None if subject.lower_ in EMPTY_SUBJECTS else subject)


def brought_out(pronoun: "Token") -> "Token | None":
    """Find whom `it was` brings out: `the ministry` of `it was the ministry which, in May, revealed`."""
    noun = pronoun.nbor(-1) if pronoun.i > 0 and pronoun.lower_ in RELATIVE_PRONOUNS else None
    if noun is None or noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return None
    return noun if any(child.lower_ == "it" for child in noun.head.children) else None


def author_of(noun: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find who stands behind a noun for words: the owner, the author, or whoever put them out.

    `Ivanov's statement`, `a letter from the ministry`, `Ivanov issued a statement saying`.
    """
    if noun.i in inside or noun.pos_ != "NOUN" or noun_kind(noun.lemma_) != "carrier":
        return None
    return owner_or_source(noun, inside=inside) or issuer_of(noun, inside=inside)


def owner_or_source(noun: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find whose a noun is: `Ivanov's statement`, `a letter from the ministry`."""
    for child in noun.children:
        if child.dep_ == "poss" and child.i not in inside:
            return child
        if child.dep_ == "prep" and child.lower_ in SOURCE_PREPOSITIONS:
            for source in child.children:
                if source.dep_ == "pobj" and source.i not in inside and can_speak(source):
                    return source
    return None


def issuer_of(noun: "Token", *, inside: frozenset[int]) -> "Token | None":
    """Find who puts out a statement: the subject of the verb that it is the object of, or stands in: `in a letter`."""
    node = noun
    if node.dep_ == "pobj" and node.head.dep_ == "prep" and node.head.lower_ not in CIRCUMSTANCES:
        node = node.head
    if node.dep_ not in ("dobj", "prep") or node.head.pos_ != "VERB" or node.head.i in inside:
        return None
    subject = speaker_of(node.head, inside=inside)
    return subject if subject is not None and can_speak(subject) else None

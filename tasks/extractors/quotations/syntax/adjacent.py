"""Finds the speaker right beside a quotation, by the order of words: the parser may read names and verbs amiss."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import is_speech_form, kind_of
from tasks.extractors.quotations.marks.sentences import ABBREVIATIONS
from tasks.extractors.quotations.syntax.additions import subject_before
from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.grammar import FINITE, SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_speak
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENING = FINITE | {"VBN", "VB", "NN", "NNP"}
"""Tags of a finite verb, and what a parser may take one for at the start of a sentence."""
AFTER_QUOTATION = frozenset({",", '"', "''", "”", "?", "!"})
LONGEST_ADDITION = 25
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
BEFORE_HEAD = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "case", "npadvmod", "punct"})


def adjacent_governor(document: "Doc", *, inside: frozenset[int], is_clause: bool) -> Governor | None:
    """Find what stands right before or after a quotation and says whose it is, whatever the rest of the sentence."""
    following = after_quotation(document, inside)
    return (
        inverted(following, is_clause=is_clause)
        or opening_verb(document, inside=inside)
        or signed(following, is_clause=is_clause)
        or owned_noun(document, inside=inside)
    )


def inverted(verb: "Token | None", *, is_clause: bool) -> Governor | None:
    """Find a verb right after a quotation, and the name after it: `"…," said Ivan Petrov, who`.

    After words that are no clause, a verb may go on with a subject before them: `Lee, citing “fraud,” said they lost`.
    """
    if verb is None or verb.tag_ not in FINITE or kind_of(verb.text) is None or verb.i + 1 >= len(verb.doc):
        return None
    subject = phrase_head(verb.nbor(1))
    is_of_another = subject.dep_ in SUBJECTS and subject.head.i > subject.i
    goes_on = not is_clause and (is_of_another or has_subject_before(verb))
    if goes_on or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    return Governor(cue=verb, subject=name_end(subject), rule="verb of speech")


def opening_verb(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find a clause that begins with its verb: `Said Ivan Petrov: "…"`, `In short, warned Ivan Petrov, "…"`."""
    end = min(inside) - 1
    while end > 0 and document[end].is_punct:
        end -= 1
    for verb in document[:end]:
        begins = verb.i == 0 or is_without_subject(verb)
        if not begins or not is_speech_form(verb.text) or verb.tag_ not in OPENING:
            continue
        subject = phrase_head(document[verb.i + 1])
        if subject.i == end and can_speak(subject):
            return Governor(cue=verb, subject=subject, rule="verb of speech")
    return None


def has_subject_before(verb: "Token") -> bool:
    """Tell whether the parser found the subject of a verb in front of it, or of the verb that it goes on from."""
    verbs = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return any(child.dep_ in SUBJECTS and child.i < each.i < verb.i + 1 for each in verbs for child in each.children)


def is_without_subject(verb: "Token") -> bool:
    """Tell whether a main verb after a comma has nobody before it who could be its subject."""
    is_after_comma = verb.dep_ == "ROOT" and verb.nbor(-1).text == ","
    return is_after_comma and not has_subject_before(verb) and subject_before(verb) is None


def signed(first: "Token | None", *, is_clause: bool) -> Governor | None:
    """Find a name with its verb right after quoted words, whatever stands before: `pleaded (“Help me,” Lee wrote)`."""
    name = name_before_verb(first) if first is not None else None
    if name is None or name.nbor(1).tag_ not in FINITE:
        return None
    verb = name.nbor(1)
    is_set_off = verb.i + 1 == len(verb.doc) or verb.nbor(1).is_punct
    return Governor(cue=verb, subject=name, rule="verb of speech") if is_clause or is_set_off else None


def owned_noun(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find a noun for words right before a quotation, and whose they are: `his claim on Monday that “…”`."""
    place = min(inside) - 1
    if place < 1 or document[place].lower_ not in ("that", "of"):
        return None
    place -= 1
    while place > 0 and (document[place].text in DAYS or document[place].lower_ == "on"):
        place -= 1
    noun = document[place]
    owner = next((child for child in noun.children if child.dep_ == "poss" and child.i not in inside), None)
    if owner is None or noun_kind(noun.lemma_) != "carrier" or not can_speak(owner):
        return None
    return Governor(cue=noun, subject=owner, rule="noun")


def followed_by_name(first: "Token | None") -> Governor | None:
    """Find a name right after a quotation, and a verb of speech further on: `"…," Ivan Petrov, in a hat, said`.

    Right after the name the verb may have been taken for a noun: `"…," Petrov notes.`
    """
    if first is None:
        return None
    name = name_before_verb(first)
    if name is not None:
        return Governor(cue=name.nbor(1), subject=name, rule="verb of speech")
    subject = phrase_head(first)
    if not can_speak(subject):
        return None
    for verb in first.doc[subject.i + 1 : subject.i + LONGEST_ADDITION]:
        is_right_after = verb.i == subject.i + 1 and verb.pos_ == "VERB"
        if verb.tag_ in FINITE and (is_right_after or is_speech_form(verb.text)):
            return Governor(cue=verb, subject=subject, rule="verb of speech")
    return None


def name_before_verb(token: "Token") -> "Token | None":
    """Give the last word of a name with a verb of speech right after it: `Petrov` of `Ivan Petrov notes`."""
    if token.pos_ == "ADV":
        return None
    while token.text[:1].isupper() and token.i + 1 < len(token.doc):
        following = token.nbor(1)
        if is_speech_form(following.text):
            return token
        token = following
    return None


def after_quotation(document: "Doc", inside: frozenset[int]) -> "Token | None":
    """Give the word after a quotation that ends with a comma or a mark."""
    place = max(inside) + 1
    while place < len(document) and document[place].text in AFTER_QUOTATION:
        place += 1
    return document[place] if place < len(document) and document[place - 1].text in AFTER_QUOTATION else None


def name_end(head: "Token") -> "Token":
    """Give the last word of a name that the parser has cut in two: `Lee` of `Ohio Gov. Ann Lee`, of `Col. Lee`."""
    if head.pos_ != "PROPN":
        return head
    document = head.doc
    place = head.i
    while place + 1 < len(document):
        following = place + 1
        if document[following].text == "." and document[place].lower_ in ABBREVIATIONS:
            following += 1
        if following == len(document) or not is_name_part(document[following]):
            break
        place = following
        document[place].pos_ = "PROPN"
    return document[place]


def is_name_part(token: "Token") -> bool:
    """Tell whether a word can belong to a name that has begun before it, whatever the parser took it for."""
    return token.text not in DAYS and token.text[:1].isupper() and (token.text[-1:].isalpha() or token.text[-1:] == ".")


def phrase_head(token: "Token") -> "Token":
    """Give the main word of the noun phrase that begins with a token."""
    while token.dep_ in BEFORE_HEAD and token.head.i > token.i:
        token = token.head
    return token

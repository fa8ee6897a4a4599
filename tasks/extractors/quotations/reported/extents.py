"""Tells where a clause ends that a verb reports: the parser hangs some of its words elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import forms_after, kind_of, reports_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.syntax.grammar import SUBJECTS
from tasks.extractors.quotations.syntax.sources import can_report, can_speak
from tasks.extractors.quotations.syntax.speech import goes_on_from, joined_participle, over_infinitive
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REASONS = words_for("reason or condition")
"""What begins a clause that belongs to the reported one right before it: `said he would stay unless …`."""
OCCASIONS = words_for("occasion to speak")
"""When or where somebody spoke, together with what carries words (`in a letter`)."""
LONGEST_ASIDE = 12
"""Words between the two commas of an aside."""
DONE_IN_SPEAKING = words_for("done in speaking")
GOING_ON = words_for("verb of going on")
SAYING_MORE = words_for("verb of saying more")
THINGS = {"it": "Sing", "they": "Plur"}
"""Pronouns for what was said something of, with the number of its noun."""
UNSURE = words_for("sure or unsure")
CONTRADICTIONS = words_for("what a writer calls what was said")
SOME = frozenset({"some", "others", "many", "several", "most", "few"})
NOTHING = frozenset({"no", "nothing", "little"})
CONCESSIONS = frozenset({"although", "though", "while", "even"})
"""What begins, after a comma, the writer's own remark on a report: `claimed that it was legal, although …`."""


def clause_end(clause: "Token", after: Sequence["Token"] = ()) -> int:
    """Give the number of the last word of a reported clause; `after` are the words beside it under the same verb."""
    last = int(clause.right_edge.i)
    is_list = False
    for child in sorted(after, key=number_of):
        is_list = is_listed(child, last) or (is_list and is_last_listed(child, last))
        is_more = (follows(child, last) and goes_on(child)) or is_parallel(child, clause, last)
        is_more = is_more or is_set_against(child, clause, last)
        if is_list or is_more or is_contrast_beside(child, clause, last):
            last = int(child.right_edge.i)
    return past_aside(clause) or before_remark(clause, last)


def is_contrast_beside(child: "Token", clause: "Token", last: int) -> bool:
    """Tell whether a contrast that the parser hung on the verb of speech follows a clause: `will fall, | while …`."""
    is_near = child.dep_ == "advcl" and last < child.left_edge.i <= last + 2
    return is_near and is_contrast(child, clause)


def is_set_against(child: "Token", clause: "Token", last: int) -> bool:
    """Tell whether a clause about what was said goes on it behind `but`, which the parser hung on the verb of speech.

    `said the law would pass, | but it was only one of several`; but not the writer's own `, but it was unclear who`.
    """
    first, document = child.left_edge.i, child.doc
    is_behind = child.dep_ == "conj" and last + 2 == first - 1 and document[last + 1 : first].text == ", but"
    subject = next((word for word in child.children if word.dep_ in SUBJECTS), None)
    speaker = next((word for word in clause.head.children if word.dep_ in SUBJECTS), None)
    said_of = next((word for word in clause.children if word.dep_ in SUBJECTS and word.pos_ in ("NOUN", "PROPN")), None)
    if not is_behind or subject is None or speaker is None or said_of is None:
        return False
    if THINGS.get(subject.lower_) not in said_of.morph.get("Number", []):
        return False
    is_own = speaker.lower_ in THINGS or (speaker.pos_ == "PROPN" and speaker.lower_ == subject.lower_)
    tenses = [token.tag_ for token in child.children if token.dep_ == "aux"] or [child.tag_]
    told = [token for token in child.subtree if token.head.i == child.i and token.dep_ in ("attr", "acomp")]
    is_unsure = any(token.lemma_.lower() in UNSURE for token in told) or not told
    is_contradicted = any(word.lemma_.lower() in CONTRADICTIONS for token in told for word in token.subtree)
    return (
        child.lemma_ == "be"
        and tenses[0] in ("VBD", "MD")
        and clause.head.tag_ == "VBD"
        and not (is_own or is_unsure or is_contradicted)
    )


def is_parallel(child: "Token", clause: "Token", last: int) -> bool:
    """Tell whether a phrase goes on one in a clause with its preposition: `by cutting costs, | and by selling`."""
    is_near = child.dep_ == "conj" and child.pos_ == "ADP" and last < child.i <= last + 3
    return is_near and any(token.lower_ == child.lower_ and token.pos_ == "ADP" for token in clause.subtree)


def is_listed(child: "Token", last: int) -> bool:
    """Tell whether a clause about a thing goes on a list of them, with no more than a comma before it.

    The parser joins it to the verb of speech: `said profits rose, | costs fell`.
    """
    subject = next((word for word in child.children if word.dep_ in SUBJECTS), None)
    if child.dep_ != "conj" or subject is None or child.doc[last + 1 : last + 2].text != ",":
        return False
    return subject.left_edge.i == last + 2 and subject.pos_ == "NOUN" and not can_speak(subject)


def is_last_listed(child: "Token", last: int) -> bool:
    """Tell whether the verb of a list's last clause follows its subject, which the parser hung on the one before."""
    return child.dep_ == "conj" and child.left_edge.i == last + 1 and child.pos_ in ("VERB", "AUX")


def past_aside(clause: "Token") -> int | None:
    """Give the last word of a clause whose verb an aside parts from what it takes, or None where none does.

    `said it hopes, subject to approval, | to close the sale`, `said he hoped, but did not expect, | that it would`.
    """
    document, verb = clause.doc, clause.head
    begins = clause.i + 1
    if clause.right_edge.i > begins or not reports_of(clause.text) or document[begins : begins + 1].text != ",":
        return None
    second = next((token.i for token in document[begins + 1 : begins + LONGEST_ASIDE] if token.text == ","), None)
    if second is None or document[second + 1 : second + 2].text not in ("to", "that"):
        return None
    if any(token.dep_ in SUBJECTS for token in document[begins + 1 : second]):
        return None
    last = int(verb.right_edge.i)
    return last - 1 if document[last].is_punct else last


def follows(child: "Token", last: int) -> bool:
    """Tell whether what a child heads begins right after a word; before a second clause, marks and `and` may stand."""
    gap = child.doc[last + 1 : child.left_edge.i]
    if (child.dep_ == "ccomp" or is_second_that(child)) and child.left_edge.i > last:
        return all(token.dep_ in ("punct", "cc") for token in gap)
    return bool(child.left_edge.i == last + 1)


def is_turn_of_another(verb: "Token") -> bool:
    """Tell whether a clause behind `but` says what somebody else says: `said it was calm, | but Orlov said it …`."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    is_told = kind_of(verb.text) == "speech" and any(child.dep_ == "ccomp" for child in verb.children)
    return before.pos_ == "CCONJ" and is_told and subject is not None and can_report(subject) and subject.pos_ != "PRON"


def is_second_that(child: "Token") -> bool:
    """Tell whether a clause with `that` goes on a report, wherever it hangs: `said he would stay, | but that …`."""
    is_second = child.dep_ == "conj" and any(each.dep_ == "ccomp" and each.i < child.i for each in child.head.children)
    return is_second and any(mark.dep_ == "mark" and mark.lower_ == "that" for mark in child.children)


def number_of(token: "Token") -> int:
    """Give the number of a word in its sentence."""
    return int(token.i)


def goes_on(child: "Token") -> bool:
    """Tell whether a phrase right after a clause belongs to it: `agreed to sell tanks | to Sudan`, `| unless …`.

    The occasion on which something was said does not: `said he would resign | in an interview`.
    """
    if child.dep_ == "prep":
        return not any(tells_occasion(noun) for noun in child.children if noun.dep_ == "pobj")
    if child.dep_ == "ccomp":
        return not is_turn_of_another(child)
    first = child.doc[child.left_edge.i]
    is_remark = concedes(child.doc, first.i) and is_parted(child.doc, first.i)
    return is_second_that(child) or (child.dep_ == "advcl" and first.lower_ in REASONS and not is_remark)


def tells_occasion(noun: "Token") -> bool:
    """Tell whether a noun names an occasion to speak, or what carries words: a briefing, a statement."""
    return noun.lemma_.lower() in OCCASIONS or noun_kind(noun.lemma_) == "carrier"


def before_remark(clause: "Token", last: int) -> int:
    """Give the number of the last word before the writer's own remark at the end of a reported clause.

    That is a concession after a comma (`…, although he refused`), or a second verb of speech with the first one's
    speaker (`said she regretted it and promised to …`).
    """
    cut = last
    for token in clause.subtree:
        first = token.left_edge.i
        if clause.i < first <= cut and token.right_edge.i >= last and is_remark(token, clause):
            cut = first - 1
    return cut


def is_remark(token: "Token", clause: "Token") -> bool:
    """Tell whether what a word heads is the writer's addition to a reported clause."""
    document = token.doc
    first = token.left_edge.i
    if joined_participle(token) is not None or is_beside_head(token, clause):
        return True
    if token.dep_ == "conj" and token.head.i == clause.i:
        is_own = shares_speaker(token, clause) or is_deed(token, clause) or tells_no_more(token, clause)
        return is_own or is_said_by_another(token, clause)
    if token.dep_ == "advcl" and token.i == first and is_parted(document, first):
        return is_done_in_speaking(token, clause)
    if token.dep_ in ("appos", "npadvmod") and is_parted(document, first):
        return is_claim(token)
    is_concession = token.dep_ == "advcl" and concedes(document, first) and is_parted(document, first)
    return is_concession and not is_contrast(token, clause)


def is_beside_head(verb: "Token", clause: "Token") -> bool:
    """Tell whether a finite verb goes on the one above an infinitive: `told them to leave | and sent buses`."""
    above = over_infinitive(verb)
    return above is not None and clause.tag_ == "VB" and above.i <= clause.head.i < clause.i


def is_deed(verb: "Token", clause: "Token") -> bool:
    """Tell whether a verb in the past, joined to what is to come, is what the speaker did: `would stay | and left`."""
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    is_past = (verb.tag_ == "VBD" and not auxiliaries) or "did" in auxiliaries
    is_to_come = any(child.tag_ == "MD" for child in clause.children)
    return is_past and is_to_come and not has_subject and clause.head.tag_ == "VBD"


def tells_no_more(verb: "Token", clause: "Token") -> bool:
    """Tell whether a verb behind `but` says that the speaker left it at that: `but gave no details`."""
    has_subject = any(child.dep_ in SUBJECTS and child.pos_ != "PRON" for child in verb.children)
    is_set_against = any(child.dep_ == "cc" and child.lower_ == "but" for child in clause.children)
    things = [child for child in verb.children if child.dep_ == "dobj"]
    is_nothing = any(child.lower_ in NOTHING for thing in things for child in [thing, *thing.children])
    is_denied = is_nothing or any(child.dep_ == "neg" for child in verb.children)
    is_of_telling = verb.lemma_ in SAYING_MORE or any(child.lower_ == "specific" for child in verb.children)
    return is_set_against and is_denied and is_of_telling and not has_subject


def is_claim(noun: "Token") -> bool:
    """Tell whether a noun behind a comma says what another makes of a report: `…, | a charge that Orlov denied`."""
    verbs = (child for child in noun.children if child.dep_ == "relcl")
    is_of_words = noun_kind(noun.lemma_) == "carrier" or bool(forms_after(noun.lemma_, part="noun"))
    return is_of_words and any(bool(reports_of(verb.text)) for verb in verbs)


def is_done_in_speaking(verb: "Token", clause: "Token") -> bool:
    """Tell whether a participle behind a comma says what the speaker did in speaking: `…, | echoing his rival`.

    It may be somebody else's in what is said: `said that Orlov had resigned, citing his health`.
    """
    is_of_speech = verb.lemma_ in DONE_IN_SPEAKING | GOING_ON
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    is_anothers = subject is not None and subject.pos_ != "PRON" and can_speak(subject)
    is_to_come = any(child.tag_ == "MD" for child in clause.children)
    return verb.tag_ == "VBG" and is_of_speech and (is_to_come or not is_anothers)


def is_said_by_another(verb: "Token", clause: "Token") -> bool:
    """Tell whether a verb joined to a reported clause says what somebody else says: `and Labour says it will not`.

    In the past a comma must part the two: `said he was ill, and doctors said he would die`.
    """
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    is_told = kind_of(verb.text) == "speech" and any(child.dep_ == "ccomp" for child in verb.children)
    is_one = subject is not None and (subject.pos_ != "PRON" or subject.lower_ in SOME)
    if not is_told or subject is None or not is_one or not can_report(subject):
        return False
    first = verb.left_edge.i
    is_parted_off = verb.doc[first - 1].pos_ == "CCONJ" and first > 1 and is_parted(verb.doc, first - 1)
    is_present = {verb.tag_, clause.head.tag_} <= {"VBP", "VBZ"} and subject.pos_ == "PROPN"
    return is_present or (is_parted_off and verb.tag_ == clause.head.tag_)


def concedes(document: "Doc", place: int) -> bool:
    """Tell whether a word begins a concession: `although`, `even though`, but not `even when`."""
    following = document[place + 1 : place + 2].text
    return document[place].lower_ in CONCESSIONS and (document[place].lower_ != "even" or following in ("though", "as"))


def is_contrast(verb: "Token", clause: "Token") -> bool:
    """Tell whether `while` sets what is foreseen or shown beside another thing: `will fall, while others rise`.

    So does a concession that is foreseen as well: `will fall, although rain will help`.
    """
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    is_foreseen = any(child.tag_ == "MD" for child in verb.children) and any(
        token.tag_ == "MD" for token in clause.subtree if token.i < verb.left_edge.i
    )
    is_shown = "finding" in reports_of(clause.head.text) and kind_of(clause.head.text) == "evidence"
    first = verb.doc[verb.left_edge.i].lower_
    is_set_beside = first == "while" and (is_foreseen or is_shown)
    is_set_beside = is_set_beside or (first in ("although", "though") and is_foreseen)
    return is_set_beside and subject is not None and not can_speak(subject)


def is_parted(document: "Doc", place: int) -> bool:
    """Tell whether a comma or a dash stands before a word; the hyphen of `Su-27` has no space before it."""
    mark = document[place - 1]
    return mark.text == "," or (mark.text in ("-", "–", "—") and place > 1 and bool(document[place - 2].whitespace_))


def shares_speaker(verb: "Token", clause: "Token") -> bool:
    """Tell whether a verb joined to a reported clause is rather joined to the verb that reports it."""
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if has_subject or not reports_of(verb.text):
        return False
    goes_on_clause = verb.tag_ == clause.tag_ == "VBG"  # `saying he had been reading and arguing`
    return (verb.tag_ == clause.head.tag_ and not goes_on_clause) or goes_on_from(verb, clause.head)

"""The words that introduce speech: verbs by kind, with every form they take, and phrases such as `according to`.

`verbs.csv` lists verbs by kind: `speech` reports words (`said`), `manner` goes with quoted clauses only (`laughed`,
`continued`), `naming` quotes in passing (`called`), `attitude` reports thoughts and stances (`believes`, `supports`),
`evidence` is what sources show (`the poll showed`). Irregular past forms stand beside them; which verbs double their
last letter, some in British spelling alone (`beg`, `begged`; `label`, `labelled`); whose subject thinks the words of a
thought, unlike that of `appear`, `find` or `try`; and what each reports without quotation marks: a `clause` (`said
that`), an `object` (`rejected the charge`), an `infinitive` (`refused to go`), a `gerund` (`proposed going`), a
`description` (`called it unfair`), a `finding` (a clause where a poll or paper is the source), `hearsay` (`is said to
have left`), an `expectation` (`is expected to leave`), or a phrase with the preposition
that is named (`called for calm`: `for`).

`reporting_words.csv` lists nouns and adjectives by kind (`speech`: a claim, `attitude`: a hope), and what each holds
after it: a clause with `that`, an `infinitive`, a `clause` (`sure he will come`), or a phrase with the preposition that
is named (`criticism of the plan`: `of`).
"""

import functools
import re
from collections.abc import Mapping

from tasks.extractors.quotations.lexicon.tables import any_of, rows

WORD = re.compile(r"[A-Za-z]+")


@functools.cache
def verb_kinds() -> dict[str, str]:
    """Give the kind of each verb by its dictionary form."""
    return {row["verb"]: row["kind"] for row in rows("verbs.csv")}


@functools.cache
def verb_forms() -> dict[str, str]:
    """Give the dictionary form of each form of each verb: `said` → `say`."""
    forms: dict[str, str] = {}
    for row in rows("verbs.csv"):
        for form in inflected(row):
            forms.setdefault(form, row["verb"])
    return forms


@functools.cache
def verb_reports() -> dict[str, frozenset[str]]:
    """Give what each verb reports without quotation marks, by its dictionary form."""
    return {row["verb"]: frozenset(row["reports"].split()) for row in rows("verbs.csv")}


def inflected(row: Mapping[str, str]) -> set[str]:
    """List the forms of the verb of a row: `deny` → deny, denies, denied, denying."""
    verb = row["verb"]
    if verb.endswith("ee"):
        regular = {verb + "s", verb + "d", verb + "ing"}
    elif verb.endswith("ie"):
        regular = {verb + "s", verb + "d", verb[:-2] + "ying"}
    elif verb.endswith("e"):
        regular = {verb + "s", verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2] not in "aeo":
        regular = {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    else:
        suffix = "es" if verb.endswith(("s", "sh", "ch", "x", "go")) else "s"
        stems = {verb + verb[-1]} if row["doubles"] else {verb}
        if row["doubles"] and verb.endswith("l"):
            stems.add(verb)  # `labeled` in American spelling
        regular = {verb + suffix, *(stem + ending for stem in stems for ending in ("ed", "ing"))}
    if row["past"]:
        regular = {form for form in regular if not form.endswith("ed")} | {row["past"], row["participle"]}
    return {verb} | regular


def kind_of(form: str) -> str | None:
    """Give the kind of a verb by any of its forms: `said` → `speech`; nothing where it is none of ours."""
    verb = verb_forms().get(form.lower())
    return verb_kinds()[verb] if verb else None


def is_wish(form: str) -> bool:
    """Tell whether a verb says what somebody is after and reports no clause: `wanted to`, `plans to`."""
    verb = verb_forms().get(form.lower(), "")
    reports = verb_reports().get(verb, frozenset())
    return verb_kinds().get(verb) == "attitude" and "infinitive" in reports and "clause" not in reports


@functools.cache
def thinking_verbs() -> frozenset[str]:
    """Give, by their dictionary form, the verbs whose subject thinks the words of a thought: `fear`."""
    return frozenset(row["verb"] for row in rows("verbs.csv") if row["thinks"])


def reports_of(form: str) -> frozenset[str]:
    """Give what a verb reports without quotation marks, by any of its forms."""
    verb = verb_forms().get(form.lower())
    return verb_reports()[verb] if verb else frozenset()


@functools.cache
def word_rows(part: str) -> dict[str, dict[str, str]]:
    """Read the list of nouns or adjectives, by their dictionary form; `part` is `noun` or `adjective`."""
    return {row["word"]: row for row in rows("reporting_words.csv") if row["part"] == part}


def forms_after(lemma: str, *, part: str) -> frozenset[str]:
    """Give what a noun or adjective holds, by its dictionary form; nothing where it is none of ours."""
    row = word_rows(part).get(lemma.lower())
    return frozenset(row["holds"].split()) if row else frozenset()


@functools.cache
def word_kinds() -> dict[str, str]:
    """Give the kind of each noun and adjective that reports, `speech` or `attitude`, by its singular and plural."""
    kinds = {word: row["kind"] for part in ("adjective", "noun") for word, row in word_rows(part).items()}
    plurals = {word[:-1] + "ies" if word.endswith("y") else word + "s": kinds[word] for word in word_rows("noun")}
    return plurals | kinds


OTHER_CUES = re.compile(
    r"ccording to|\b(?:[Rr]eported|[Aa]lleged|[Pp]urported)ly\b|"
    r"\b[Ii]n [^,.;]{1,40}\b(?:assessment|estimation|judge?ment|opinion|view)\b|"
    rf"\b(?:{any_of('hearing')}) (?:(?:has|had) )?heard\b"
)
"""Cues that are no verbs of speech: `according to`, `reportedly`, `in the view of`, `the court heard`."""


KINDS_OF_CUES = {
    "speech": "speech",
    "manner": "speech",
    "naming": "speech",
    "attitude": "attitude",
    "evidence": "finding",
}
"""What verbs of each kind introduce: `said` and `criticized` speech, `wants` an attitude, `showed` a finding."""
RULES_OF_KINDS = {
    "hearsay": "hearsay",
    "expectation": "expectation",
    "unattributed speech": "speech",
    "according to": "speech",
    "in the view of": "attitude",
    "noun": "speech",
    "reported finding": "finding",
}
"""What rules tell of a cue, whatever word it is."""


def is_speech_form(form: str) -> bool:
    """Tell whether a word is a form of a verb that reports or accompanies words."""
    return kind_of(form) in ("speech", "manner")


def has_cue(sentence: str) -> bool:
    """Tell whether a sentence holds a word that may introduce reported speech."""
    words = (word.lower() for word in WORD.findall(sentence))
    return not cue_words().isdisjoint(words) or OTHER_CUES.search(sentence) is not None


@functools.cache
def cue_words() -> frozenset[str]:
    """List every form of every word that may introduce reported speech."""
    verbs = {form for form, verb in verb_forms().items() if verb_kinds()[verb] == "speech" or verb_reports()[verb]}
    return frozenset(verbs | word_kinds().keys())


def kind_of_cue(cue: str, *, rule: str) -> str | None:
    """Tell whether a cue introduces `speech`, an `attitude`, a `finding`, `hearsay`, an `expectation`, or nothing.

    `rule` is the rule that found it: `said` of `is said to have left` is hearsay.
    """
    if rule in RULES_OF_KINDS:
        return RULES_OF_KINDS[rule]
    if rule in ("reported noun", "reported adjective"):
        return word_kinds().get(cue.lower())
    return KINDS_OF_CUES.get(kind_of(cue) or "")

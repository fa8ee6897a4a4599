"""Tells what is said from what is only put between marks: scare quotes and words under discussion."""

import re

from tasks.extractors.quotations.lexicon.cues import kind_of, thinking_verbs, verb_forms
from tasks.extractors.quotations.marks.statements import Attribution, Statement
from tasks.extractors.quotations.marks.titles import TITLE, bare_words

NAMES_A_THING = re.compile(
    r"(?:so-called|self-styled|self-described|known as|nicknamed|titled|entitled|headlined|"
    r"[Tt]he (?:word|term|phrase|name|title))$"
)
"""What stands before a name for a thing: `so-called “grey zone”`, `the term “reset”`."""
NICKNAMED = re.compile(r"\b(?:known as|nicknamed|alias|aka|a\.k\.a\.)$")
INTRODUCES_TITLE = re.compile(
    r"(?:\w[’']s|\b(?:on|in|of|the|a|an|his|her|their|its|book|song|film|movie|show|series|album|play|novel|memoir|"
    r"program|sitcom|autobiography|magazine|named|[Ww]ords?))$"
)
"""What stands before a title: `NBC's “Today”`, `her memoir “Plenty Ladylike”`."""
TOLD = re.compile(
    r"\b(?:told|[Aa]ccording to|(?:quoted|cited|reported|published|interviewed|carried) (?:by|in)"
    r"|interview (?:with|to|in)|(?:article|report|commentary|interview|statement) (?:in|by|of))$"
)
"""What stands before the name of a paper or agency between marks: `told “Izvestiya”`."""
REPORTS = re.compile(
    r"[\"”’]{1,2},?\s(?:on [^.,;\"”]{3,20} )?(?:also )?"
    r"(?:reported|quoted|cited|wrote|said|claimed|commented|noted|published)\b"
)
"""What stands behind one that is the subject: `“Segodnya” on 5 March quoted`."""
MOST_WORDS = 2
WEAK_RULES = frozenset({"any verb", "verb of thought", "continuation"})
"""Rules that find a speaker near words without showing that they were said."""


def set_style(text: str, statement: Statement) -> None:
    """Give a quoted statement its style; a term keeps its speaker only where it stands in reported speech."""
    if is_term(text, statement):
        statement.style = "term"
        attribution = statement.attribution
        is_name = is_nickname(text, statement) or is_outlet(text, statement)
        if attribution is not None and (is_name or is_weak(text, attribution)):
            statement.attribution = None
    elif not (statement.is_clause or statement.is_full):
        statement.style = "mixed"


def is_nickname(text: str, statement: Statement) -> bool:
    """Tell whether quoted words are what somebody is called, whoever speaks in the sentence: `known as “the Fox”`."""
    return NICKNAMED.search(before_marks(text, statement)) is not None


def is_outlet(text: str, statement: Statement) -> bool:
    """Tell whether quoted words are the name of who is told or cited: `told “Izvestiya”`, `“Segodnya” reported`."""
    if TITLE.fullmatch(bare_words(text, statement)) is None:
        return False
    return bool(TOLD.search(before_marks(text, statement)) or REPORTS.match(text, statement.end))


def before_marks(text: str, statement: Statement) -> str:
    """Give the text right before a statement and its mark."""
    return text[max(0, statement.start - 40) : statement.start].rstrip("\"“„«‘'` ")


def is_weak(text: str, attribution: Attribution) -> bool:
    """Tell whether a speaker stands near a term without thinking it, as in `Petrov feared a “purge”`."""
    if attribution.rule == "verb of thought" and attribution.cue is not None:
        return verb_forms().get(text[slice(*attribution.cue)].lower()) not in thinking_verbs()
    return attribution.rule in WEAK_RULES


def is_report(text: str, attribution: Attribution) -> bool:
    """Tell whether a whole sentence is reported, and nothing called by a name: `the “joke,” as he called it`."""
    cue = text[slice(*attribution.cue)] if attribution.cue else ""
    is_speech = attribution.rule == "verb of speech" and kind_of(cue) == "speech"
    return is_speech or attribution.rule == "according to"


def is_term(text: str, statement: Statement) -> bool:
    """Tell whether quoted words are a term: short, part of the writer's sentence, and said by nobody in it."""
    if statement.is_clause or statement.is_full:
        return False
    words = bare_words(text, statement)
    before = before_marks(text, statement)
    if NAMES_A_THING.search(before) or is_outlet(text, statement):
        return True
    if TITLE.fullmatch(words) and INTRODUCES_TITLE.search(before):
        return True
    if statement.attribution is None:
        return words.count(" ") <= MOST_WORDS
    if statement.is_in_subject and is_report(text, statement.attribution):
        return words.count(" ") < MOST_WORDS
    return statement.attribution.rule in WEAK_RULES and words.count(" ") < MOST_WORDS

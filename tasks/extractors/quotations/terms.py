"""Tells what is said from what is only put between marks: scare quotes, titles of works, words under discussion."""

import re

from tasks.extractors.quotations.statements import Statement

TITLE = re.compile(r"[A-Z0-9][^\s]*(?:\s(?:[A-Z0-9&][^\s]*|a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))*")
"""Words with capitals, as titles of works are printed: `Guardians of the Galaxy`."""
NAMES_A_THING = re.compile(
    r"(?:so-called|self-styled|self-described|known as|nicknamed|titled|entitled|headlined|"
    r"[Tt]he (?:word|term|phrase|name|title))$"
)
"""What stands before a name for a thing: `so-called “grey zone”`, `the term “reset”`."""
BROADCASTERS = (
    "ABC|ABC News|Al Jazeera|ARD|BBC|CBC|CBS|CBS News|CNBC|CNN|Comedy Central|C-SPAN|Fox|Fox Business|Fox News|HBO|ITV|"
    "MSNBC|NBC|NBC News|Netflix|NHK|NPR|NTV|ORT|PBS|RAI|RTR|Showtime|Sky News|Telemundo|TVN|Univision|ZDF"
)
WORK = (
    "album|autobiography|book|comedy|documentary|drama|film|magazine|memoir|miniseries|movie|musical|novel|opera|painting|"
    "pamphlet|play|podcast|program|series|show|sitcom|song|thriller|tune"
)
OF_A_WORK = re.compile(
    rf"(?:\b(?:{BROADCASTERS})[’']s|\b(?:{WORK})s?,?(?: called| titled| entitled| named)?|\b(?:author|host|star) of)$"
)
"""What stands before the title of a work, and names its kind or who makes it: `NBC's “Today”`, `the film “Ashes”`."""
INTRODUCES_TITLE = re.compile(
    r"(?:\w[’']s|\b(?:on|in|of|the|a|an|his|her|their|its|book|song|film|movie|show|series|album|play|novel|memoir|"
    r"program|sitcom|autobiography|magazine|named|[Ww]ords?))$"
)
"""What stands before a title: `NBC's “Today”`, `her memoir “Plenty Ladylike”`."""
MOST_WORDS = 2
WEAK_RULES = frozenset({"any verb", "verb of thought", "continuation"})
"""Rules that find a speaker near words without showing that they were said."""


def set_style(text: str, statement: Statement) -> None:
    """Give a quoted statement its style; a term keeps its speaker only where it stands in reported speech."""
    if is_term(text, statement):
        statement.style = "term"
        if statement.attribution is not None and statement.attribution.rule in WEAK_RULES:
            statement.attribution = None
    elif not (statement.is_clause or statement.is_full):
        statement.style = "mixed"


def is_title_of_work(text: str, statement: Statement) -> bool:
    """Tell whether quoted words are the title of a work, which is a name and nobody's words."""
    words = text[statement.start : statement.end].rstrip(",.;")
    before = text[max(0, statement.start - 40) : statement.start].rstrip("\"“„«‘'` ")
    return TITLE.fullmatch(words) is not None and OF_A_WORK.search(before) is not None


def is_term(text: str, statement: Statement) -> bool:
    """Tell whether quoted words are a term: short, part of the writer's sentence, and said by nobody in it."""
    if statement.is_clause or statement.is_full:
        return False
    words = text[statement.start : statement.end].rstrip(",.;")
    before = text[max(0, statement.start - 40) : statement.start].rstrip("\"“„«‘'` ")
    if NAMES_A_THING.search(before):
        return True
    if TITLE.fullmatch(words) and INTRODUCES_TITLE.search(before):
        return True
    if statement.attribution is None:
        return words.count(" ") <= MOST_WORDS
    return statement.attribution.rule in WEAK_RULES and words.count(" ") < MOST_WORDS

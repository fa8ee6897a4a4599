"""Tells the titles of works, which are names and nobody's words, from what is said."""

import re
from collections.abc import Sequence

from tasks.extractors.quotations.lexicon.tables import any_of
from tasks.extractors.quotations.marks.statements import Statement

TITLE = re.compile(r"[A-Z0-9][^\s]*(?:\s(?:[A-Z0-9&][^\s]*|a|an|and|as|at|by|for|from|in|of|on|or|the|to|with))*")
"""Words with capitals, as titles of works are printed: `Guardians of the Galaxy`."""
BROADCASTERS, WORK, MAKERS = any_of("broadcaster"), any_of("work"), any_of("part or maker of a work")
OF_A_WORK = re.compile(
    rf"(?:\b(?:{BROADCASTERS}|[Cc]hannel|[Nn]etwork|[Ss]how)[’']s?|"
    rf"\b(?:{WORK})s?,?(?: called| titled| entitled| named| headlined| such as| like| including)?|"
    rf"such (?:\w+ )?(?:{WORK})s? as|"
    rf"\b(?:{MAKERS})s? of(?: the)?|"
    r"\b(?:aired on|starr(?:ed|ing) in|roles? in|co-host(?:s|ed)?|s[iau]ng|sings|singing|hum(?:s|med|ming)|"
    r"perform(?:s|ed|ing)?))$"
)
"""What stands before the title of a work, and names its kind or who makes it: `NBC's “Today”`, `the film “Ashes”`."""
IS_A_WORK = re.compile(
    rf",?[\"”’']{{1,2}},?\s(?:(?:[\w-]+\s)?(?:{WORK}|(?:co-)?host|ratings|sketch|star|theme)\b|on (?:{BROADCASTERS})\b)"
)
"""What stands after one: `“Ashes” theme song`, `“Today” host`, `“The Week” on NTV`."""
IN_A_WORK = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Oo]n|[Ff]rom|[Bb]y|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|review(?:s|ed|ing)?|read|reads|wrote|writes|"
    r"written|publish(?:es|ed)?|direct(?:s|ed)|record(?:s|ed)|watch(?:ed)?|titled|entitled|headlined|[’']s)$"
)
"""What stands before words that are a title if they are printed as one: `in “The Last Harvest”`."""
MADE = re.compile(
    r"\b(?:wrote|writes|written|authored|composed|painted|filmed|directed|staged|produced|published"
    r"|starred in|starring in)$"
)
"""What makers do with a work: `wrote “Bitter Bread”`; words with two capitals after it are its title."""
FEWEST_OF_A_MAKER = 2
FEWEST_CAPITALS = 3
"""Words with capitals that make it plain that words are printed as a title is."""
CAPITAL = re.compile(r"(?:^|\s)[A-Z]")
LISTED = re.compile(r",?[\"”’']{1,2},?\s(?:(?:and|or)\s(?:[A-Z][\w-]+\s)?)?[\"“‘'`]{1,2}")
"""What stands between the titles of a list: `“Ashes,” “Dust” and “Ashes II”`, `“Ashes” and Orlov “Dust”`."""
BROADCAST = re.compile(rf"(?:{BROADCASTERS})\s|(?:.*\s)?(?:Show|Tonight)$")
"""A title that says itself what it is one of: `Fox News Sunday`, `The Late Show`."""


def without_titles(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """Leave out the titles of works, those that stand beside one, and what is called a title elsewhere in the text."""
    titles = [statement for statement in statements if is_title_of_work(text, statement)]
    known = {bare_words(text, title) for title in titles}
    kept: list[Statement] = []
    end = -1
    for statement in statements:
        words = bare_words(text, statement)
        follows = end >= 0 and LISTED.fullmatch(text, end, statement.start) is not None
        if words in known or (follows and TITLE.fullmatch(words) is not None):
            end = statement.end
        else:
            kept.append(statement)
    return kept


def bare_words(text: str, statement: Statement) -> str:
    """Give quoted words without the mark of the sentence that they end with."""
    return text[statement.start : statement.end].rstrip(",.;")


def is_title_of_work(text: str, statement: Statement) -> bool:
    """Tell whether quoted words are the title of a work, which is a name and nobody's words."""
    words = bare_words(text, statement)
    if TITLE.fullmatch(words) is None:
        return False
    before = text[max(0, statement.start - 40) : statement.start].rstrip("\"“„«‘'` ")
    if OF_A_WORK.search(before):
        return True
    capitals = len(CAPITAL.findall(words))
    if capitals >= FEWEST_OF_A_MAKER and MADE.search(before):
        return True
    if capitals >= FEWEST_CAPITALS and IN_A_WORK.search(before):
        return True
    return not statement.is_clause and bool(IS_A_WORK.match(text, statement.end) or BROADCAST.match(words))

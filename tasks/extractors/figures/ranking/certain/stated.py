"""As what a figure is stated, where words leave no doubt of it."""

import re

from tasks.extractors.figures.ranking.certain.beside import last_here, restated
from tasks.extractors.figures.ranking.certain.hedged import HAD, HEDGES, REACH, words_before
from tasks.extractors.figures.ranking.certain.turned import is_base
from tasks.extractors.figures.ranking.levels import EARLIER
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Story
from tasks.extractors.figures.ranking.ways import Standpoint
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure

IMAGINED = (frozenset({"would", "have"}), frozenset({"could", "have"}), frozenset({"might", "have"}))
ASSERTING = word_list("stated.asserting")
"""Verbs by which the text itself leaves a statement to whoever makes it."""
DOING = r"\s+to(?:\s+(?!from\b|the\b|its\b|their\b|his\b|her\b)[a-z]+){1,4}"
"""`to cut spending by`; what hangs on a definite thing is none: `to merge the |six`."""
NO_DEED = rf"(?:{'|'.join(sorted(FUNCTION_WORDS - {'&'}))}|some|any|blame|date|say|be (?:found|seen|heard|had))"
TO_DO = rf"\s+to(?!\s{NO_DEED}\b)(?:\s+(?!from\b)[a-z]+){{1,4}}"
"""`is to rise by`; not `is to the south of`, `is to some extent`."""
NAMED_DEED = r"(?:\s+(?!from\b|the\b|its\b|their\b|be\b|have\b)[a-z]+){1,3}"
"""`must pay`; not `must have cost`, `must already have cost`, `must be`."""
NAMED = r"(?:\s+(?!from\b)[a-z]+){0,3}"
WANTING = (
    r"(?:plans?|planned|planning|aims?|aiming|aimed|intends?|intend|hopes?|hope|hoped|pledged|vowed|offer(?:s|ed|ing)?|wants?|wanted"
    r"|propos(?:e|es|ed|ing)|threaten(?:s|ed|ing)?|seek(?:s|ing)?|(?<!police )sought|asked|urged|bids?|bidding)"
)
"""What makes a target of what is to be done: `offered to buy |500 shares`."""
ASKING = (
    r"(?:seek(?:s|ing)?|(?<!police )sought|(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|appl(?:y|ies|ied|ying))\sfor"
    r"|request(?:s|ed|ing)?|demand(?:s|ed|ing)|propos(?:e|es|ed|ing)|recommend(?:s|ed|ing)?)"
)
"""What makes a target of what is asked for: `prosecutors asked for |six years`."""
SOMETHING_OF = r"(?:\s(?:an?|its|their)(?:\s[a-z-]+){1,3}\sof)?"
"""`demanded |a raise of` 9 percent."""
ALLOTTING = (
    r"(?:bill|budget|plan|proposal|amendment|legislation|blueprint)\s(?:would\s|also\s)?"
    r"(?:provides?|calls|envisages?|allocates?|allots?|authoriz?s?es?|earmarks?)(?:\sfor)?"
)
AIM = r"(?:goals?|targets?|aims?|objectives?|quotas?)(?:\s(?:for|in|this|next)\s(?:the\s|fiscal\s)?[\w/.-]+)?"
IS_AT = r"(?:of|is|was|at|remain(?:s|ed)?(?:\sat)?|(?:(?:has|have|had)\sbeen\s|is\s|was\s)?set\sat)"
REACHING = r"(?:reaching|rising|falling|growing|dropping|exceeding|averaging|totall?ing)(?:\s(?:by|to|at))?"
STATING = {
    "target": re.compile(
        rf"\b(?:{AIM}\s{IS_AT}{NAMED}"
        rf"|(?<!than-)(?:planned|targett?ed|budgeted|targeting)"
        r"|(?:is|are|was|were|been|being)\s(?:planned|targett?ed|budgeted|slated|scheduled)"
        r"(?:\sto\s[a-z]+(?:\s(?:by|to|at))?|\sat|\sfor)"
        rf"|(?:is|are){TO_DO}|must{NAMED_DEED}|{ALLOTTING}{NAMED}|{ASKING}{SOMETHING_OF}"
        rf"|{WANTING}{DOING}){HEDGES}"
    ),
    "estimate": re.compile(
        rf"\b(?:(?<!than-)estimated(?:\s(?:at|to be))?|estimates{NAMED}|estimates?\s(?:of|is|at|was)"
        r"|(?:estimated|calculated|reckons|reckoned)\sthat(?:\s[a-z-]+){0,5}|estimated(?:\s[a-z-]+){1,2}\s(?:is|was|of|at)"
        rf"|(?<!will )(?:puts?|putting|estimated?)(?:\s(?!from\b)[\w'’-]+){{1,5}}\sat){HEDGES}"
    ),
    "forecast": re.compile(
        rf"\b(?:(?:forecasts|predicts|forecasting|predicting|projects){NAMED}"
        rf"|(?:forecast|predicted|expected|projected|likely|seen)(?:{DOING}|\sat|\s{REACHING})"
        r"|(?:sees|foresees?|foresaw|forecasts?|forecasting|predicts?)(?:\s(?!from\b|of\b|for\b)[\w'’-]+){1,5}\sat"
        rf"|(?:forecasts?|predictions?|projections?|expectations?)\s(?:of|for|is){NAMED}"
        rf"|(?:has|have|had)\s(?:forecast|predicted){NAMED}"
        rf"|(?<!than-)(?:projected|predicted)){HEDGES}"
    ),
}
"""Words right before a figure, within its sentence: `the goal of`, `plans to cut`, `an estimated`, `expected to reach`.

On the labels of the articles learned from they are right each of 73, 33 and 58 times.
"""

AIMED_AT = re.compile(r"[ -](?:[a-z]+ )?(?:targets?|goals?|objectives?)\b")
"""Right behind a figure, `a $20 billion |trade target`; on the labels it is one 5 times in 5."""

SET_AS_AIM = re.compile(
    r"\s(?:is|are|was|were|remains?|remained)\s(?:the|its|their|our|his|her|a|an|[\w.]+['’]s)\s(?:[a-z]+\s)?"
    r"(?:targets?|goals?|aims?|objectives?)\b"
)
"""Behind a figure: `|remains Norvik's goal`."""

FORESEEN = r"(?:forecast|expected|predicted|anticipated|projected)"
AS_FORESEEN = re.compile(
    rf"(?:\s(?!(?:was|were|is|are|will)\b)[\w-]+){{0,3}}?(?:\s(?:widely\s)?{FORESEEN}\s(?:by|on|in)\b"
    rf"|\s(?:that\s|which\s)?(?:[\w'’]+\s){{0,4}}?(?:had|have|has)\s(?:been\s)?(?:widely\s)?{FORESEEN}\b)"
)
"""Behind a figure: `the $5 million |that analysts had forecast`."""

RULED = re.compile(
    r"\bwould\s(?:also\s|then\s)?(?:be\s)(?:barred|prohibited|limited|allowed|required|subject|entitled)\b[^.;]{0,60}$"
    r"|\bregistration statement\b(?:(?!\b(?:that|said)\b)[^.;])*\b(?:for|covering|to (?:raise|sell|offer))\b"
    r"(?:(?!\bthat\b)[^.;])*$"
)
"""Before what a rule or an offering to come would bring: `would be barred from trading more than |9 percent`."""
SUPPOSED = re.compile(r"(?:^|[,;“\"]\s*)(?:even )?if\b[^.;]*\bwould\b[^.;]*$")
"""Before what would be: `if it sold the mill, it would have |$5 million`."""

ALLEGED = re.compile(
    r"\b(?:alleg(?:e|es|ing|edly)|alleged\s(?:that|to\shave)|(?:accus(?:es?|ed|ing)|suspect(?:s|ed))\s(?:[\w'’-]+\s){0,4}?of)\b"
    r"(?:(?!\b(?:was|were|is|are|has|had|have|who|after|by)\b)[^.;,]){0,70}$"
)
"""Before a figure that only somebody's charge names: `is suspected of taking |$5 million`."""

AS_IT_IS = re.compile(rf"\b(?:{HAD}|last\s(?:year|month|week|quarter)['’]s\s(?:[a-z]+\s(?:of\s)?)?)$")
"""Before what there is, whatever is planned with it: `cut its |90 jobs`, `more than last year's |$5 million`.

On the labels of the articles learned from it is actual 40 times in 41.
"""
WANTED = re.compile(
    r"[ -](?:[\w-]+ ){0,3}?(?:offers?|bids?|proposals?|plans?|offerings?|forecasts?|estimates?|demands?)\b"
)
"""Behind a figure that is so wanted: `its $9 million |offer`."""

BEATEN = re.compile(
    r"\b(?:beat|beats|beating|topp(?:ed|ing)|exceed(?:ed|ing)|surpass(?:ed|ing)|defied|defying|outstripp(?:ed|ing)"
    r"|(?:better|worse|higher|lower|more|less)\sthan|above|below|short\sof)\s(?:[\w'’-]+\s){0,3}?"
    r"(?:forecasts?|expectations|estimates|predictions|targets?)"
    rf"(?:,?\s(?:with|by)|,)(?:\s(?!of\b|that\b|which\b)[\w'’-]+){{0,4}}{HEDGES}"
)
"""Before what there was instead of what had been foreseen: `beat forecasts, posting |a 52 percent rise`."""

LOOKING_AHEAD = re.compile(r"\b(?:next|coming|following)\s$", re.IGNORECASE)
"""Before a length of time that nothing is stated of: `over the next |five years`; right 16 times in 17."""

AND = re.compile(
    r"(?:\s(?!(?:which|that|who|while|but|from|against|compared|than|versus|after|since|last)\b)[\w'’./-]+){0,4},?\sand\s"
    r"(?:(?:by|to|at|for)\s)?(?:(?:an?|about|around|some|nearly|almost|over|more than|only|another|up to)\s)*"
)
"""Between two figures of one verb."""
ITS_VERB = re.compile(r"(?:\s[a-z-]+){0,2}?\s(?:is|are|was|were|has|have|had)\b")
"""Behind a figure that is the subject of another one: `and 20 |were sold`."""

TO_COME = re.compile(rf"(?:\s+(?!that\b|which\b|who\b)[a-z-]+){{0,3}}\s+(?:is|are){TO_DO}")
"""Behind a figure in the subject: `90 tanks |are to go`."""


def certain_status(story: Story, place: Standpoint) -> str | None:
    """Return what the verbs over a figure, or the words right before it, leave no doubt of.

    `would have been 8 percent higher` is hypothetical 5 times in 5 on the labels; `claims that 9 fell` a claim.
    """
    if place.verb:
        auxiliaries = {word.lower for word in place.sentence.children(place.verb.index) if word.dep == "aux"}
        if any(auxiliaries >= imagined for imagined in IMAGINED):
            return "hypothetical"
    if place.figure.status == "claim" and is_under(place, ASSERTING):
        return "claim"
    return stated_status(story, place.figure) or actual_status(story, place.figure) or handed_on(story, place)


def stated_status(story: Story, figure: Figure) -> str | None:
    """Return the status that the words right before a figure state, or what it is behind it, or None."""
    if figure.kind != "count" and AIMED_AT.match(story.article.text, figure.end_char):
        return "target"
    if any(words.match(story.article.text, figure.end_char) for words in (SET_AS_AIM, TO_COME)):
        return "target"
    before = words_before(story, figure)
    if BEATEN.search(before):
        return "actual"
    if found := next((status for status, words in STATING.items() if words.search(before)), None):
        return found
    if AS_FORESEEN.match(story.article.text, figure.end_char):
        return "forecast"
    told = {"target": RULED, "hypothetical": SUPPOSED, "claim": ALLEGED}
    return next((status for status, words in told.items() if words.search(before)), None)


def actual_status(story: Story, figure: Figure) -> str | None:
    """Return actual of what there is already: what something is compared with that was before, and what one has."""
    before = words_before(story, figure)
    is_had = (
        AS_IT_IS.search(before) and figure.kind != "duration" and not WANTED.match(story.article.text, figure.end_char)
    )
    is_bound = before.endswith("than their ")
    return "actual" if was_before(story, figure) or (is_had and not is_bound) else None


def was_before(story: Story, figure: Figure) -> bool:
    """Tell whether a figure is what another one is compared with, of a time before: right 99 times in 99."""
    earlier = EARLIER.match(story.article.text, figure.end_char) if is_base(story, figure) else None
    if earlier is None or earlier["month"]:
        return False
    today = story.article.published_on
    return earlier["year"] is None or today is None or int(earlier["year"]) < today.year


def handed_on(story: Story, place: Standpoint) -> str | None:
    """Return the status of the figure that this one restates or is joined to, `NONE` of a time looked ahead to."""
    text, figure = story.article.text, place.figure
    if figure.kind == "duration" and LOOKING_AHEAD.search(text, max(0, figure.start_char - REACH), figure.start_char):
        return NONE
    last = restated(story, figure)
    return (last.status if last else None) or joined_status(story, place)


def joined_status(story: Story, place: Standpoint) -> str | None:
    """Return what is stated of the figure before one of the same verb: `will be 51 pct owned by one and |49 by two`.

    On the labels of the articles learned from it is right 14 times in 15.
    """
    last = last_here(story, place.figure)
    if last is None or last.status == "actual" or place.verb is None:
        return None
    text, figure = story.article.text, place.figure
    is_joined = AND.fullmatch(text, last.figure.end_char, figure.start_char)
    is_subject = place.verb.start_char > figure.end_char or ITS_VERB.match(text, figure.end_char)
    return last.status if is_joined and not is_subject else None


def is_under(place: Standpoint, verbs: frozenset[str]) -> bool:
    """Tell whether a figure hangs on one of these verbs."""
    return any(word.lemma in verbs for word in place.sentence.above(place.head.index))

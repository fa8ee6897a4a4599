"""Whether the words around an expression speak of what has been or of what is to come."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from tasks.extractors.dates.words.lexicon import MONTH, WEEKDAY
from tasks.extractors.dates.words.reading import Context
from tasks.extractors.dates.words.word_lists import alternation

REACH = 110
"""Characters before and after an expression that are searched for its verb."""

NO_END = (
    r"(?<!\b[ap]\.m\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bSen\.)(?<!\bGov\.)"
    r"(?<!\bRep\.)(?<!\bLt\.)(?<!\bCol\.)(?<!\bU\.S\.)(?<!\bU\.N\.)"
)
AFTER_HOUR = rf"(?<=[ap]\.m\.)(?=\s[A-Z])(?!\s(?:\w+day\b|[A-Z]{{2,4}}\b|{MONTH}|\w+\s[Tt]ime\b))"
BOUNDARY = re.compile(rf"[.!?;](?:{NO_END}\s|{AFTER_HOUR}\s|(?<!;)[\"”’])|,[\"”](?=\s)|\n[^\S\n]*\n")
"""What ends a sentence, or somebody's words: the verb of `… in the summer," he said` tells nothing of the summer.

The point of `Mr. ` or of `2 p.m. Monday` ends none.
"""
NO_NOUN = "".join(f"(?<!{word} )" for word in ("the", "The", "a", "its", "his", "her", "their", "our", "this", "that"))
"""What stands before a plan or hope that is a noun, and tells no time: `rejected the plan on Friday`."""
FUTURE = (
    rf"(?:will|shall|would|could|may|might|should|must)(?: not)? (?:{alternation('tense.scheduled')})|"
    r"(?:will|shall|would|to|may|might|should|must|can)(?: not)? be \w+|will|shall|won['’]t|would|is to|are to|due"
    rf"|expected|expects?|scheduled|slated|{NO_NOUN}plans?|planned|planning|set (?:for|to)|going to|upcoming"
    r"|(?:un)?likely to|(?<!was )(?<!were )(?:about|poised|bound|certain|sure) to"
    r"|(?:promis|vow|pledg)(?:e|es|ed|s) to|forthcoming|payable|deadline|until|effective|may|might|should|must|intends?"
    rf"|{NO_NOUN}hopes?|{NO_NOUN}aims?|aim(?:ed|ing) at|work(?:ed|ing)? towards?"
    r"|(?:possibility|prospects?|likelihood|chances?) of"
    r"|could(?! not\b| only\b| hardly\b)|(?:[Pp]rovided|[Uu]nless|[Ii]f|[Oo]nce|[Aa]ssuming|in case)(?: that)?"
    rf" [^.;,\n]{{0,40}}?\b(?:(?:is|are)(?: not)? (?:\w+(?:ed|en)|{alternation('tense.participles')})"
    rf"|(?:{alternation('tense.conditional')}))|be \w{{2,}}(?:ed|en)"
    r"|(?:is|are) (?:seeking|trying|working|preparing|looking|hoping|aiming|considering|expecting|preparing) to"
    rf"|to (?:{alternation('tense.planned')}|meet(?= (?:again|at|here|in|on|with|[A-Z])))"
)
DEFERRED = r"(?:extended|prolonged|postponed|put off|deferred|adjourned|delayed) (?:to|until|till)"
"""`postponed to 15 May`: the nearer one, as it may have been and gone since."""
NO_PARTICIPLE = rf"(?!(?i:{alternation('tense.no_participles')})\b)"
"""Words in -ed that say nothing of the time: `the United States`."""

PAST = rf"{NO_PARTICIPLE}\w{{2,20}}ed|{alternation('tense.past')}"
BARE_GUARD = r"(?<!ll )(?<!ld )(?<!to )(?<!ot )(?<!ay )(?<!ht )(?<!st )(?<!an )(?<!id )"
BARE = rf"{BARE_GUARD}(?:take place|come out|go on sale)"
"""Verbs in the plural, and not behind `will`, `would`, `to`, `not`, `may`, `might`, `must`, `can` or `did`."""
SCHEDULED = (
    rf"(?:{alternation('tense.scheduled')}|kicks? off|[Pp]olls (?:open|close)|{BARE}"
    rf"|next \w+ (?:is|are)(?= (?:on|in|at|due)\b)|(?:starting|beginning)(?= (?:on )?{WEEKDAY}))"
)
"""Verbs in the present that tell what a weekday has in store: `the summit opens Saturday`, `a visit starting Sunday`.

With a month they may as well tell what happens every year: `the harvest begins in August`.
"""

PENDING = rf"{alternation('tense.one_off')}|{BARE_GUARD}(?:{alternation('tense.one_off_plural')})"
"""Verbs in the present for what comes about once: `the law takes effect in January` is to come, however far off."""

GONE_PLAN = (
    r"had (?:\w+ly )?been (?:due|scheduled|set|expected|slated|planned|supposed) (?:to \w+|for)"
    r"|(?:was|were) (?:just )?about to \w+"
)
"""`had been scheduled to expire`: what was planned before another past is past itself."""

HOPES = rf"{NO_PARTICIPLE}\w{{2,20}}ed (?:\w+ )?hopes(?! to\b)"
"""`expressed high hopes`: a noun behind a verb of the past."""

VERB = re.compile(
    rf"\b(?:{GONE_PLAN}|{HOPES}|(?P<deferred>{DEFERRED})|(?P<future>{FUTURE})|(?P<pending>{PENDING})|(?P<scheduled>{SCHEDULED})|(?:{PAST}))\b|(?P<contracted>['’]ll)\b"
)
"""Words that tell the time spoken of, verbs above all; `will be held` is one, and no `held`."""

CITATION = re.compile(r"\([A-Z][^()]{0,100}$")
"""What stands before a date cited in parentheses: `(Itar-Tass, `."""

GONE_WORD = re.compile(r"\b(?:ended|since|dated|last)\s+$")
"""What stands before a time that has been, however near the next one of its name is: `since January`."""

PAST_WORD = re.compile(
    r"(?:\bof|\b(?:against|compared\s+(?:with|to)|(?:up|down)\s+from)\s"
    r"(?:(?!\b(?:until|till|by|before|effective)\b)[^,.;]){0,40})\s+$"
)
"""`the vote of `, `against 43 percent in `: what is compared with has been, whatever is expected."""

PART_OF = re.compile(
    rf"\b(?:{alternation('tense.parts')}|\d(?:st|nd|rd|th)|{WEEKDAY})\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
"""`by the end of `, `in the first week of `: a part of what is yet to come may be to come itself."""

UNTIL = re.compile(r"\b(?:through|till)\s+$")
TO_LAST = re.compile(r"\bto\s+(?:be\s+)?\w+\s+through\s+(?:the\s+)?$")
"""`to run through `, whatever verb stands before it: `has named a program to run through June`."""
DEADLINE = re.compile(r"\b(?:by|until|till|through)\s+(?:the\s+)?$")
PRESENT_FUTURE = re.compile(
    r"\b(?:will|shall|must|(?:is|are)\s+(?:to|due|expected|scheduled|set)|plans?|intends?|hopes?|aims?)\b|['’]ll\b"
)
"""`will be ready by `: a day just gone by is no deadline any more; `was to be ready by ` may well mean it."""

PROMISED = re.compile(
    r"(?:(?<!had )\b(?:agreed|hoped|intended|promised|vowed|pledged|undertook|offered|wanted) to (?!have\b)"
    r"|\b(?:will|shall)(?: not)? have\b)[^.;,]{0,80}\b(?:by|before|until|no later than)\s+(?:the\s+)?$"
)
"""`agreed to pay by `, `will have left by `: a deadline for what was yet to be done.

`Agreed to buy it in ` may tell when that was agreed.
"""

TRADE = r"(?:deliver(?:y|ies)|shipments?|loading)"
FOR_DELIVERY = re.compile(
    rf"\bfor\s+(?:\w+\s+)?{TRADE}\s+(?:on|in|by|from|between|during|over|before|starting|beginning)\s+"
    r"(?:the\s+)?(?:[^.;,()]{3,20}?\s*(?:\b(?:to|and|or|through)\b|[/-])\s*(?:the\s+)?)?$"
)
"""`sold for delivery between `: what is traded now comes on a day ahead, whatever verb stands before it."""
TOLD_IN = re.compile(
    r"\b(?:announcement|announcements|decision|statement|vote|ruling|verdict|pledge|promise|warning|disclosure|revelation"
    r"|admission|declaration|agreement|confirmation|finding|news|forecast|prediction)\s+(?:made\s+)?(?:in|on)\s+"
    r"(?:early\s+|mid-|late\s+)?$"
)
TOLD_THAT = re.compile(r",?\s+(?:that|to|of|not\s+to|by|about)\b")
"""`his announcement in |July| that jobs would go`: what was told then has been told, whatever it tells of."""
FOR_DAY = re.compile(r"\bfor\s+(?:[^.;,()]{3,20}?\s*(?:\b(?:to|and|or|through)\b|[/-])\s*)?$")
DELIVERED = re.compile(rf"(?:\s*(?:\b(?:to|and|or|through)\b|[/-])\s*[^.;,()]{{3,20}}?)?\s+{TRADE}\b")
"""` delivery` behind `for 5-20 May`."""
LONGEST_PAIR = 40

AHEAD = frozenset({"future", "coming", "pending", "scheduled", "deferred"})
"""Tenses of what is to come."""

COMMA = 40
"""Characters that a comma between an expression and a verb counts for: what stands after one may be another clause.

The comma of `4,000 troops` is none.
"""
PARTING_COMMA = re.compile(r",(?!\d)")

TOLD = re.compile(r",[\"”]?\s[^,.;]*?\b(?:said|told|added|announced)")
"""Who says it, behind a comma: `a shortage in May, the minister told Reuters` tells no time of the shortage."""

SUBCLAUSE = re.compile(
    rf"\b(?:that\s+(?:(?:on|in|by|at|from|late|early)\s+){{0,2}}|(?:said|say|says)\s+(?:from|by|starting|beginning)\s+)(?:the\s+)?(?:{WEEKDAY},?\s+(?:and|or)\s+(?:on\s+)?)?$"
)
"""What begins a clause of its own before an expression: `said that on Friday the envoys would meet`."""
LONGEST_START = 40

TURN = 25
"""Characters by which the verb before an expression may be farther than the one after it and still count."""


class Words(NamedTuple):
    """Where words of tense stand, and which tense each tells."""

    starts: list[int]
    ends: list[int]
    tenses: list[str]


def direction(context: Context, *, start: int, end: int) -> str | None:
    """Return past or future by the verb nearest to an expression in its clause, None where there is none.

    A day that a source in parentheses is cited for is past whatever the verb, `cited`, and so is one after `since`,
    `gone`; a deadline after a future verb is `coming`.
    """
    text, (opening, closing) = context.text, sentence(context.text, start=start, end=end)
    first, last = max(opening, start - REACH), min(closing, end + REACH)
    before = text[first:start]
    if CITATION.search(before):
        return "cited"
    if GONE_WORD.search(before):
        return "gone"
    if is_of_trade(text, before, end=end):
        return "future"
    is_told = TOLD_IN.search(before) and TOLD_THAT.match(text, end)
    if is_told or (PAST_WORD.search(before) and not PART_OF.search(before)):
        return "past"
    tense = nearest_tense(text, words_of(text, opening, closing), span=(start, end), within=(first, last))
    if TO_LAST.search(before) or PROMISED.search(before) or (tense is None and UNTIL.search(before)):
        tense = "future"
    if tense == "future" and DEADLINE.search(before) and PRESENT_FUTURE.search(before):
        return "coming"
    return tense


def is_of_trade(text: str, before: str, *, end: int) -> bool:
    """Tell whether what is traded now will be delivered on a day: `for delivery on`, `for 5 May delivery`."""
    near = before[-LONGEST_PAIR:]
    return bool(FOR_DELIVERY.search(near)) or bool(FOR_DAY.search(near) and DELIVERED.match(text, end))


def nearest_tense(text: str, words: Words, *, span: tuple[int, int], within: tuple[int, int]) -> str | None:
    """Return the tense of the verb nearest to an expression, the one before it rather than the one after."""
    (start, end), (first, last) = span, within
    before, after = bisect_right(words.ends, start) - 1, bisect_left(words.starts, end)
    distance_before = start - words.ends[before] if before >= 0 and words.starts[before] >= first else None
    distance_after = words.starts[after] - end if after < len(words.starts) and words.ends[after] <= last else None
    if distance_before is not None and distance_after is not None:
        distance_before += COMMA * len(PARTING_COMMA.findall(text, words.ends[before], start))
        distance_after += COMMA * len(PARTING_COMMA.findall(text, end, words.starts[after]))
    if distance_after is not None and SUBCLAUSE.search(text, max(first, start - LONGEST_START), start):
        distance_before = None
    if distance_before is not None and (distance_after is None or distance_before <= distance_after + TURN):
        return words.tenses[before]
    if distance_after is None or TOLD.fullmatch(text, end, words.ends[after]):
        return None
    return words.tenses[after]


def sentence(text: str, *, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence that an expression stands in, with what ends it."""
    limits = limits_of(text)
    before, after = bisect_right(limits, start), bisect_right(limits, end)
    return limits[before - 1] if before else 0, limits[after] if after < len(limits) else len(text)


@lru_cache(maxsize=1)
def limits_of(text: str) -> list[int]:
    """Find where the sentences of a text end, once for all its expressions."""
    return [limit.end() for limit in BOUNDARY.finditer(text)]


@lru_cache(maxsize=64)
def words_of(text: str, start: int, end: int) -> Words:
    """Find the words of tense of a sentence; none reaches over its limits. Few sentences of a text have expressions."""
    verbs = list(VERB.finditer(text, start, end))
    return Words(
        starts=[verb.start() for verb in verbs],
        ends=[verb.end() for verb in verbs],
        tenses=["future" if verb["contracted"] else verb.lastgroup or "past" for verb in verbs],
    )


def parts_sentences(context: Context, start: int, end: int) -> bool:
    """Tell whether a sentence ends between two offsets."""
    return BOUNDARY.search(context.text, start, end) is not None

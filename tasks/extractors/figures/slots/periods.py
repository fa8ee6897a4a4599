"""Decides which of the time expressions of a text a figure holds for, each with the words that lead to it.

The expressions and their days come from the grammar of dates; what it cannot place in the calendar but a reader takes
for a period (`this season`, `over the past five years`) is found here, without days.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tasks.extractors.dates.relative.ended import RULE as STRETCH_TO
from warehouse.records import DateExpression

COUNT = r"(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several)"
STRETCH = re.compile(
    rf"\b(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin)\s(?:the\s)?(?:past|last|next|coming|previous)\s(?:{COUNT}\s)?"
    r"(?:year|month|week|day|decade|season)s?\b"
    rf"|\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\s(?:the\s)?(?:(?:fiscal\s)?year|quarter|season|half|{COUNT}\smonths)\s"
    r"(?:to|ending|ended)\s(?:end-)?(?=[A-Z])"
    r"|\b(?:a|one|two|three)\s(?:year|month|week)s?\s(?:earlier|before|previously|ago)\b"
    r"|\b(?:[Ii]n\s)?the\s(?:year|month|season)\s(?:before|earlier)\b"
    r"|\b[Ii]n\sthe\s(?:first|second)\shalf\b(?!\sof\b)"
    r"|\b(?:[Ii]n\s)?(?:[Tt]his|[Ll]ast|[Nn]ext)\sseason\b|\b[Ii]n\sthe\sseason\sbefore\b"
    r"|\b(?:[Bb]efore|[Ss]ince|[Aa]fter|[Dd]uring)\sthe\s(?:war|crisis|revolution|blockade|embargo|quake|earthquake|coup)"
    r"(?:\sof\s(?=[A-Z]))?|\b[Aa]t\sthe\stime\sof\s\w+\b"
)
"""`over the past five years`, `in the year to` June, `this season`, `before the war`."""
LEAD = re.compile(
    r"(?:\b(?:[Ss]o\sfar|[Ll]ate|[Ll]ater|[Ee]arly|[Ee]arlier|[Bb]ack)\s)?(?:\b(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil"
    r"|[Tt]ill|[Tt]hrough|[Tt]hroughout|[Dd]uring|[Oo]ver|[Ff]or|[Ff]rom|[Aa]fter|[Bb]efore|[Aa]t|[Ww]ithin|of|[Bb]etween)"
    r"\s)?(?:\bthe\s)?$"
)
"""What leads to a time expression: `late on `, `so far `, `since the `."""
LONGEST_LEAD = 30
COMPARER = re.compile(r"\b(?:than|against|with|versus|as|from|opposed to|compared to)\s(?:in\s|on\s|at\s)?$")
"""Before a time expression these make it the base of a comparison: `less than in |1996`."""
BASE_LEADS = frozenset({"from", "on", "over"})
"""Leads that do so too, but before a day: `down 5 percent on 1996`, but `on May 1`."""
BACKWARDS = re.compile(r"\b(?:earlier|before|previously|ago|(?:previous|preceding)\s\w+)$")
"""Expressions that are counted back from another time, and so are bases: `a year earlier`."""
SAID = (
    r"\b(?:said|says|announced|reported|told|stated|declared|noted|predicted|warned|published|released|added|ruled"
    r"|agreed|decided|voted|promised)\b"
)
SAID_BEFORE = re.compile(SAID + r"(?:\s[^\W\d][\w.-]*){0,4}\s?$")
"""`announced in Beijing |on Tuesday`: when something was said, not when it holds."""
MADE_BEFORE = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
    r"\b(?:signed|concluded|built|introduced|adopted|launched|founded|elected|issued)\s$"
)
"""`the agreement signed |in December`: when a thing came about that is named beside."""
SAID_BETWEEN = re.compile(SAID)
ASIDE = re.compile(r",\s\w*(?:ed|ing|en|which|built|made|sold)\s(?:\w+\s){0,3}$")
"""A participle after a comma, up to the period: `, signed `."""
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s$")
ATTRIBUTIVE = re.compile(r"\s(?!and\b|or\b|to\b|in\b|as\b|at\b|by\b|of\b|for\b|than\b|from\b|but\b|with\b|on\b)[a-z]")
"""A noun right behind a year: `the 1997 |budget`."""
BREAK = re.compile(
    r"[;:()\n]|[\"”]\s|,\s(?:and|but|while|whereas|though|although|which|who|where|so|or)\s|\s(?:while|whereas|but|now)\s"
)
"""What ends a clause between a figure and a time."""
JOINTS = {
    "between": re.compile(r"\sand\s(?:the\s)?(?:(?:early|late|mid|end)[\s-])?"),
    "from": re.compile(r"\s(?:to|through|until|till)\s(?:the\s)?(?:(?:early|late|mid|end)[\s-])?"),
}
"""What lies between the ends of a stretch, and no more: `from May| to |June`, not `from May to 80 tons in |June`."""
LOOK_BACK = 45
ADJACENT = 30
"""Characters between a base and the words right behind it that say when it held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time named in a text: where, and its first and last day where they are known.

    `is_base` marks what something is compared with, `is_foreign` what says when something else was or was said.
    """

    start_char: int
    end_char: int
    start_on: date | None
    end_on: date | None
    is_base: bool = False
    is_foreign: bool = False


def without_stretches(dates: Sequence[DateExpression]) -> list[DateExpression]:
    """Return the times without stretches before the day that ends them, which is read with their words."""
    return [row for row in dates if row.rule != STRETCH_TO]


def periods_in(text: str, start: int, end: int, *, dates: Sequence[DateExpression]) -> list[Period]:
    """Return the stretches of time named between two offsets, in order, given the time expressions found there."""
    stretches = [(match.start(), match.end()) for match in STRETCH.finditer(text, start, end)]
    found = list(with_stretches(joined(text, [led(text, row) for row in dates]), stretches))
    return [judged(text, period) for period in found]


def led(text: str, row: DateExpression) -> Period:
    """Return the period of a time expression, with the words that lead to it."""
    lead = LEAD.search(text, max(row.start_char - LONGEST_LEAD, 0), row.start_char)
    first = lead.start() if lead else row.start_char
    return Period(start_char=first, end_char=row.end_char, start_on=row.start_on, end_on=row.end_on)


def joined(text: str, periods: list[Period]) -> Iterator[Period]:
    """Yield periods, two that are the ends of one as one: `between January and April`, `from 1995 to 1997`."""
    kept: Period | None = None
    for period in periods:
        if kept and is_pair(text[kept.start_char : kept.end_char], text[kept.end_char : period.start_char]):
            kept = replace(kept, end_char=period.end_char, end_on=period.end_on)
            continue
        if kept:
            yield kept
        kept = period
    if kept:
        yield kept


def is_pair(first: str, gap: str) -> bool:
    """Tell whether two periods are the ends of one, by the first and what lies between them."""
    word = first.split(maxsplit=1)[0].lower()
    return word in JOINTS and JOINTS[word].fullmatch(gap) is not None


def with_stretches(periods: Iterator[Period], stretches: list[tuple[int, int]]) -> Iterator[Period]:
    """Yield the periods in order; a stretch takes in the expressions that it overlaps, or ends right before."""
    rest = list(stretches)
    for period in periods:
        while rest and rest[0][1] + 1 < period.start_char:
            start, end = rest.pop(0)
            yield Period(start_char=start, end_char=end, start_on=None, end_on=None)
        if rest and period.start_char <= rest[0][0] and rest[0][1] <= period.end_char:
            rest.pop(0)
        if rest and rest[0][0] <= period.start_char:
            start, end = rest.pop(0)
            yield Period(start_char=start, end_char=max(end, period.end_char), start_on=None, end_on=None)
        else:
            yield period
    yield from (Period(start_char=start, end_char=end, start_on=None, end_on=None) for start, end in rest)


def judged(text: str, period: Period) -> Period:
    """Mark a period that is a base of comparison, or says when something else was."""
    phrase = text[period.start_char : period.end_char]
    before = text[max(period.start_char - LOOK_BACK, 0) : period.start_char]
    is_day = period.start_on is not None and period.start_on == period.end_on
    opening = phrase.split(maxsplit=1)[0].lower()
    is_led_as_base = opening in BASE_LEADS and not is_day and period.start_on is not None and not STRETCH.match(phrase)
    is_base = bool(COMPARER.search(before)) or is_led_as_base
    after = text[period.end_char : period.end_char + 3]
    name = phrase.rsplit(maxsplit=1)[-1]
    is_name = name.isdigit() or (name == phrase and name.istitle())
    is_name = is_name and bool(ARTICLE.search(text, max(period.start_char - 6, 0), period.end_char - len(name)))
    is_foreign = (
        after.startswith(("'s", "’s"))
        or phrase.endswith(("'s", "’s"))
        or (is_day and after.startswith(" to"))
        or (is_name and bool(ATTRIBUTIVE.match(text, period.end_char)))
        or bool(SAID_BEFORE.search(before))
        or bool(MADE_BEFORE.search(before))
        or (after.startswith(",") and bool(ASIDE.search(before)))
    )
    return Period(
        start_char=period.start_char,
        end_char=period.end_char,
        start_on=period.start_on,
        end_on=period.end_on,
        is_base=is_base or bool(BACKWARDS.search(phrase)),
        is_foreign=is_foreign,
    )


def period_behind(text: str, periods: list[Period], start: int, *, limit: int) -> Period | None:
    """Return the first period that follows a figure's end in its clause, up to a limit."""
    index = bisect_left(periods, start, key=lambda period: period.start_char)
    while index < len(periods) and periods[index].end_char <= limit:
        period = periods[index]
        gap = text[start : period.start_char]
        if BREAK.search(gap) or SAID_BETWEEN.search(gap):
            return None
        if not period.is_base and not period.is_foreign:
            return period
        index += 1
    return None


def period_of_base(text: str, periods: list[Period], start: int, *, limit: int) -> Period | None:
    """Return the period right behind a base, which may be counted back from another: `8 percent a year earlier`."""
    index = bisect_left(periods, start, key=lambda period: period.start_char)
    if index == len(periods) or periods[index].end_char > limit:
        return None
    gap = text[start : periods[index].start_char]
    if text[periods[index].start_char : periods[index].start_char + 3].lower() == "by ":
        return None
    return None if len(gap) > ADJACENT or BREAK.search(gap) or "," in gap else periods[index]


def period_ahead(text: str, periods: list[Period], end: int, *, low: int, nearest: int) -> Period | None:
    """Return the last period before a figure in its clause, or the one that its sentence, from `low`, begins with.

    `nearest` is where the figure before ends, or the sentence begins: between the two only the first period counts.
    """
    index = bisect_left(periods, end, key=lambda period: period.end_char) - 1
    while index >= 0 and periods[index].start_char >= low:
        period = periods[index]
        opens = period.start_char - low <= 1
        gap = text[period.end_char : end]
        if not (period.is_base or period.is_foreign) and (opens or period.start_char >= nearest):
            is_broken = BREAK.search(gap) if not opens else ";" in gap or BREAK.search(gap, 1)
            return None if is_broken or SAID_BETWEEN.search(gap) else period
        index -= 1
    return None

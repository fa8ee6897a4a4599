"""The office or title stated before a person's name: `Deputy Foreign Minister Grigory Karasin`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.extractors.mentions.lexicon.locations import country_of
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import MINISTRY_WORDS, words_for

WORD = re.compile(r"[\w’'-]+")
ABBREVIATION = re.compile(r"\w{1,4}\.\s+")
BEFORE_NAME = re.compile(r",?\s+")
BETWEEN = re.compile(r"\s+|-")
OWNER = re.compile(r"(?:['’]s?)?\s+(?:the\s+)?")
OF = re.compile(r"\s+of\s+(?:the\s+)?|,\s+also\s+of\s+(?:the\s+)?|\s+\([RD]-")
"""Between a person and whose the office is: `Senator Orlov of Ohio`, `, also of Ohio`, `(D-Ohio)`."""
ADJECTIVES = frozenset({"major", "general"})
"""Small and alone these are no office: `the major Manchester hotels`."""
LED = frozenset({"market", "world", "industry", "sector", "category", "price", "chart", "technology"})
"""What a firm leads: `market leader Alden`."""
SUBJECT = re.compile(rf"(?:{MINISTRY_WORDS})$")
HAD_BY_OFFICERS = frozenset(
    {"government", "party", "campaign", "cabinet", "council", "house", "staff", "army", "faction"}
)
CABINET_SECRETARY = re.compile(r"Chief Cabinet Secretary\b")
MINISTERS = frozenset({"minister", "secretary"})
HONOURS = frozenset({"Lord", "Lady", "Sir", "Dame", "Baron", "Baroness"})
"""What may stand between an office and a name: `Chairman Lord Holm`."""
WINDOW = 80
MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Where an office is stated, and the name beside it or behind the person that says whose it is."""

    start: int
    end: int
    owner: Span | None


def role_before(text: str, start: int, *, not_before: int = 0) -> str | None:
    """Read the office stated directly before the person whose name begins here, as written, not before `not_before`."""
    if start == 0 or not text[start - 1].isspace():
        return None
    words = list(WORD.finditer(text, max(not_before, start - WINDOW), start))
    if len(words) > 1 and words[-1].group() in HONOURS and BEFORE_NAME.fullmatch(text, words[-1].end(), start):
        start = words.pop().start()
    if not words or not is_office(words):
        return None
    if not (
        BEFORE_NAME.fullmatch(text, words[-1].end(), start) or ABBREVIATION.fullmatch(text, words[-1].start(), start)
    ):
        return None
    words = words[belonging(words) :]
    first = last = len(words) - 1
    for position in range(last, max(-1, last - MOST_WORDS), -1):
        word = words[position].group().lower()
        if position < last and not follows(text, words[position], words[position + 1]):
            break
        if word == "under" and position < last and not words[position + 1].group().lower().startswith("secretary"):
            break  # `under General Orlov`, but `Under Secretary Orlov`
        is_subject = words[last].group().lower() in MINISTERS and SUBJECT.match(words[position].group()) is not None
        if word in words_for("office") or word in words_for("qualifier of an office") or is_subject:
            first = position
        elif word not in words_for("between words of an office"):
            break
    return text[words[first].start() : words[last].end()]


def belonging(words: Sequence[re.Match[str]]) -> int:
    """Give the number of the word behind what an officer has: 2 in `government of |Chancellor`."""
    for position in range(len(words) - 2, 0, -1):
        is_of = words[position].group() == "of" and words[position - 1].group().lower() in HAD_BY_OFFICERS
        if is_of and words[position + 1].group().lower() in words_for("office"):
            return position + 1
    return 0


def is_office(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether the last of some words is an office, and no adjective as of `the major Manchester hotels`."""
    last, before = words[-1].group(), words[-2].group() if len(words) > 1 else ""
    is_adjective = last in ADJECTIVES and before not in words_for("qualifier of an office")
    is_firm = last == "leader" and before in LED
    return last.lower() in words_for("office") and not (is_adjective or is_firm)


def office_before(text: str, spans: Sequence[Span], position: int, *, not_before: int) -> Office | None:
    """Find the office stated before the person that is the span at a position; no further back than `not_before`."""
    person = spans[position]
    role = role_before(text, person.start, not_before=not_before) if person.kind == "person" else None
    if role is None:
        return None
    start = text.rfind(role, max(0, person.start - WINDOW), person.start)
    return Office(start=start, end=start + len(role), owner=owner_of_office(text, spans, position, start=start))


def without_roles(text: str, spans: Sequence[Span]) -> list[Span]:
    """Leave out what looks like a body and is the role of the person right behind it: `Economist Ian Dale`."""
    following = {span.start for span in spans if span.kind == "person"}
    return [
        span
        for span in spans
        if not (span.end + 1 in following and is_role(text[span.start : span.end], span))
        and not CABINET_SECRETARY.match(text, max(0, span.start - len("Chief ")))
    ]


def is_role(name: str, span: Span) -> bool:
    """Tell whether a name taken for a body is a word for an office."""
    return span.kind == "organization" and name.lower() in words_for("office")


def country_of_office(text: str, office: Office, codes: Mapping[int, str], names: Mapping[int, str]) -> str | None:
    """Tell the country whose an office is, or in whose region it is held: US for a senator from Texas.

    `codes` and `names` have the countries' codes and the fuller names by offset. A head of a region's state is nobody
    of its country's: the president of Tatarstan is none of Russia.
    """
    owner = office.owner
    if owner is None or owner.start in codes:
        return codes.get(owner.start) if owner else None
    last = WORD.findall(text[office.start : office.end])[-1].lower()
    if owner.kind != "place" or last in words_for("head of a state"):
        return None
    return country_of(names.get(owner.start) or text[owner.start : owner.end])


def owner_of_office(text: str, spans: Sequence[Span], position: int, *, start: int) -> Span | None:
    """Find the name that says whose an office is: before it, `Russian` or `Ukraine’s`, or behind the person, `of Iran`.

    The person is the span at the position, the office begins at `start`.
    """
    before = spans[position - 1] if position else None
    if before and before.end <= start and OWNER.fullmatch(text, before.end, start):
        return before
    after = spans[position + 1] if position + 1 < len(spans) else None
    is_behind = after and after.kind == "place" and OF.fullmatch(text, spans[position].end, after.start)
    return after if is_behind else None


def follows(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    """Tell whether nothing but white space, a hyphen or an abbreviation's period parts two words."""
    return bool(
        BETWEEN.fullmatch(text, word.end(), following.start())
        or ABBREVIATION.fullmatch(text, word.start(), following.start())
    )

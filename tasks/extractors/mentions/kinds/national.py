"""Bodies that every state has, and whose they are: the Foreign Ministry of Russia is not that of China."""

import functools
import re
from collections.abc import Mapping, Sequence
from datetime import date

from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.lexicon import lexicon
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import plain, rows, words_for

MINISTRY = re.compile(r"(?:ministry|department) (?:of|for) (?:the )?(?P<subject>.+)$")
LAST_OF_A_MINISTRY = (" ministry", " parliament")
SUBJECTS = {
    "foreign affairs": "foreign",
    "external affairs": "foreign",
    "internal affairs": "interior",
    "home affairs": "interior",
    "national defense": "defense",
    "economics": "economy",
}
"""What a ministry is for, and the shorter word for it."""
STATE_BODY = "state's body"
OWNED = re.compile(r"(?:['’]s?)? ")
"""Between a state and its body: `Ukraine’s Supreme Court`."""
MOST_WORDS_OF_A_STATE = 3


def codes_of_names(
    text: str, spans: Sequence[Span], full_names: Mapping[int, str], *, on: date | None
) -> dict[int, str]:
    """Map the start of each name that is a country's, a people's or a national body's to the country's code.

    `full_names` has, by their offsets, the names of places that say more than what is written: `Georgia, United
    States`.
    """
    codes = codes_of_bodies(text, spans, on=on)
    for span in spans:
        name = full_names.get(span.start) or " ".join(text[span.start : span.end].split())
        code = country_code(name, span.kind, on=on) if span.kind in ("place", "nationality") else None
        if code:
            codes[span.start] = code
    return codes


def codes_of_bodies(text: str, spans: Sequence[Span], *, on: date | None) -> dict[int, str]:
    """Map the start of each national body's name to the code of its state.

    One named without a state, `Foreign Ministry`, is that of the state whose such body the article names, if it names
    no other's.
    """
    codes: dict[int, str] = {}
    alone: list[tuple[int, str]] = []
    owners: dict[str, set[str]] = {}
    before: Span | None = None
    for span in spans:
        name = " ".join(text[span.start : span.end].split())
        if span.kind == "organization" and name in bodies_of_one_state():
            codes[span.start] = bodies_of_one_state()[name]
        elif span.kind == "organization":
            body, state = parted(name)
            if not state and before and OWNED.fullmatch(text, before.end, max(before.end, span.start)):
                state = text[before.start : before.end]
            code = code_of(state, on=on) if body else None
            if body and code:
                codes[span.start] = code
                owners.setdefault(body, set()).add(code)
            elif body:
                alone.append((span.start, body))
        before = span
    return codes | {start: next(iter(owners[body])) for start, body in alone if len(owners.get(body, ())) == 1}


@functools.cache
def bodies_of_one_state() -> Mapping[str, str]:
    """Read the codes of the states whose alone the bodies of some names are: US for `State Department`."""
    return {name: row["country_code"] for row in rows("national_bodies.csv") for name in row["names"].split("|")}


@functools.lru_cache(maxsize=10_000)
def parted(name: str) -> tuple[str, str]:
    """Part a national body's name, in its usual form, from its state: `foreign ministry`, `Russian`; empty for none."""
    words = name.split(" ")
    body = usual_form(name)
    if body:
        return body, ""
    for size in range(1, min(MOST_WORDS_OF_A_STATE, len(words) - 1) + 1):
        state, body = " ".join(words[:size]), usual_form(" ".join(words[size:]))
        state = re.sub(r"['’]s?$", "", state)
        if body and code_of(state, on=None):
            return body, state
    head, _, state = name.rpartition(" of ")
    body, state = usual_form(head), state.removeprefix("the ")
    return (body, state) if body and code_of(state, on=None) else ("", "")


def usual_form(name: str) -> str:
    """Write a national body's name in one way, `foreign ministry` for `Ministry of Foreign Affairs`; others empty."""
    small = plain(name).lower().replace("defence", "defense")
    match = MINISTRY.match(small)
    if match and not code_of(name.rpartition(" of ")[2].removeprefix("the "), on=None):
        return f"{SUBJECTS.get(match['subject'], match['subject'])} ministry"
    is_one = (
        small in words_for("national body")
        or small.endswith(LAST_OF_A_MINISTRY)
        or lexicon().kinds.get(plain(name)) == STATE_BODY
    )
    return small if is_one and name[:1].isupper() and not begins_with_state(name) else ""


def begins_with_state(name: str) -> bool:
    """Tell whether the first words of a name are those of a state: `South Korean Foreign Ministry`."""
    words = name.split(" ")
    states = (" ".join(words[:size]) for size in range(1, MOST_WORDS_OF_A_STATE + 1))
    return any(code_of(re.sub(r"['’]s?$", "", state), on=None) for state in states)


def code_of(state: str, *, on: date | None) -> str | None:
    """Tell the code of a state by its name or adjective."""
    return country_code(state, "nationality", on=on) or country_code(state, "place", on=on)

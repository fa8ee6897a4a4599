"""The office stated beside a person's name, parted by a comma: `Karl Brandt, governor of the Bank of Norway,`."""

import re
from collections.abc import Sequence

from tasks.extractors.mentions.kinds.roles import BETWEEN, WORD, Office
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import words_for

LEAD = re.compile(r",\s+(?:\d\d,\s+)?(?:(?:the|a|an)\s+)?")
OWNED = re.compile(r"(?:['’]s?)?\s+")
OF = re.compile(r"\s+(?:of|for|at)\s+(?:the\s+)?")
OF_THING = re.compile(r"\s+(?:of|for)\s+(?:[a-z-]+\s+){0,2}[a-z-]+(?=\s*,|\s+at\s)")
"""What an office is for: `head| of new media| at Harbor Press`."""
OWNERS = ("nationality", "place", "organization")
OWNS = re.compile(r"['’]s?\s+")
TAIL = re.compile(r"\s*[,.;:)]|\s+(?:and|but|said|says|told|who)\b")
"""What an office ends at; anything else may be a longer one, or another person: `Orlov, chairman Petrov and others`."""
MOST_WORDS = 6
OF_BODY = re.compile(r"\b[Tt]he (?P<office>(?:[a-z-]+ ){0,4}?[a-z-]+) (?:of|for) (?:the )?$")
"""`The deputy head of the| Omsk Tram Works, Nils Berg,`."""
LONGEST_OFFICE = 60


def office_apart(text: str, spans: Sequence[Span], position: int) -> Office | None:
    """Find the office that a comma parts from the person that is the span at a position, behind him or before."""
    return office_behind(text, spans, position) or office_of_body_before(text, spans, position)


def office_behind(text: str, spans: Sequence[Span], position: int) -> Office | None:
    """Find the office, in small letters, stated behind the person that is the span at a position."""
    lead = LEAD.match(text, spans[position].end) if spans[position].kind == "person" else None
    if lead is None:
        return None
    following = {span.start: span for span in spans[position + 1 : position + 5]}
    owner = following.get(lead.end())
    owned = OWNED.match(text, owner.end) if owner and owner.kind in OWNERS else None
    start = owned.end() if owned else lead.end()
    end = end_of_office(text, start)
    if end is None or (owner and not owned):
        return None
    thing = OF_THING.match(text, end)
    end = thing.end() if thing else end
    body_of = OF.match(text, end)
    body = following.get(body_of.end()) if body_of else None
    while body:
        end, owner = body.end, owner or body
        owns = OWNS.match(text, end)
        body = following.get(owns.end()) if owns else None
    return Office(start=start, end=end, owner=owner) if TAIL.match(text, end) else None


def office_of_body_before(text: str, spans: Sequence[Span], position: int) -> Office | None:
    """Find the office with its body stated before a person between commas: `the head of Arkon, Nils Berg,`."""
    person = spans[position]
    body = spans[position - 1] if position else None
    is_apart = person.kind == "person" and text[person.end : person.end + 1] in (",", ")")
    if not is_apart or body is None or body.kind not in OWNERS or text[body.end : person.start] != ", ":
        return None
    since = spans[position - 2].end if position > 1 else 0
    found = OF_BODY.search(text, max(since, body.start - LONGEST_OFFICE), body.start)
    words = found["office"].split() if found else []
    if found is None or words[-1] not in words_for("office") or not all(map(may_qualify, words[:-1])):
        return None
    return Office(start=found.start("office"), end=body.end, owner=body)


def may_qualify(word: str) -> bool:
    """Tell whether a word may stand before an office, which an open class does: `technical coordinator`."""
    return word in words_for("qualifier of an office") or (word.islower() and word not in words_for("no qualifier"))


def end_of_office(text: str, start: int) -> int | None:
    """Tell where the words of an office end that begins here, in small letters; None where there is no office."""
    end, before = None, None
    for count, word in enumerate(WORD.finditer(text, start)):
        is_next = before.end() if before else start
        if count == MOST_WORDS or (before and not BETWEEN.fullmatch(text, is_next, word.start())):
            break
        if not (word.group() in words_for("office") or may_qualify(word.group())):
            break
        end = word.end() if word.group() in words_for("office") else end
        before = word
    return end if before and end == before.end() else None

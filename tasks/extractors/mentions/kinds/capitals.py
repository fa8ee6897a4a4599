"""Where a capital's name stands for its government: `Moscow has said`, `Beijing’s support`."""

import re
from datetime import date

from tasks.extractors.mentions.lexicon.countries import capital_of
from tasks.extractors.mentions.lexicon.tables import any_of

ACTS = re.compile(
    rf"(?:,? (?:and|or) [A-Z]\w+)?,? (?:not |also |likewise |itself |both )*(?:{any_of('verb of a government')})\b"
)
OWNS = re.compile(rf"['’]s (?:\w+ ){{0,2}}(?:{any_of('what a government has')})\b")
BESIDE = re.compile(rf"\b(?:{any_of('before a capital that acts')}) $")
BESIDE_ANOTHER = re.compile(r"\b(?:between|both) [A-Z][\w.]+ and $")
AT = re.compile(rf"\b(?:{any_of('before a capital as a place')}) $")
ALWAYS = frozenset({"Kremlin", "White House", "Pentagon"})
WINDOW = 40


def stands_for(text: str, start: int, end: int, *, on: date | None) -> str | None:
    """Tell the state that the capital at these offsets acts for, where the words beside it say that it does."""
    name = text[start:end]
    code = capital_of(name, on=on)
    if code is None or name in ALWAYS:
        return code
    before, after = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    if AT.search(before):
        return code if OWNS.match(after) else None
    acts = ACTS.match(after) or OWNS.match(after)
    beside = BESIDE.search(before) or BESIDE_ANOTHER.search(before)
    return code if acts or beside else None

"""Names as they are compared: small, without accents, in American spelling, with plain hyphens."""

import functools
import re
import unicodedata

NAMES_REMEMBERED = 20_000
"""Most names come again and again."""
PLAIN = str.maketrans("’‘–‑", "''--")
SPELLINGS = (
    (re.compile(r"\bco-(?=operat|ordinat)"), "co"),
    (re.compile(r"isation\b"), "ization"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bprogramme\b"), "program"),
)
"""British spellings, and American ones in their place."""


def unaccented(name: str) -> str:
    """Write a name small and without accents."""
    if name.isascii():
        return name.casefold()
    parts = unicodedata.normalize("NFKD", name)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def normalised(name: str) -> str:
    """Write any other name small, in American spelling, with plain hyphens and no article or final period."""
    plain = unaccented(name).translate(PLAIN)
    for pattern, replacement in SPELLINGS:
        plain = pattern.sub(replacement, plain)
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", plain)).rstrip(".")

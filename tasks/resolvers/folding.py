"""Names reduced to what their spellings have in common: `Sergeev` and `Sergeyev`, `Lukashenka` and `Lukashenko`."""

import functools
import re
import unicodedata

TRANSLITERATIONS = (
    (re.compile(r"['’`ʼ.]"), ""),
    (re.compile(r"x"), "ks"),
    (re.compile(r"shch|tsch"), "sh"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"dzh"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"\bye|(?<=[aeiou])[yi]?e|(?<=[^aeiou\W])ye"), "e"),  # Yeltsin, Eltsin; Kirienko, Kiriyenko
    (re.compile(r"yu|iu|ju"), "u"),
    (re.compile(r"ya|ia|ja"), "a"),
    (re.compile(r"(?:iy|yi|ii|ij|yy|ey|ei|i|y)\b"), "i"),  # Sergei, Sergey, Sergiy
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"enk[ao]\b"), "enko"),  # Lukashenka is the Belarusian form
    (re.compile(r"(\w)\1+"), r"\1"),  # Kirill, Kiril
)
"""What English papers of the 1990s wrote in more than one way, in the order of replacement."""
NAMES_REMEMBERED = 100_000
"""Most names come again and again."""
PLAIN = str.maketrans("’‘–‑", "''--")
PATRONYMIC = re.compile(r"\w+(?:ovich|evich|ich|ovna|evna|ichna)$", re.IGNORECASE)
INITIAL = re.compile(r"\w\.?$")


def unaccented(name: str) -> str:
    """Write a name small and without accents."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def folded(word: str) -> str:
    """Reduce one word of a person's name to what its transliterations share."""
    letters = unaccented(word)
    for pattern, replacement in TRANSLITERATIONS:
        letters = pattern.sub(replacement, letters)
    return letters


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def folded_person(name: str) -> tuple[str, ...]:
    """Reduce a person's name to its folded words, without patronymic and middle initials."""
    words = name.split()
    middle = [word for word in words[1:-1] if not (INITIAL.match(word) or PATRONYMIC.match(word))]
    return tuple(folded(word) for word in (words[:1] + middle + words[-1:] if len(words) > 1 else words))


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def normalised(name: str) -> str:
    """Write any other name small, with plain hyphens and apostrophes, single spaces and no article or final period."""
    plain = unaccented(name).translate(PLAIN)
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", plain)).rstrip(".")

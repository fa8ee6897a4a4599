"""Names reduced to what their spellings have in common: `Sergeev` and `Sergeyev`, `Lukashenka` and `Lukashenko`."""

import functools
import re

from tasks.extractors.mentions.lexicon.spelling import NAMES_REMEMBERED, unaccented
from tasks.resolvers.entities.lists import rows

TRANSLITERATIONS = (
    (re.compile(r"^(?:al|el|ad|ar|as|ash|an)[-‐‑](?=\w)"), ""),  # al-Assad, Assad: the Arabic article
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
    (re.compile(r"\b[gqk]h?ad+h?af+[iy]\b"), "kadafi"),  # Gaddafi, Qadhafi, Kadafi
    (re.compile(r"(\w)\1+"), r"\1"),  # Kirill, Kiril
)
"""What English papers of the 1990s wrote in more than one way, in the order of replacement."""
PATRONYMIC = re.compile(r"\w+(?:ovich|evich|ich|ovna|evna|ichna)$", re.IGNORECASE)
INITIAL = re.compile(r"[^\W\d_]\.?$|(?:[^\W\d_]\.){2,3}$")
"""`B.`, `B` or `B.N.`."""
GENERATION = re.compile(r"(?:Jr|Sr)\.?$|I{2,3}$|IV$")
"""What tells a son from his father: `Jr.`."""
OF_ONE_NAME = re.compile(r"[-‐‑]")


def folded(word: str) -> str:
    """Reduce one word of a person's name to what its transliterations share."""
    letters = unaccented(word)
    for pattern, replacement in TRANSLITERATIONS:
        letters = pattern.sub(replacement, letters)
    return letters


@functools.cache
def leading_family_names() -> frozenset[str]:
    """Read the Chinese and Korean family names, small, which stand before the given name."""
    return frozenset(row["name"] for row in rows("leading_family_names.csv"))


@functools.cache
def given_names() -> dict[str, str]:
    """Read which given names are forms of one, folded."""
    return {folded(other): folded(row["name"]) for row in rows("given_names.csv") for other in row["others"].split("|")}


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def folded_person(name: str) -> tuple[str, ...]:
    """Reduce a person's name to its folded words, without patronymic, middle initials and `Jr.`.

    Each given name is written in one of its forms: `Aleksandr` for `Alexander`.
    """
    words = [word for word in syllables(name) if not GENERATION.match(word)] or name.split()
    middle = [word for word in words[1:-1] if not is_left_out(word)]
    first, *rest = [folded(word) for word in (words[:1] + middle + words[-1:] if len(words) > 1 else words)]
    return (given_names().get(first, first), *rest) if rest else (first,)


@functools.lru_cache(maxsize=NAMES_REMEMBERED)
def distinctions(name: str) -> tuple[str, ...]:
    """List what a name has beside its folded words: `w` of `George W. Bush`, `jr` of a son."""
    words = name.split()
    middle = [folded(word) for word in words[1:-1] if is_left_out(word)]
    return (*middle, *(folded(word) for word in words[1:] if GENERATION.match(word)))


def is_left_out(word: str) -> bool:
    """Tell whether a middle word is often left out: an initial or a patronymic."""
    return bool(INITIAL.match(word) or PATRONYMIC.match(word))


def syllables(name: str) -> list[str]:
    """Split a name into words, and a Korean or Chinese given name at its hyphen: `Kim Jong-il` into three."""
    words = name.split()
    last = words[-1] if len(words) > 1 else ""
    first, _, second = last.partition("-") if OF_ONE_NAME.search(last) else (last, "", "")
    is_given = second[:1].islower() or words[0].lower() in leading_family_names()
    if second and is_given and len(first) > 2:
        return [*words[:-1], first, second]
    return words

"""Which words are verbs, and in which form: by lists of bases, the irregular forms, and the endings of the others."""

import csv
from functools import cache
from pathlib import Path

from tasks.extractors.figures.words.word_lists import word_list

IRREGULAR = Path(__file__).with_name("irregular_verbs.csv")
VOWELS = frozenset("aeiou")
DOUBLED = word_list("verbs.doubled")
"""Verbs that double their last letter: `trim`, `trimmed`."""


@cache
def irregular_forms() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Read the past forms and participles of the irregular verbs, by their base."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    with IRREGULAR.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            past, participles = found.setdefault(row["base"], (set(), set()))
            past.add(row["past"])
            participles.add(row["participle"])
    return {base: (frozenset(past), frozenset(participles)) for base, (past, participles) in found.items()}


def past_forms(base: str) -> frozenset[str]:
    """Return the past forms of a verb: `fell` of `fall`, `trimmed` of `trim`."""
    known = irregular_forms().get(base)
    return known[0] if known else frozenset({with_ending(base, "ed")})


def participles(base: str) -> frozenset[str]:
    """Return the past participles of a verb: `fallen`, `trimmed`."""
    known = irregular_forms().get(base)
    return known[1] if known else frozenset({with_ending(base, "ed")})


def with_ending(base: str, ending: str) -> str:
    """Join `ed` or `ing` to a verb as it is spelled: `raised`, `trimming`, `carried`."""
    if base in DOUBLED:
        return base + base[-1] + ending
    if base.endswith("e"):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + ending


def third_person(base: str) -> str:
    """Return the form of a verb after `it`: `reaches`, `carries`, `falls`."""
    if base.endswith(("s", "sh", "ch", "x", "z", "go")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in VOWELS else base + "s"


def all_forms(bases: frozenset[str]) -> frozenset[str]:
    """Return every form of some verbs but those of `be`, which are auxiliaries."""
    forms: set[str] = set()
    for base in bases:
        forms |= {base, third_person(base), with_ending(base, "ing")} | past_forms(base) | participles(base)
    return frozenset(forms)


LEVEL_BASES = word_list("verbs.level")
"""Verbs whose subject is what is measured: `exports fell`, `the debt amounts to`."""
SETTING_BASES = word_list("verbs.setting")
"""Verbs that bring their object to a level or by a step: `cut spending by`, `put the cost at`."""
BE_FORMS = frozenset({"is", "are", "was", "were", "be", "been", "being"})
LEVEL_FORMS = all_forms(LEVEL_BASES) | BE_FORMS
SETTING_FORMS = all_forms(SETTING_BASES)
SETTING_PARTICIPLES = frozenset[str]().union(*(participles(base) for base in SETTING_BASES))
NOUNS_TOO = word_list("verbs.nouns_too")
"""Forms that are nouns as often as verbs: `rise`, `costs`, `cut`."""
OTHER_FORMS = all_forms(word_list("verbs.others")) | frozenset({"calls"})
"""Verbs that are never nouns: `the budget assumes growth`."""
SURE_FORMS = frozenset(form for form in LEVEL_FORMS | SETTING_FORMS if not form.endswith("ing")) - NOUNS_TOO
"""Forms of the verbs of level and setting that are never nouns: `reaches`, `raise`."""
PRESENT_FORMS = LEVEL_BASES | frozenset(third_person(base) for base in LEVEL_BASES)
PAST_FORMS = frozenset[str]().union(*(past for past, _ in irregular_forms().values()))
PARTICIPLES = frozenset[str]().union(*(participles for _, participles in irregular_forms().values()))
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must"})
AUXILIARIES = MODALS | BE_FORMS | frozenset({"has", "have", "had", "having", "does", "did", "do", "not"})


def ends_as_participle(word: str) -> bool:
    """Tell whether a word in small letters has the ending of a regular past form, and is no known other word."""
    return word.endswith("ed") and len(word) > 4 and word not in NO_PAST


NO_PAST = word_list("verbs.no_past")

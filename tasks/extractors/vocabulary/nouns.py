"""Common nouns for those who speak, and for what carries their words.

Of the kinds of `nouns.csv` a `person` or `organization` speaks, a `carrier` (statement, letter) is spoken through, and
a `share` (majority) is a part of those asked.
"""

import functools

from tasks.extractors.vocabulary.tables import rows

PERSONAL_PRONOUNS = frozenset({"i", "you", "he", "she", "we", "they", "who"})


@functools.cache
def noun_kinds() -> dict[str, str]:
    """Give the kind of each noun, by its singular."""
    return {row["noun"]: row["kind"] for row in rows("nouns.csv")}


def noun_kind(word: str) -> str | None:
    """Give the kind of a noun in the singular or the plural; nothing where it is none of ours."""
    noun = word.lower()
    kinds = noun_kinds()
    for singular in (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"):
        if singular in kinds:
            return kinds[singular]
    return kinds.get(noun.removesuffix("men") + "man") if noun.endswith("men") else None

"""Names known beforehand, and words that are none.

`names.csv`, `stop_words.csv` and `countries.csv` were compiled by hand; the codes of the last are those of ISO 3166-1
and, for states that are no more, of ISO 3166-3. `organizations.csv` has the international organizations,
`national_bodies.csv` the bodies that one state alone has under a name.
"""

import functools
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.countries import spellings
from tasks.extractors.mentions.lexicon.index import Index, index
from tasks.extractors.mentions.lexicon.tables import plain, rows, words_for
from tasks.extractors.vocabulary.outlets import printed_names

ALSO_A_BUILDING = frozenset({"Pentagon", "Whitehall"})
"""Bodies called by the place where they are."""
COUNTRY_KINDS = {"names": "place", "adjectives": "nationality", "capitals": "place"}


def names_of_outlets() -> Iterator[str]:
    """Yield the outlets, but for those that a word is as well, or somebody or a place: `Day`, `Sabah`."""
    for outlet, names in printed_names():
        yield from (
            name
            for name in names
            if outlet.kind != "group" and name[0].isupper() and not name.startswith("The ")
            if name not in words_for("outlet that is also a word")
        )


@functools.cache
def lexicon() -> Index:
    """Read every name known beforehand into an index; of two kinds for a name, the one listed last counts."""
    return index(known_names())


def known_names() -> Iterator[tuple[str, str]]:
    """Yield kind and name of all the lists, those of the outlets and countries first."""
    for name in names_of_outlets():
        yield "organization", name
    for row in rows("countries.csv"):
        for column, kind in COUNTRY_KINDS.items():
            for name in spellings(row[column]):
                yield kind, name
    for row in rows("organizations.csv"):
        for name in filter(None, (row["name"], *row["others"].split("|"))):
            yield "organization", name
    for row in rows("names.csv"):
        for name in spellings(row["names"]):
            yield row["kind"], name
    yield from bodies_of_one_state()


def bodies_of_one_state() -> Iterator[tuple[str, str]]:
    """Yield kind and name of the bodies that one state alone has under a name."""
    for row in rows("national_bodies.csv"):
        for name in row["names"].split("|"):
            if name not in ALSO_A_BUILDING:
                yield "organization", name


def kind_of(name: str) -> str | None:
    """Tell the kind of a name known beforehand."""
    kind = lexicon().kinds.get(plain(name))
    if kind == "state's body":
        return None
    return "organization" if kind == "body" else kind


@functools.cache
def stop_words() -> frozenset[str]:
    """Read the words that alone are no name, whatever the model says."""
    return frozenset(name for row in rows("stop_words.csv") for name in row["names"].split("|"))


def is_stop_word(name: str) -> bool:
    """Tell whether a word alone is no name: `Interior`, `CEO`."""
    return plain(name) in stop_words()

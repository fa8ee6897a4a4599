"""Given names of men and of women.

`given_names.csv` lists those that nearly always belong to one gender; names of both are left out, and so are names that
more people bear as a family name. Its column `alone` says what such a word by itself is: a `person`, where it is
frequent and hardly anything else, or a `given name`, if it is a person's name at all.
"""

import functools

from tasks.extractors.vocabulary.tables import rows


@functools.cache
def genders() -> dict[str, str]:
    """Give the gender of each given name, `masculine` or `feminine`."""
    return {name: row["gender"] for row in rows("given_names.csv") for name in row["names"].split("|")}


@functools.cache
def common_given_names() -> frozenset[str]:
    """Give the names that, where they are somebody's, are given ones: `Olga`, and `Lloyd`."""
    return frozenset(name for row in rows("given_names.csv") if row["alone"] for name in row["names"].split("|"))


@functools.cache
def names_of_persons() -> frozenset[str]:
    """Give the names by which a single word shows a person: `Olga`, but not `Denver` or `Lloyd`."""
    named = (row["names"] for row in rows("given_names.csv") if row["alone"] == "person")
    return frozenset(name for names in named for name in names.split("|"))

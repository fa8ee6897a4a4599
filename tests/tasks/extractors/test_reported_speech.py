import json
from collections.abc import Sequence

import pytest
from test_quotations import find

from tasks.extractors import mentions, quotations
from tasks.extractors.quotations.lexicon.cues import has_cue, verb_forms
from tasks.formats.article import bare_article
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


def test_an_outlet_is_told_what_begins_behind_it_with_the_names_found() -> None:
    article = bare_article("Peter Hale told Reuters Peru had paid.", article_id="test")
    rows = quotations.find(article, mentions=mentions.find(article))
    assert [(row.text, row.speaker) for row in rows] == [("Peru had paid", "Peter Hale")]


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
        ("The mayor is expected to leave.", "expectation"),
        ("Aides expect the mayor to leave.", "attitude"),
        ("The mayor is expected by aides to leave.", "attitude"),
    ],
)
def test_find_tells_kind_of_cue(text: str, kind: str) -> None:
    names = {"Petrov": ["person", "Ivan Petrov"]}
    assert [row.cue_kind for row in find(text, names)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Petrov did not tell reporters that the war was over.",
        "Petrov never said that the bridge was safe.",
        "Not once did Petrov say that the bridge was safe.",
        "At no time did Petrov claim that the bridge was safe.",
        "Petrov would not say that the firm was “a fraud.”",
        "Petrov couldn't confirm that the ship had sunk.",
        "No one said that the road was closed.",
        "Nobody claimed that the data were complete.",
        "No official said that the data were complete.",
        "Neither Petrov nor Orlov said that the deal was dead.",
        "Petrov does not believe that the treaty will hold.",
        "Petrov did not confirm or deny that the ship had sunk.",
        "Officials have yet to say whether the ship was armed.",
        "Petrov left the hall without saying that the vote was rigged.",
        "Petrov stopped short of saying that the vote was rigged.",
        "Petrov declined to say it was “a crime.”",
        "Petrov denied accusing the ministry of fraud.",
        "Petrov had no comment on the rumors.",
        "Instead of proposing an end to subsidies, Petrov left the room.",
        "Not every official said that the road was open.",
        "Not everyone is convinced that the plan will work.",
    ],
)
def test_find_marks_what_was_not_said(text: str) -> None:
    assert [row.is_negated for row in find(text, {"Petrov": ["person", "Ivan Petrov"]})] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Petrov said that he did not want war.",
        "Petrov denied that the war was over.",
        "Petrov not only said that the war was over.",
        "Petrov, who never smiles, said that the war was over.",
        "Petrov refused to leave the hall.",
    ],
)
def test_find_takes_a_denial_for_said(text: str) -> None:
    assert [row.is_negated for row in find(text, {"Petrov": ["person", "Ivan Petrov"]})] == [False]


@pytest.mark.parametrize(
    ("text", "interruption"),
    [
        ("Such action, they said, might include an embargo.", "they said"),
        ("The road, according to Petrov, will reopen.", "according to Petrov"),
        ("Karlin is also expected to resign.", "is also expected"),
        ("Karlin was criticized by Petrov for his silence.", "was criticized by Petrov"),
        ("They said such action might include an embargo.", None),
    ],
)
def test_find_says_what_is_put_into_a_statement(text: str, interruption: str | None) -> None:
    (row,) = find(text, {"Petrov": ["person", "Ivan Petrov"]})
    assert row.interruption == interruption
    if interruption is not None:
        assert text[row.interruption_start_char : row.interruption_end_char] == interruption
        assert row.text == text[:-1]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Petrov told Interfax on Monday that it rained.", "Interfax"),
        ("“We are not ready,” Petrov told the Kazakh daily Kazakhstanskaya pravda.", "Kazakhstanskaya pravda"),
        ("Two plants will be built near Omsk, Petrov said in an interview with Vedomosti.", "Vedomosti"),
        ("Xinhua quoted Petrov as saying that arrears would be cleared.", "Xinhua"),
        ("Petrov told NTV Uganda that it rained.", "NTV Uganda"),
        ("Petrov complained to Kabar that it rained.", "Kabar"),
        ("Radio New Zealand International quoted Petrov as saying that it rained.", "Radio New Zealand International"),
        ("Petrov told the newspaper Rekord that it rained.", "Rekord"),
        ("The Kazakh paper Liter quoted Petrov as saying that it rained.", "Liter"),
        ("According to Interfax, Petrov said that it rained.", "Interfax"),
        ("Petrov told Reuters Peruvian miners would strike.", "Reuters"),
        ("Petrov said that it rained, the agency Xinhua reported on Monday.", "Xinhua"),
        pytest.param("According to Interfax, the canal is closed.", None, id="who speaks"),
        pytest.param("Petrov said that Lobov had told Interfax of the plan.", None, id="in what is said"),
        pytest.param("The agency cited costs that the firm would have to bear.", None, id="no name"),
        pytest.param("Petrov told deputies that Interfax had it wrong.", None, id="told to others"),
    ],
)
def test_find_names_outlet_that_was_told_or_passes_on(text: str, outlet: str | None) -> None:
    row = find(text, {"Petrov": ["person", "Ivan Petrov"], "Lobov": ["person", "Lobov"]})[0]
    assert row.reporting_outlet == outlet
    if outlet:
        assert text[row.reporting_outlet_start_char : row.reporting_outlet_end_char] == row.reporting_outlet_text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Daily Post blamed Peru. The Sunday Mail newspaper said it lied. It said it was late.",
            "Sunday Mail",
        ),
        ("The Daily Post blamed Peru. The Sunday Herald said it lied. The paper said it was late.", "Sunday Herald"),
        ("The Independent on Sunday said Peru lied. It said it was late.", "Independent on Sunday"),
    ],
)
def test_find_knows_papers_by_their_day(text: str, speaker: str) -> None:
    article = bare_article(text, article_id="test")
    *_, last = quotations.find(article, mentions=mentions.find(article))
    assert (last.text, last.speaker) == ("it was late", speaker)

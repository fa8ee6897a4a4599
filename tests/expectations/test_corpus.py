"""The suites of the whole catch what they say, and the user's own rules are read, or refused with line and remedy."""

from pathlib import Path

import pandas as pd
import pytest

from expectations.check import check
from expectations.own_rules import read_own_rules
from expectations.suites import CORPUS_SUITES, SUITES
from tasks.stages.check import checking_of
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.ledger import open_ledger

SOUND: dict[str, dict[str, object]] = {
    "keys": {"null_count": 0, "repeated_count": 0},
    "columns": {"type": "VARCHAR", "expected_type": "VARCHAR"},
    "references": {"dangling_count": 0},
    "entities": {
        "kind": "person",
        "name": "Anna Lind",
        "country_code": "SE",
        "latitude": 59.3,
        "longitude": 18.1,
        "mention_count": 2,
        "first_seen_on": pd.Timestamp("1998-01-01").date(),
        "last_seen_on": pd.Timestamp("1998-01-02").date(),
    },
    "volumes": {"out_of_order_count": 0, "largest_hole": 2, "explained_hole": 3.0},
    "shares": {"value": 0.5, "lowest": 0.4, "highest": 0.6},
    "presence": {"value": 1.0, "least": 1.0},
    "duplicates": {"copy_count": 1},
}


def failures(survey: str, row: dict[str, object]) -> list[tuple[str, str]]:
    frame = pd.DataFrame([{"subject": "one", **row}])
    results = check(frame, table=survey, key_name="subject")
    return [(each.severity, each.reason) for result in results for each in result.failures]


def test_every_survey_has_a_sound_row() -> None:
    assert SOUND.keys() == CORPUS_SUITES.keys()
    assert CORPUS_SUITES.keys().isdisjoint(SUITES)


@pytest.mark.parametrize("survey", SOUND)
def test_a_sound_survey_passes(survey: str) -> None:
    assert failures(survey, SOUND[survey]) == []


@pytest.mark.parametrize(
    ("survey", "fault", "severity", "reason"),
    [
        ("keys", {"null_count": 1}, "critical", "no key"),
        ("keys", {"repeated_count": 2}, "critical", "one key"),
        ("columns", {"type": "missing"}, "critical", "missing, or of another type"),
        ("references", {"dangling_count": 1}, "critical", "not there"),
        ("entities", {"latitude": 95.0}, "warning", "no place lies there"),
        ("entities", {"mention_count": 0}, "warning", "nothing mentions it"),
        ("volumes", {"out_of_order_count": 1}, "warning", "dated before one with a lower number"),
        ("volumes", {"largest_hole": 9}, "warning", "issues in a row are missing"),
        ("shares", {"value": 0.2}, "warning", "lower than earlier runs"),
        ("shares", {"value": 0.9}, "warning", "higher than earlier runs"),
        ("presence", {"value": 0.0}, "warning", "is gone"),
        ("duplicates", {"copy_count": 2}, "info", "same story"),
    ],
)
def test_a_fault_of_the_whole_is_caught(survey: str, fault: dict[str, object], severity: str, reason: str) -> None:
    ((found, said),) = failures(survey, {**SOUND[survey], **fault})
    assert found == severity
    assert reason in said


RULE = """# my rules

[[rules]]
table = "{table}"
expectation = "{expectation}"
severity = "{severity}"
reason = "we print no sum above 80 million"

[rules.parameters]
{parameters}
"""
FITTING = {
    "table": "figures",
    "expectation": "expect_column_values_to_be_between",
    "severity": "warning",
    "parameters": 'column = "value_double"\nmax_value = 80000000',
}


def test_an_own_rule_is_checked_with_the_suite(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(RULE.format(**FITTING))
    frame = pd.DataFrame([{"subject": "a", "copy_count": 1, "value_double": 9e7}])
    results = check(frame, table="duplicates", key_name="subject", also=read_own_rules(tmp_path))
    ((failure,),) = [result.failures for result in results if result.failures]
    assert (failure.key, failure.severity) == ("a", "warning")
    assert failure.reason.startswith("we print no sum above 80 million")


def test_an_own_rule_that_cannot_be_evaluated_is_named(tmp_path: Path) -> None:
    pattern = {"expectation": "expect_column_values_to_match_regex", "parameters": 'column = "unit"\nregex = "(("'}
    (tmp_path / "rules.toml").write_text(RULE.format(**{**FITTING, **pattern}))
    frame = pd.DataFrame([{"subject": "a", "copy_count": 1, "unit": "USD"}])
    with pytest.raises(ConfigurationError, match="line 3: expect_column_values_to_match_regex cannot be evaluated"):
        check(frame, table="duplicates", key_name="subject", also=read_own_rules(tmp_path))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"expectation": "expect_column_values_to_match_regex", "parameters": 'column = "unit"\nregex = "(("'},
            "line 3: expect_column_values_to_match_regex cannot be evaluated",
        ),
        ({"parameters": 'column = "unit"\nmax_value = 5'}, "line 3: expect_column_values_to_be_between cannot be"),
        ({"table": "marts.articles", "parameters": 'column = "body"\nmax_value = 5'}, "line 3: .* cannot be evaluated"),
    ],
)
def test_own_rules_are_tried_out_before_anything_is_read(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    (tmp_path / "rules.toml").write_text(RULE.format(**{**FITTING, **changed}))
    with open_ledger(tmp_path) as ledger, pytest.raises(ConfigurationError, match=said):
        checking_of(ledger, run_id="run")


@pytest.mark.parametrize("table", ["articles", "dates", "derived_figures", "entities", "marts.fct_figures"])
def test_own_rules_that_fit_pass_the_trial(tmp_path: Path, table: str) -> None:
    parameters = 'column = "article_id"' if table != "entities" else 'column = "entity_id"'
    fitting = {"table": table, "expectation": "expect_column_values_to_not_be_null", "parameters": parameters}
    (tmp_path / "rules.toml").write_text(RULE.format(**{**FITTING, **fitting}))
    with open_ledger(tmp_path) as ledger:
        assert len(checking_of(ledger, run_id="run").rules) == 1


def test_without_a_file_there_are_no_rules(tmp_path: Path) -> None:
    assert read_own_rules(tmp_path) == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"table": "figurs"}, "line 3: there is no table 'figurs'; did you mean 'figures'"),
        ({"table": "marts.fct_figure"}, "did you mean 'marts.fct_figures'"),
        ({"expectation": "expect_column_values_to_be_betwen"}, "did you mean 'expect_column_values_to_be_between'"),
        ({"severity": "grave"}, "severity 'grave' is none of info, warning"),
        ({"parameters": 'column = "worth"\nmax_value = 1'}, "figures has no column 'worth'"),
        ({"parameters": 'column = "unit"\nmax = 1'}, "line 3: expect_column_values_to_be_between: .*max"),
    ],
)
def test_a_wrong_rule_names_line_and_remedy(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    (tmp_path / "rules.toml").write_text(RULE.format(**{**FITTING, **changed}))
    with pytest.raises(ConfigurationError, match=said):
        read_own_rules(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[rules]\n", "is not TOML"),
        ("[rule]\ntable = 1\n", "write each rule below"),
        ('[[rules]]\ntable = "figures"\nparameters = 3\n', "parameters are a table of TOML"),
        ('[[rules]]\ntable = "figures"\ncolumn = "unit"\n', "column: a rule has expectation"),
    ],
)
def test_what_is_no_rule_says_so(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "rules.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=said):
        read_own_rules(tmp_path)

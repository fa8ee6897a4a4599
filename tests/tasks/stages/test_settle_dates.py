"""Dates across a volume: whatever the order of arrival, the ledger ends with the same days and the same facts."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from flows.commands.ingest import count_if_unchanged
from flows.commands.keeping.verify import found_faults
from tasks.engines.choice import EngineChoice, working_with
from tasks.engines.local import LocalEngine
from tasks.formats.article import bare_article
from tasks.resolvers.findings import Findings, extract
from tasks.settings.configuration import Configuration, read_configuration
from tasks.stages.check import checking_of
from tasks.stages.verify_facts import verify_values
from tests.support.briefs import BRIEFS, write_briefs
from tests.support.shard_by_shard import HERE, copied, ingest_without_prefect, ingest_without_suites, land_files
from tests.support.warehouse_rows import rows, tables
from warehouse.folder.errors import ConfigurationError
from warehouse.ledger.ledger import open_ledger
from warehouse.proofs.prove import prove
from warehouse.records import Article

CITED, UNDATED = ("193", "195", "512"), ("194",)
"""Numbers of the briefs that cite a day, and of the one that does not."""

ISSUE_194 = "FROM articles SELECT published_on, published_on_basis WHERE issue = 194"
YESTERDAY = "FROM dates JOIN articles USING (article_id) SELECT start_on WHERE issue = 194 AND dates.text = 'yesterday'"


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return write_briefs(tmp_path_factory.mktemp("raw") / "briefs")


@pytest.fixture(scope="module")
def at_once(paths: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest all briefs in one run."""
    return ingest_without_suites(list(paths.values()), tmp_path_factory.mktemp("once") / "ledger")


@pytest.fixture(scope="module")
def undated_first(paths: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ingest the undated brief alone; tests copy it."""
    return ingest_without_suites([paths["194"]], tmp_path_factory.mktemp("undated") / "ledger", run_id="first")


def test_resolve_dates_an_undated_article_by_its_neighbours(at_once: Path, undated_first: Path) -> None:
    assert rows(undated_first, ISSUE_194) == [(None, "volume")]
    assert rows(undated_first, YESTERDAY) == [(None,)]
    assert rows(at_once, ISSUE_194) == [(date(1998, 10, 21), "neighbouring issues")]
    assert rows(at_once, YESTERDAY) == [(date(1998, 10, 20),)]


def test_resolve_dates_again_what_came_first_and_checks_it(
    paths: dict[str, str], at_once: Path, undated_first: Path, tmp_path: Path
) -> None:
    warehouse = copied(undated_first, tmp_path)
    cited = [paths[number] for number in CITED]
    ingest_without_prefect(cited, warehouse, files_in_a_shard=2, run_id="second")
    assert tables(warehouse) == tables(at_once)
    assert rows(warehouse, ISSUE_194.replace("published_on,", "run_id, published_on,")) == [
        ("second", date(1998, 10, 21), "neighbouring issues")
    ]
    suites = rows(warehouse, "FROM checks SELECT DISTINCT suite WHERE shard = 'resolved-00001' AND row_count > 0")
    assert {("figures",), ("dates",)} <= set(suites)
    assert rows(warehouse, "FROM rejections SELECT source, excerpt IS NOT NULL") == [("194-ferry.txt", True)]
    assert [*verify_values(warehouse, engine=LocalEngine(), is_deep=True), *prove(warehouse)] == []
    assert not (warehouse / "work" / "shards").exists()


def test_resolve_leaves_articles_alone_whose_date_stays(paths: dict[str, str], at_once: Path, tmp_path: Path) -> None:
    warehouse = ingest_without_suites([paths[number] for number in CITED], tmp_path / "ledger", run_id="first")
    ingest_without_suites([paths[number] for number in UNDATED], warehouse, run_id="second")
    assert tables(warehouse) == tables(at_once)
    for table in ("articles", "dates", "figures"):
        found = rows(warehouse, f"FROM {table} SELECT DISTINCT article_id, run_id")
        late = set(rows(warehouse, "FROM articles SELECT article_id WHERE issue = 194"))
        assert {(article_id,) for article_id, run_id in found if run_id == "second"} == late


def test_resolve_follows_changed_and_pruned_files(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    write_briefs(folder)
    warehouse = ingest_without_suites([str(folder)], tmp_path / "ledger")
    (folder / "193-harbour.txt").write_text(BRIEFS["193-harbour.txt"].replace("October 19", "October 14"))
    (folder / "195-grain.txt").unlink()
    ingest_without_suites([f"{folder}/*.txt"], warehouse, prune_missing=True)
    assert rows(warehouse, ISSUE_194) == [(date(1998, 10, 16), "neighbouring issues")]
    assert tables(warehouse) == tables(ingest_without_suites([str(folder)], tmp_path / "afresh"))


def test_ingest_finishes_a_run_killed_before_resolve(
    paths: dict[str, str], at_once: Path, undated_first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tasks.stages.check.run_suite", lambda *_, **__: [])
    warehouse = copied(undated_first, tmp_path)
    everything = list(paths.values())
    assert count_if_unchanged([paths["194"]], warehouse=warehouse) == 1
    with open_ledger(warehouse) as ledger, working_with(HERE) as engine:
        checking = checking_of(ledger, run_id="killed")
        land_files(everything, ledger=ledger, configuration=Configuration(), checking=checking, engine=engine)
    assert count_if_unchanged(everything, warehouse=warehouse) is None
    ingest_without_suites(everything, warehouse, run_id="next")
    assert tables(warehouse) == tables(at_once)
    assert count_if_unchanged(everything, warehouse=warehouse) == len(everything)


def test_resolve_dates_every_volume_where_the_note_of_them_is_damaged(
    paths: dict[str, str], at_once: Path, tmp_path: Path
) -> None:
    warehouse = copied(at_once, tmp_path)
    (warehouse / "work" / "settled_volumes.json").write_text('{"monitor 4": ')
    everything = list(paths.values())
    assert count_if_unchanged(everything, warehouse=warehouse) is None
    ingest_without_suites(everything, warehouse, run_id="next")
    assert tables(warehouse) == tables(at_once)
    assert rows(warehouse, "FROM articles SELECT count(*) WHERE run_id = 'next'") == [(0,)]


def test_land_again_keeps_an_article_that_cannot_be_extracted_with_its_new_date(
    paths: dict[str, str], undated_first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = copied(undated_first, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("tasks.resolvers.findings.extract", refuse_the_ferry)
        ingest_without_suites([paths[number] for number in CITED], warehouse, run_id="second")
    assert rows(warehouse, ISSUE_194) == [(None, "volume")]
    refused = rows(warehouse, "FROM rejections SELECT source, rule ORDER BY rule")
    assert refused == [("194-ferry.txt", "extractor_failed"), ("194-ferry.txt", "figure in doubt")]
    assert [*verify_values(warehouse, engine=LocalEngine(), is_deep=True), *prove(warehouse)] == []


def refuse_the_ferry(article: Article, *_: object, **__: object) -> Findings:
    """Stand for an extractor that cannot take one text."""
    if article.issue == 194:
        raise ValueError("no such ferry")
    return extract(article)


def test_extract_leaves_an_interval_alone_that_the_volume_gave() -> None:
    article = dataclasses.replace(
        bare_article("He left yesterday (Itar-Tass, October 22).", article_id="case"),
        publication="Monitor",
        volume=4,
        issue=196,
        published_on_low=date(1998, 10, 20),
        published_on_high=date(1998, 10, 30),
        published_on_basis="neighbouring issues",
    )
    dated = extract(article, only=frozenset({"citations"})).article
    assert dated == dataclasses.replace(article, language=dated.language, language_basis=dated.language_basis)


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        pytest.param(
            'name = "Letter"\nyear_of_volume_1 = 20001\n', "year_of_volume_1 is 20001", id="a year of five digits"
        ),
        pytest.param('name = "Letter"\n', "year_of_volume_1", id="no year"),
        pytest.param('name = "Letter"\nyear_of_volume_1 = 2001\nrhythm = 5\n', "rhythm", id="no such setting"),
        pytest.param(
            'name = "Letter"\nyear_of_volume_1 = 2001\nfirst_issue_on = 2002-01-04\n',
            "first_issue_on",
            id="another year",
        ),
    ],
)
def test_read_configuration_names_what_is_wrong_with_a_publication(tmp_path: Path, settings: str, named: str) -> None:
    (tmp_path / "newsledger.toml").write_text(f"[[publications]]\n{settings}")
    with pytest.raises(ConfigurationError, match=named):
        read_configuration(tmp_path)


def test_resolve_reads_publications_from_the_configuration(tmp_path: Path) -> None:
    article = tmp_path / "letter.txt"
    article.write_text(BRIEFS["195-grain.txt"].replace("Monitor Volume: 4", "Harbour Letter Volume: 2"))
    warehouse = ingest_without_suites([str(article)], tmp_path / "ledger")
    found = "FROM articles SELECT published_on, published_on_basis"
    assert rows(warehouse, found) == [(None, None)]
    settings = '[[publications]]\nname = "The Harbour Letter"\nyear_of_volume_1 = 2001\n'
    (warehouse / "newsledger.toml").write_text(settings)
    assert count_if_unchanged([str(article)], warehouse=warehouse) is None
    ingest_without_suites([str(article)], warehouse)
    assert rows(warehouse, found) == [(date(2002, 10, 22), "citations")]
    assert rows(warehouse, "FROM citations SELECT DISTINCT cited_on_start") == [(date(2002, 10, 21),)]
    assert [*verify_values(warehouse, engine=LocalEngine(), is_deep=True), *prove(warehouse)] == []
    (warehouse / "newsledger.toml").unlink()
    ingest_without_suites([str(article)], warehouse)
    assert rows(warehouse, found) == [(None, None)]


def test_ingest_reads_again_with_the_model_that_the_user_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "treaty.txt"
    path.write_text("Publication: Monitor Volume: 4 Issue: 196\n\nBulgaria and Romania signed a treaty.\n")
    warehouse = ingest_without_suites([str(path)], tmp_path / "ledger", run_id="medium")
    (warehouse / "newsledger.toml").write_text('model = "en_core_web_sm"\n')
    assert count_if_unchanged([str(path)], warehouse=warehouse) is None
    ingest_without_suites([str(path)], warehouse, run_id="small")
    versions = rows(warehouse, "FROM mentions SELECT DISTINCT split_part(extractor_version, ' ', 2), run_id")
    assert versions == [("en_core_web_sm-3.8.0", "small")]
    assert found_faults(warehouse, depth="usual", engine=EngineChoice(name="local")) == []
    assert count_if_unchanged([str(path)], warehouse=warehouse) == 1

"""Descriptions travel: every mart and column has its meaning in every file beside the marts.

Each file is judged by the validator of those who made its format; these are dependencies of the tests alone.
"""

import dataclasses
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pyarrow.parquet as pq
import pytest
import yaml

from tests.support.ledger_rows import filled, make_article, make_shard, span, table_of
from tests.support.places import ROOT
from warehouse.catalogue import catalogue
from warehouse.catalogue.reader import connect
from warehouse.contracts import files as contracts
from warehouse.contracts.metrics import Metric, metrics
from warehouse.contracts.types import names_of
from warehouse.folder import layout
from warehouse.ledger.ledger import open_ledger
from warehouse.marts import marts
from warehouse.proofs.prove import prove
from warehouse.records import MARTS, STAR, Citation, Figure, Quotation, mart_kind
from warehouse.views.relations import fingerprint, mart_meanings

Meanings = dict[tuple[str, str], str]
FIRST = make_article(1, published_on=date(1998, 10, 23))
OTHER = make_article(2, published_on=date(1999, 2, 1))
STATED = {"kind": "money", "unit": "USD", "status": "actual"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contracts") / "ledger"
    with open_ledger(folder) as opened:
        said = filled(Quotation, **span(FIRST, "Item 1"), style="direct", is_hedged=False, is_negated=False)
        figures = [
            filled(Figure, **span(FIRST, "US$6.5 billion"), **STATED, value=Decimal("6500000000")),
            filled(Figure, **span(OTHER, "US$6.5 billion"), **STATED, value=Decimal("0.25")),
            filled(Figure, **span(OTHER, "12 percent"), kind="percent", value=Decimal(12), unit="percent"),
        ]
        facts = {"quotations": table_of(Quotation, [said]), "figures": table_of(Figure, figures)}
        opened.land({**make_shard([FIRST, OTHER]), **facts})
    catalogue.publish(folder)
    return folder


def described(path: Path) -> Meanings:
    """What the mart's own records say of the columns that its Parquet file has."""
    meanings = mart_meanings(path.stem)
    return {(path.stem, name): meanings[name] for name in pq.read_schema(path).names}


def of_contract(folder: Path) -> Meanings:
    contract = yaml.safe_load((folder / contracts.DATA_CONTRACT).read_text(encoding="utf-8"))
    return {
        (table["name"], column["name"]): column["description"]
        for table in contract["schema"]
        for column in table["properties"]
    }


def of_package(folder: Path) -> Meanings:
    package = json.loads((folder / contracts.DATA_PACKAGE).read_text(encoding="utf-8"))
    return {
        (table["name"], column["name"]): column["description"]
        for table in package["resources"]
        for column in table["schema"]["fields"]
    }


def of_croissant(folder: Path) -> Meanings:
    dataset = json.loads((folder / contracts.CROISSANT).read_text(encoding="utf-8"))
    return {
        (table["name"], column["source"]["extract"]["column"]): column["description"]
        for table in dataset["recordSet"]
        for column in table["field"]
    }


def of_semantic_model(folder: Path) -> Meanings:
    (model,) = json.loads((folder / contracts.SEMANTIC_MODEL).read_text(encoding="utf-8"))["semantic_model"]
    counted = {metric.counted for metric in metrics()}
    return {
        (table["name"], sql): field["description"]
        for table in model["datasets"]
        for field in table["fields"]
        for sql in [field["expression"]["dialects"][0]["expression"]]
        if sql not in counted
    }


def of_parquet(folder: Path) -> Meanings:
    metadata = {path.stem: pq.read_schema(path).metadata for path in folder.glob("*.parquet")}
    return {(mart, name): text for mart in metadata for name, text in json.loads(metadata[mart][b"meaning"]).items()}


def of_parquet_fields(folder: Path) -> Meanings:
    fields = [(path.stem, field) for path in folder.glob("*.parquet") for field in pq.read_schema(path)]
    return {(mart, field.name): field.metadata[b"description"].decode() for mart, field in fields}


def of_comments(folder: Path) -> Meanings:
    with connect(folder.parent) as connection:
        comments = connection.execute(
            "FROM duckdb_columns() SELECT table_name, column_name, comment WHERE schema_name = 'marts'"
        ).fetchall()
    return {(mart, name): comment for mart, name, comment in comments}


def of_meta_columns(folder: Path) -> Meanings:
    with connect(folder.parent) as connection:
        rows = connection.execute("FROM marts.meta_columns SELECT mart, column_name, meaning").fetchall()
    return {(mart, name): meaning for mart, name, meaning in rows}


EVERYWHERE: list[Callable[[Path], Meanings]] = [
    of_contract,
    of_package,
    of_croissant,
    of_semantic_model,
    of_parquet,
    of_parquet_fields,
    of_comments,
    of_meta_columns,
]


@pytest.mark.parametrize("told", EVERYWHERE, ids=lambda told: told.__name__)
def test_descriptions_reach_every_place(published: Path, told: Callable[[Path], Meanings]) -> None:
    covered = STAR if told is of_semantic_model else MARTS
    expected: Meanings = {}
    for mart in covered:
        expected |= described(published / "marts" / f"{mart}.parquet")
    assert told(published / "marts") == expected


@pytest.fixture
def reworded(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The same warehouse, published again after one column got another meaning and one mart another grain."""
    folder = shutil.copytree(published, tmp_path / "ledger", symlinks=True)
    mart = MARTS["fct_figures"]
    columns = {**mart.columns, "is_change": "Another meaning."}
    monkeypatch.setitem(MARTS, "fct_figures", dataclasses.replace(mart, columns=columns, grain="One row per test."))
    for cached in (fingerprint, mart_meanings):
        cached.cache_clear()
    catalogue.publish(folder)
    yield folder
    for cached in (fingerprint, mart_meanings):
        cached.cache_clear()


def test_descriptions_that_change_reach_every_place(published: Path, reworded: Path) -> None:
    for told in EVERYWHERE:
        assert told(reworded / "marts")["fct_figures", "is_change"] == "Another meaning.", told.__name__
    for name in (contracts.DATA_CONTRACT, contracts.DATA_PACKAGE, contracts.CROISSANT, contracts.SEMANTIC_MODEL):
        before, after = ((folder / "marts" / name).read_text(encoding="utf-8") for folder in (published, reworded))
        assert ("One row per test." in before, "One row per test." in after) == (False, True), name


def test_meta_columns_say_type_key_and_link(published: Path) -> None:
    with connect(published) as connection:
        for mart in MARTS:
            shown = connection.execute(f"DESCRIBE marts.{mart}").fetchall()
            rows = connection.execute(
                "FROM marts.meta_columns SELECT column_id, position, column_name, type, is_key, links_to "
                "WHERE mart = ? ORDER BY position",
                [mart],
            ).fetchall()
            links, key = MARTS[mart].links, MARTS[mart].key
            assert rows == [
                (f"{mart}.{name}", position, name, kind, name == key, links.get(name))
                for position, (name, kind, *_) in enumerate(shown, start=1)
            ]
        tables = connection.execute("FROM marts.meta_tables SELECT mart, kind, key_column, meaning").fetchall()
    assert sorted(tables) == sorted((name, mart_kind(name), mart.key, mart.grain) for name, mart in MARTS.items())


def test_page_on_tools_says_what_becomes_of_every_type(published: Path) -> None:
    section = (ROOT / "docs" / "bi.md").read_text(encoding="utf-8").partition("## Types")[2]
    told = {
        kind for line in section.splitlines() if line.startswith("| ") for kind in line.split(" | ")[0][2:].split(", ")
    }
    with connect(published) as connection:
        types = connection.execute("FROM marts.meta_columns SELECT DISTINCT type").fetchall()
    assert told - {"column type"} == {kind for (kind,) in types}


def test_comments_say_what_a_row_stands_for(published: Path) -> None:
    with connect(published) as connection:
        comments = connection.execute(
            "FROM duckdb_tables() SELECT table_name, comment WHERE schema_name = 'marts' ORDER BY table_name"
        ).fetchall()
    assert comments == sorted((name, mart.grain) for name, mart in MARTS.items())


def test_parquet_files_say_key_and_links(published: Path) -> None:
    schema = pq.read_schema(published / "marts" / "fct_mentions.parquet")
    assert schema.metadata[b"key"] == b"mention_id"
    assert json.loads(schema.metadata[b"links"]) == {
        "article_id": "dim_article.article_id",
        "date_key": "dim_date.date_key",
        "entity_id": "dim_entity.entity_id",
    }
    assert schema.field("mention_id").metadata[b"is_key"] == b"true"
    assert schema.field("entity_id").metadata[b"links_to"] == b"dim_entity"


def test_contract_files_are_written_with_each_publication(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(published, tmp_path / "ledger", symlinks=True)
    monkeypatch.setattr(marts, "LARGE_BYTES", 1)
    with open_ledger(folder) as opened:
        opened.land({"citations": table_of(Citation, [filled(Citation, **span(OTHER, "Item 2"), outlet="NTV")])})
    catalogue.publish(folder)
    package = json.loads((folder / "marts" / contracts.DATA_PACKAGE).read_text(encoding="utf-8"))
    paths = {table["name"]: table["path"] for table in package["resources"]}
    assert paths["fct_citations"] == ["fct_citations/1998.parquet", "fct_citations/1999.parquet"]
    assert paths["dim_date"] == "dim_date.parquet"
    assert list(prove(folder)) == []


@pytest.mark.parametrize("name", [contracts.DATA_CONTRACT, contracts.SEMANTIC_MODEL])
@pytest.mark.parametrize("content", [None, "{}"], ids=["missing", "changed"])
def test_prove_names_a_description_that_is_off(published: Path, tmp_path: Path, name: str, content: str | None) -> None:
    folder = shutil.copytree(published, tmp_path / "ledger", symlinks=True)
    catalogue.publish(folder)
    path = folder / "marts" / name
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    (fault,) = prove(folder)
    assert (fault.table, fault.key) == (f"marts/{name}", "")
    shutil.rmtree((folder / "marts").resolve())  # the remedy that it names
    catalogue.publish(folder)
    assert list(prove(folder)) == []


def test_names_of_refuses_a_type_that_has_no_name_yet() -> None:
    with pytest.raises(ValueError, match=r"BLOB is a new type .* Name it in"):
        names_of("BLOB")


def contract_faults(contract: dict[str, Any]) -> list[str]:
    schema = json.loads(resources.files("open_data_contract_standard").joinpath("schema.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [error.json_path for error in validator.iter_errors(contract)]


def test_data_contract_satisfies_its_makers(published: Path) -> None:
    from open_data_contract_standard.model import OpenDataContractStandard

    text = (published / "marts" / contracts.DATA_CONTRACT).read_text(encoding="utf-8")
    contract = yaml.safe_load(text)
    assert contract_faults(contract) == []
    assert yaml.safe_load(OpenDataContractStandard.from_string(text).to_yaml()) == contract


def test_data_contract_says_where_the_database_lies(published: Path) -> None:
    contract = yaml.safe_load((published / "marts" / contracts.DATA_CONTRACT).read_text(encoding="utf-8"))
    (server,) = [server for server in contract["servers"] if server["type"] == "duckdb"]
    assert (published / "marts" / server["database"]).samefile(published / layout.CATALOGUE)
    assert contract_faults({**contract, "schema": [{"name": "x", "logicalType": "table"}]}) != []
    figures = next(table for table in contract["schema"] if table["name"] == "fct_figures")
    properties = {column["name"]: column for column in figures["properties"]}
    assert properties["figure_id"]["primaryKey"]
    assert properties["unit_id"]["relationships"] == [{"type": "foreignKey", "to": "dim_unit.unit_id"}]
    assert properties["value_decimal"]["physicalType"] == "DECIMAL(18,4)"


def test_data_package_satisfies_its_makers_with_its_rows(published: Path, tmp_path: Path) -> None:
    from frictionless import Package, validate

    text = (published / "marts" / contracts.DATA_PACKAGE).read_text(encoding="utf-8")
    assert list(Package.metadata_validate(json.loads(text))) == []
    # Frictionless reads Parquet by a package of its own, which rewrites old dates: the rows are given as CSV.
    for path in (published / "marts").glob("*.parquet"):
        duckdb.sql(f"COPY (FROM '{path}') TO '{tmp_path / path.stem}.csv'")
    (tmp_path / "datapackage.json").write_text(text.replace("parquet", "csv"), encoding="utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert report.stats["tasks"] == len(MARTS)
    lost = (tmp_path / "dim_article.csv").read_text(encoding="utf-8").replace(FIRST.article_id, "another")
    (tmp_path / "dim_article.csv").write_text(lost, encoding="utf-8")
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_croissant_satisfies_its_makers_with_its_rows(published: Path) -> None:
    croissant = pytest.importorskip("mlcroissant", reason="its validator is in the extra `croissant`, not in `dev`")
    dataset = croissant.Dataset(jsonld=str((published / "marts" / contracts.CROISSANT).resolve()))
    assert dataset.metadata.ctx.issues.errors == set()
    unsaid = ("citeAs", "datePublished", "license")  # what only the owner of the texts can say
    assert all(any(name in warning for name in unsaid) for warning in dataset.metadata.ctx.issues.warnings)
    rows = list(dataset.records("fct_figures"))
    with connect(published) as connection:
        expected = connection.execute("FROM marts.fct_figures SELECT figure_id ORDER BY ALL").fetchall()
    assert sorted(row["fct_figures/figure_id"].decode() for row in rows) == [key for (key,) in expected]


def test_semantic_model_satisfies_dbt(published: Path) -> None:
    from metricflow.converters.models import OSIDocument
    from metricflow.converters.osi_to_msi import OSIToMSIConverter
    from metricflow_semantic_interfaces.validations.semantic_manifest_validator import SemanticManifestValidator

    text = (published / "marts" / contracts.SEMANTIC_MODEL).read_text(encoding="utf-8")
    document = OSIDocument.parse_raw(text)
    assert json.loads(document.to_osi_json()) == json.loads(text), "nothing that the format does not know"
    assert document.version == "0.1.1"
    converted = OSIToMSIConverter().convert(document).output
    issues = SemanticManifestValidator().validate_semantic_manifest(converted)
    assert (issues.errors, issues.warnings) == ((), ())
    understood = {
        metric.name: (metric.type_params.metric_aggregation_params.semantic_model, metric.type_params.expr)
        for metric in converted.metrics
    }
    assert understood == {metric.name: (metric.mart, metric.counted) for metric in metrics()}


FIGURES = {
    "a level": ({}, 5),
    "a change": ({"is_change": "true"}, None),
    "in an exact duplicate": ({"is_duplicate": "true"}, None),
    "a target": ({"status": "'target'"}, None),
    "of no stated status": ({"status": "NULL"}, None),
    "in another currency": ({"unit": "'RUB'"}, None),
    "a rate": ({"per": "'month'"}, None),
    "a count of dollars": ({"kind": "'count'"}, None),
}


@pytest.mark.parametrize(("differing", "added"), FIGURES.values(), ids=FIGURES)
def test_metrics_add_only_what_can_be_added(differing: dict[str, str], added: int | None) -> None:
    usual = {"kind": "'money'", "unit": "'USD'", "per": "NULL", "status": "'actual'", "value": "5.0"}
    row = {**usual, "is_change": "false", "is_duplicate": "false", **differing}
    columns = ", ".join(f"{value} AS {name}" for name, value in row.items())
    (metric,) = (metric for metric in metrics() if metric.name == "stated_usd")
    ((total,),) = duckdb.sql(f"SELECT {metric.aggregate.format(metric.counted)} FROM (SELECT {columns})").fetchall()
    assert total == added


def test_figures_that_point_back_are_not_counted() -> None:
    (metric,) = (metric for metric in metrics() if metric.name == "figure_count")
    values = "('a', false, false), ('b', true, false), ('c', false, true)"
    rows = f"(VALUES {values}) AS told(figure_id, is_reference, is_duplicate)"
    ((total,),) = duckdb.sql(f"SELECT {metric.aggregate.format(metric.counted)} FROM {rows}").fetchall()
    assert total == 1


@pytest.mark.parametrize("metric", list(metrics()), ids=lambda metric: metric.name)
def test_metrics_say_the_same_in_every_dialect(published: Path, metric: Metric) -> None:
    (model,) = json.loads((published / "marts" / contracts.SEMANTIC_MODEL).read_text("utf-8"))["semantic_model"]
    (told,) = (each for each in model["metrics"] if each["name"] == metric.name)
    expected = {
        "article_count": 2,
        "figure_count": 3,
        "outlet_count": 1,
        "quotation_count": 1,
        "stated_usd": 6500000000.25,
    }
    with connect(published) as connection:
        # The fields of the model, which Snowflake's expressions name, as columns.
        fields = f"(FROM marts.{metric.mart} SELECT *, {metric.counted} AS {metric.counted_name}) AS {metric.mart}"
        results = [
            connection.execute(f"SELECT {dialect['expression']} FROM {fields}").fetchall()
            for dialect in told["expression"]["dialects"]
        ]
    assert results[0] == results[1]
    if metric.name in expected:
        assert results[0] == [(expected[metric.name],)]

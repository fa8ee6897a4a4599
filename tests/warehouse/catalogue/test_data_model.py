import pytest

from warehouse.catalogue.data_model import PAGE, data_model
from warehouse.ledger.schemas import column_types
from warehouse.records import MARTS, TABLES, Record


def test_data_model_is_the_page_in_docs() -> None:
    assert PAGE.read_text(encoding="utf-8") == data_model(), "run `python -m warehouse.catalogue.data_model`"


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.table)
def test_data_model_lists_every_column(record: type[Record]) -> None:
    section = data_model().partition(f"### {record.table}\n")[2].partition("\n#")[0]
    listed = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
    assert [name for name in listed if name in column_types(record)] == list(column_types(record))
    rows = [line for line in section.splitlines() if line.startswith("|")]
    assert {line.replace(r"\|", "").count("|") for line in rows} == {5}


@pytest.mark.parametrize("mart", MARTS)
def test_data_model_describes_every_mart(mart: str) -> None:
    assert f"### marts.{mart}\n\n{MARTS[mart].grain}\n" in data_model()

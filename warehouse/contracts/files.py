"""The descriptions that lie beside the marts, by the names of their files."""

import hashlib
from functools import cache
from pathlib import Path

from warehouse.contracts.croissant import croissant
from warehouse.contracts.data_contract import data_contract
from warehouse.contracts.data_package import data_package
from warehouse.contracts.semantic_model import semantic_model
from warehouse.contracts.tables import NAME, Tables
from warehouse.views.workspace import mart_files

DATA_CONTRACT = f"{NAME}.odcs.yaml"
DATA_PACKAGE = "datapackage.json"
CROISSANT = "croissant.json"
SEMANTIC_MODEL = f"{NAME}.osi.json"
CONTRACT_FILES = frozenset({DATA_CONTRACT, DATA_PACKAGE, CROISSANT, SEMANTIC_MODEL})


def contract_files(tables: Tables, marts: Path) -> dict[str, str]:
    """Write every description of the tables, whose files lie in a folder of marts; return texts by file name."""
    files = {table.name: [str(path.relative_to(marts)) for path in mart_files(marts, table.name)] for table in tables}
    return {
        DATA_CONTRACT: data_contract(tables, files),
        DATA_PACKAGE: data_package(tables, files),
        CROISSANT: croissant(tables, files),
        SEMANTIC_MODEL: semantic_model(tables),
    }


@cache
def wording() -> str:
    """Hash the code of this room, so that descriptions are written anew when it writes them otherwise."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(code).hexdigest()[:8]

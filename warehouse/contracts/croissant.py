"""A Croissant 1.0 description (MLCommons), as JSON-LD."""

import json
from collections.abc import Mapping, Sequence

from warehouse.contracts.tables import NAME, PURPOSE, Column, Table, Tables, key_of, version_of
from warehouse.contracts.types import names_of

PARQUET = "application/x-parquet"

CONTEXT: dict[str, object] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification gives word for word (Croissant 1.0, appendix 1), and its validator asks for."""


def croissant(tables: Tables, files: Mapping[str, Sequence[str]]) -> str:
    """Write the description of all tables, whose files are named by their paths beside it.

    The data are declared live: they grow with every ingest, so that no checksum is promised.
    """
    described = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": PURPOSE,
        "version": version_of(tables),
        "isLiveDataset": True,
        "distribution": [distribution(table.name, files[table.name]) for table in tables],
        "recordSet": [record_set(tables, table, files[table.name]) for table in tables],
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def distribution(table: str, paths: Sequence[str]) -> dict[str, object]:
    """Describe the file of a table, or the set of its files where there are several."""
    if len(paths) == 1:
        part: dict[str, object] = {"@type": "cr:FileObject", "@id": paths[0], "contentUrl": paths[0]}
    else:
        part = {"@type": "cr:FileSet", "@id": f"{table}-files", "includes": f"{table}/*.parquet"}
    return part | {"name": part["@id"], "encodingFormat": PARQUET}


def record_set(tables: Tables, table: Table, paths: Sequence[str]) -> dict[str, object]:
    """Describe a table as a set of records."""
    source = {"fileObject": {"@id": paths[0]}} if len(paths) == 1 else {"fileSet": {"@id": f"{table.name}-files"}}
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.meaning,
        "key": {"@id": f"{table.name}/{table.key}"},
        "field": [field(tables, table.name, column, source) for column in table.columns],
    }


def field(tables: Tables, table: str, column: Column, source: Mapping[str, object]) -> dict[str, object]:
    """Describe a column, where it is read from, and the key that it holds."""
    described: dict[str, object] = {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.meaning,
        "dataType": names_of(column.type).croissant,
        "source": {**source, "extract": {"column": column.name}},
    }
    if column.links_to:
        described["references"] = {"field": {"@id": f"{column.links_to}/{key_of(tables, column.links_to)}"}}
    return described

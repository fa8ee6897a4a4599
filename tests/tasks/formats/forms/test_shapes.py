"""Every shape is read or refused by its name, whatever format is asked for: no number of markup or code is a fact."""

import io
import pickle
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import feather, parquet

from tasks.formats import Refusal, parse_article
from tests.tasks.formats.forms.files import raw_file, read_file
from tests.tasks.formats.forms.shapes import SHAPES
from warehouse.records import Article

TEXT = "Traders came back to the bazaar in Osh on Monday, and rents fell by 10 percent.\n"


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("format_name", [None, "plain"])
def test_shape_is_refused_by_its_name(shape: str, format_name: str | None) -> None:
    content, says = SHAPES[shape]
    with pytest.raises(Refusal) as refused:
        parse_article(raw_file(content), format_name=format_name)
    assert refused.value.reason.removesuffix(", not text") == f"The file is {says}"
    assert refused.value.repair


def packed_by_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", TEXT)
    return packed.getvalue()


def packed_by_tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT.encode()))
    return packed.getvalue()


def table(kind: str) -> bytes:
    packed, rows = io.BytesIO(), pa.table({"text": [TEXT]})
    if kind == "parquet":
        parquet.write_table(rows, packed)
    elif kind == "arrow":
        feather.write_feather(rows, packed)
    else:
        with pa.ipc.new_stream(packed, rows.schema) as stream:
            stream.write_table(rows)
    return packed.getvalue()


def database(folder: Path) -> bytes:
    connection = sqlite3.connect(folder / "a.db")
    connection.execute("CREATE TABLE articles (text)")
    connection.commit()
    connection.close()
    return (folder / "a.db").read_bytes()


def test_whole_binary_files_are_refused_by_their_names(tmp_path: Path) -> None:
    whole = {
        "a ZIP archive or an Office document": packed_by_zip(),
        "a tar archive": packed_by_tar(),
        "a Parquet table": table("parquet"),
        "an Arrow table": table("arrow"),
        "an Arrow table, as a stream": table("stream"),
        "an SQLite database": database(tmp_path),
        "a Python pickle": pickle.dumps({"text": TEXT}),
        "a Python pickle in letters": pickle.dumps({"text": TEXT}, protocol=0),
    }
    for says, content in whole.items():
        with pytest.raises(Refusal, match=says.partition(",")[0].partition(" in letters")[0]):
            parse_article(raw_file(content), format_name="plain")


NAMED = {
    "a message that is encrypted": (
        "From: a@harbor.example\nTo: b@harbor.example\nSubject: Osh\nDate: Mon, 3 May 1999 10:00:00 -0500\n"
        "Message-ID: <1@harbor.example>\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA12\n-----END PGP MESSAGE-----\n",
        "encrypted",
    ),
    "a message with a patch": (
        "From: a@harbor.example\nTo: b@harbor.example\nSubject: Rents\nDate: Mon, 3 May 1999 10:00:00 -0500\n"
        "Message-ID: <1@harbor.example>\n\nRents are 12 now.\n\ndiff --git a/rent b/rent\n-11\n+12\n",
        "program",
    ),
    "a feed without items": ('<rss version="2.0"><channel><title>Harbor</title></channel></rss>', "empty_container"),
    "a web archive without pages": (
        "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n",
        "empty_container",
    ),
    "an object that is no article": ('{"price": 12, "unit": "dollars"}', "column_missing"),
    "a PDF that is none": ("\n%PDF-1.4\n12 dollars\n%%EOF", "damaged_document"),
}


@pytest.mark.parametrize("case", NAMED)
def test_what_holds_no_article_is_refused_for_what_it_is(tmp_path: Path, case: str) -> None:
    content, rule = NAMED[case]
    (found,) = read_file(tmp_path / "a.file", content).values()
    assert found == rule


def test_wiki_links_alone_are_no_wiki(tmp_path: Path) -> None:
    (found,) = read_file(
        tmp_path / "a.file", "Publication: Monitor Volume: 4 Issue: 196\nTraders [[sic]] came back.\n"
    ).values()
    assert isinstance(found, Article)

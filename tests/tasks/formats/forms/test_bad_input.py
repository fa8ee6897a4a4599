"""Bad input by kind: entities, macros, passwords, archives in archives, cut-off exports, days with two readings.

Each is refused with a reason that fits, and its neighbours in the file land.
"""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tasks.formats.forms.files import read_file
from tests.tasks.formats.forms.layouts import (
    FACTIVA,
    FACTIVA_DISPLAY,
    LAYOUTS,
    NEXIS,
    NEXIS_UNI,
    PROQUEST,
    ROW,
    SECOND,
    open_document,
    word,
)
from warehouse.records import Article


def text(layout: str) -> str:
    content = LAYOUTS[layout]
    return content if isinstance(content, str) else content.decode()


def changed(packed: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change one part of a packed document, or put it in."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(written, "w") as after:
        for each in before.namelist():
            after.writestr(each, change(before.read(each)) if each == name else before.read(each))
        if name not in before.namelist():
            after.writestr(name, change(b""))
    return written.getvalue()


def locked(packed: bytes) -> bytes:
    """Set the flag of encryption of every member (PKWARE APPNOTE 4.4.4)."""
    content = bytearray(packed)
    for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(signature, place + 4)
    return bytes(content)


def zip_of(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


INNER, OUTER = '<!ENTITY osh "Osh">', '<!ENTITY osh SYSTEM "file:///nowhere/osh.txt">'


def with_entity(document: str, root: str, entity: str) -> str:
    """Declare an entity and use it in the text."""
    before, _, after = document.partition(f"<{root}")
    declared = f"<!DOCTYPE {root} [{entity}]>\n<{root}{after}"
    return before.replace('<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n', "") + declared.replace("Traders", "&osh; traders")


ENTITIES = {
    f"{layout}, {kind}": with_entity(text(layout), root, entity)
    for layout, root in (("nitf", "nitf"), ("newsml", "newsItem"), ("rss", "rss"), ("atom", "feed"))
    for kind, entity in (("within", INNER), ("of a file", OUTER))
}


@pytest.mark.parametrize("case", ENTITIES)
def test_entities_are_neither_expanded_nor_followed(tmp_path: Path, case: str) -> None:
    found = read_file(tmp_path / "a.xml", ENTITIES[case])
    assert set(found.values()) == {"xml_entities"}


def declare(part: bytes) -> bytes:
    """Declare an entity in a part of a document, and use it."""
    at = part.index(b"<", part.index(b"?>") if part.startswith(b"<?") else 0)
    name = part[at + 1 :].split()[0]
    return (
        part[:at] + b"<!DOCTYPE " + name + b" [" + INNER.encode() + b"]>" + part[at:].replace(b"Traders", b"&osh;", 1)
    )


ARTICLE = ["Osh Market Reopens", "Traders came back to the bazaar yesterday.", SECOND]
DOCUMENTS: dict[str, tuple[bytes, str]] = {
    "a DOCX with macros": (changed(word("\n".join(ARTICLE)), "word/vbaProject.bin", lambda _: b"macro"), "macros"),
    "an ODT with macros": (changed(open_document(ARTICLE), "Basic/vbaProject.bin", lambda _: b"macro"), "macros"),
    "a DOCX with a password": (locked(word("\n".join(ARTICLE))), "encrypted"),
    "a DOCX with an entity": (changed(word("\n".join(ARTICLE)), "word/document.xml", declare), "xml_entities"),
    "an ODT with an entity": (changed(open_document(ARTICLE), "content.xml", declare), "xml_entities"),
    "an archive by another name": (zip_of("a.txt", b"Rents fell by 10 percent."), "binary"),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_documents_are_refused_for_what_is_wrong_with_them(tmp_path: Path, case: str) -> None:
    content, rule = DOCUMENTS[case]
    assert list(read_file(tmp_path / "a.docx", content).values()) == [rule]


def test_archives_in_archives_and_locked_members_are_refused_alone(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.eml", text("message"))
        archive.writestr("b.zip", zip_of("c.txt", b"Rents fell."))
        archive.writestr("d.dat", zip_of("e.txt", b"Rents fell."))
    found = read_file(tmp_path / "a.zip", packed.getvalue())
    assert isinstance(found["a.zip!a.eml"], Article)
    assert (found["a.zip!b.zip"], found["a.zip!d.dat"]) == ("nested_archive", "binary")
    assert set(read_file(tmp_path / "b.zip", locked(packed.getvalue())).values()) == {"encrypted_member"}


def cut(layout: str, mark: str = SECOND) -> str:
    """Cut a layout in the middle of its last article."""
    content = text(layout)
    return content[: content.rindex(mark) + len(mark) // 2]


NEXIS_BODY = NEXIS.format(number=2).partition("BODY:")[0]
CUT_OFF: dict[str, tuple[bytes | str, int, str]] = {
    "reuters-like SGML": (cut("gigaword"), 0, "cut_off"),
    "factiva": (cut("factiva"), 1, "cut_off"),
    "factiva without codes": (FACTIVA_DISPLAY + FACTIVA_DISPLAY[: FACTIVA_DISPLAY.index(SECOND) + 20], 1, "cut_off"),
    "nexis": (NEXIS.format(number=1) + NEXIS_BODY + "BODY:\nTraders came back to the", 1, "cut_off"),
    "nexis uni": (NEXIS_UNI + NEXIS_UNI[: NEXIS_UNI.index(SECOND) + 20], 1, "cut_off"),
    "proquest": (PROQUEST + PROQUEST[: PROQUEST.index(SECOND) + 20], 1, "cut_off"),
    "a list of JSON": (cut("json list"), 1, "damaged_json"),
    "a list of JSON between two objects": (f"[{json.dumps(ROW)},", 1, "cut_off"),
    "lines of JSON": (cut("json lines"), 1, "damaged_json"),
    "a table": (cut("csv"), 1, "damaged_row"),
    "a web archive": (cut("warc"), 0, "cut_off"),
    "a message of several parts": (cut("message in quoted-printable and HTML", "rents would"), 0, "cut_off"),
    "NITF": (cut("nitf"), 0, "damaged_xml"),
    "a message of news": (cut("newsmessage"), 1, "damaged_xml"),
    "RTF": (cut("rtf"), 0, "cut_off"),
    "PDF": (cut("pdf"), 0, "cut_off"),
}


@pytest.mark.parametrize("case", CUT_OFF)
def test_an_export_that_was_cut_off_loses_its_last_article_alone(tmp_path: Path, case: str) -> None:
    content, whole, rule = CUT_OFF[case]
    found = list(read_file(tmp_path / "a.file", content).values())
    assert [each for each in found if not isinstance(each, Article)] == [rule]
    assert len(found) == whole + 1


def test_a_page_without_its_end_lands_with_a_note(tmp_path: Path) -> None:
    (article,) = read_file(tmp_path / "a.html", text("page").partition("<footer>")[0]).values()
    assert isinstance(article, Article)
    assert "may have been cut off" in json.loads(article.fields or "{}")["note"]


DOUBTFUL = "03/04/1999"
DATES = {
    "a table": text("csv").replace("1999-05-03", DOUBTFUL),
    "JSON": json.dumps({**ROW, "published_on": DOUBTFUL}),
    "a month in German": json.dumps({**ROW, "published_on": "3. Mai 1999"}),
    "Factiva": FACTIVA.replace("3 May 1999", DOUBTFUL),
    "ProQuest": PROQUEST.replace("May 3, 1999", DOUBTFUL),
    "a message": text("message").replace("Mon, 3 May 1999 23:30:00 -0500", f"{DOUBTFUL} 23:30"),
    "a feed": text("rss").replace("Mon, 03 May 1999 10:00:00 GMT", DOUBTFUL),
    "a page": text("page").replace("1999-05-03T10:00:00Z", DOUBTFUL),
    "Gigaword": text("trec").replace("HBR990503-0001", "HBR-1").replace("<TEXT>", f"<DATE>{DOUBTFUL}</DATE>\n<TEXT>"),
    "Markdown": text("markdown below fields").replace("1999-05-03", DOUBTFUL),
}


@pytest.mark.parametrize("case", DATES)
def test_days_with_two_readings_refuse_the_article(tmp_path: Path, case: str) -> None:
    found = set(read_file(tmp_path / "a.file", DATES[case]).values())
    assert found <= {"unclear_date", "ambiguous_date"}, found


INVALID_NINJS = {
    "a headline that is a list": {"headline": ["Osh Market Reopens"]},
    "an identifier that is a number": {"uri": 12},
    "a status of its own": {"pubstatus": "maybe"},
    "a body that is a number": {"body_text": 12},
    "people that are names": {"people": ["Anna Marek"]},
    "bodies without values": {"bodies": [{"role": "main"}]},
}


@pytest.mark.parametrize("case", INVALID_NINJS)
def test_ninjs_is_held_against_its_schema(tmp_path: Path, case: str) -> None:
    valid = {"uri": "urn:harbor:1", "headline": "Osh Market Reopens", "body_text": SECOND}
    assert isinstance(read_file(tmp_path / "a.json", json.dumps(valid))["a.json"], Article)
    assert read_file(tmp_path / "b.json", json.dumps({**valid, **INVALID_NINJS[case]}))["b.json"] == "not_ninjs"


def test_a_list_of_json_is_read_while_it_streams(tmp_path: Path) -> None:
    row = json.dumps({**ROW, "text": "Rents fell by 10 percent. " * 400})
    found = read_file(tmp_path / "a.json", "[\n" + ",\n".join([row] * 30) + "\n]\n")
    assert len(found) == 30
    assert all(isinstance(each, Article) for each in found.values())

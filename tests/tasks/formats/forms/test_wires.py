"""Newswire in markup: many stories a file, each with its day, title, place and body; what is damaged falls alone."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from tasks.formats.forms import cutting
from tasks.formats.forms.wires import reuters
from tasks.sources import Limits
from tests.tasks.formats.forms.files import read_file
from warehouse.records import Article

STORY = """\
<REUTERS TOPICS="NO" LEWISSPLIT="TEST" CGISPLIT="PUBLISHED-TESTSET" OLDID="91" NEWID="{number}">
<DATE> 3-MAY-1987 08:12:40.05</DATE>
<TOPICS><D>ferry</D><D>trade</D></TOPICS>
<PLACES><D>norway</D></PLACES>
<UNKNOWN>
&#5;&#5;&#5;M
&#22;&#22;&#1;f1234&#31;reute</UNKNOWN>
<TEXT{kind}>&#2;
{text}
</TEXT>
</REUTERS>
"""
BODY = """\
<TITLE>HARBOR &lt;HBR> ADDS FERRIES</TITLE>
<DATELINE>    BERGEN, May 3 - </DATELINE><BODY>Harbor Lines &lt;HBR> said it
would add 12 ferries &amp; two docks.
    It gave no price.
 REUTER
&#3;</BODY>"""


def stories(*texts: str) -> str:
    written = [
        STORY.format(number=number, kind=' TYPE="UNPROC"' if "<BODY>" not in text else "", text=text)
        for number, text in enumerate(texts, start=14)
    ]
    return '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n' + "".join(written)


def test_reuters_story_has_its_day_title_place_and_body(tmp_path: Path) -> None:
    (article,) = read_file(tmp_path / "reut2-000.sgm", stories(BODY)).values()
    assert isinstance(article, Article)
    assert article.source == "reut2-000.sgm#14"
    assert article.source_path == f"{tmp_path}/reut2-000.sgm#14"
    assert (article.format, article.publication, article.published_on) == ("reuters", "Reuters", date(1987, 5, 3))
    assert article.headline == "HARBOR <HBR> ADDS FERRIES"
    assert article.body == (
        "BERGEN, May 3 - Harbor Lines <HBR> said it would add 12 ferries & two docks.\n\nIt gave no price."
    )
    assert article.text == f"HARBOR <HBR> ADDS FERRIES\n\n{article.body}\n\nREUTER\n"
    assert article.fields == (
        '{"identifier": "14", "dateline": "BERGEN, May 3 -", "place": "BERGEN", '
        '"topics": "ferry; trade", "places": "norway"}'
    )


def test_reuters_stories_without_a_body_are_refused_by_name(tmp_path: Path) -> None:
    flash = "<TITLE>HARBOR ADDS FERRIES</TITLE>"
    found = read_file(tmp_path / "a.sgm", stories(BODY, flash, "******HARBOR ADDS FERRIES\n", BODY))
    rules = {source: "article" if isinstance(item, Article) else item for source, item in found.items()}
    assert rules == {
        "a.sgm#14": "article",
        "a.sgm#15": "body_missing",
        "a.sgm#16": "body_missing",
        "a.sgm#17": "article",
    }


ODD = {
    "no dateline": (
        ("<DATELINE>    BERGEN, May 3 - </DATELINE>", ""),
        ("HARBOR <HBR> ADDS FERRIES", None, "Harbor Lines"),
    ),
    "no title": (("<TITLE>HARBOR &lt;HBR> ADDS FERRIES</TITLE>", ""), (None, "BERGEN", "BERGEN, May 3 - Harbor Lines")),
    "a place in a state": (
        ("BERGEN, May 3", "PORT ALLEN, La., MAY 3"),
        ("HARBOR <HBR> ADDS FERRIES", "PORT ALLEN, La.", ""),
    ),
    "a day without a place": (("BERGEN, May 3 - ", "May 3 - "), ("HARBOR <HBR> ADDS FERRIES", None, "May 3 - Harbor")),
    "a place without a day": (("BERGEN, May 3 - ", "BERGEN"), ("HARBOR <HBR> ADDS FERRIES", "BERGEN", "BERGEN Harbor")),
    "noise of the line": (("no price", "no \xfc price"), ("HARBOR <HBR> ADDS FERRIES", "BERGEN", "")),
    "marks of control": (("no price", "no &#27;&#127;price"), ("HARBOR <HBR> ADDS FERRIES", "BERGEN", "")),
    "a line of noise in the date": (
        ("40.05</DATE>", "40.05\nE RM f0154reute</DATE>"),
        ("HARBOR <HBR> ADDS FERRIES", "BERGEN", ""),
    ),
    "an author": (
        ("<DATELINE>", "<AUTHOR>    by Anna Marek, Reuters</AUTHOR>\n<DATELINE>"),
        ("HARBOR <HBR> ADDS FERRIES", "BERGEN", ""),
    ),
    "an attribute without quotes": (('TOPICS="NO"', "TOPICS=NO"), ("HARBOR <HBR> ADDS FERRIES", "BERGEN", "")),
}


@pytest.mark.parametrize("oddity", ODD)
def test_odd_reuters_stories_are_read(tmp_path: Path, oddity: str) -> None:
    (before, after), (headline, place, begins) = ODD[oddity]
    story = stories(BODY)
    assert before in story
    (article,) = read_file(tmp_path / "a.sgm", story.replace(before, after).encode("latin-1")).values()
    assert isinstance(article, Article), article
    assert (article.headline, article.published_on) == (headline, date(1987, 5, 3))
    assert json.loads(article.fields or "{}").get("place") == place
    assert article.body.startswith(begins)
    assert article.body.endswith("price.")
    assert article.byline == ("Anna Marek" if oddity == "an author" else None)


DAMAGES = {
    "its end is missing": ("</REUTERS>\n<REUTERS TOPICS", "\n<REUTERS TOPICS", {"a.sgm#14": "cut_off"}),
    "its beginning is damaged": ('<REUTERS TOPICS="NO"', '<REUT\0RS TOPICS="NO"', None),
    "its day is none": (" 3-MAY-1987", "31-FEB-1987", {"a.sgm#14": "impossible_date"}),
    "its text is no text": ("It gave no price", "It gave\0no price", {"a.sgm#14": "binary"}),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_bad_story_is_rejected_alone(tmp_path: Path, damage: str) -> None:
    before, after, expected = DAMAGES[damage]
    text = stories(BODY, BODY, BODY).replace(before, after, 1)
    found = read_file(tmp_path / "a.sgm", text.encode("latin-1"))
    assert [source for source, item in found.items() if isinstance(item, Article)] == ["a.sgm#15", "a.sgm#16"]
    refused = {source: item for source, item in found.items() if not isinstance(item, Article)}
    assert len(refused) == 1
    assert expected in (None, refused)


def test_story_larger_than_any_article_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    large = BODY.replace("It gave no price.", "    It gave no price.\n" * 100_000)
    found = read_file(tmp_path / "a.sgm", stories(BODY, large, BODY), Limits(max_file_bytes=1_000_000))
    assert found["a.sgm#15"] == "too_large"
    assert isinstance(found["a.sgm#14"], Article)
    assert isinstance(found["a.sgm#16"], Article)


def test_stories_of_the_same_number_are_told_apart(tmp_path: Path) -> None:
    text = stories(BODY) + stories(BODY.replace("12 ferries", "13 ferries"))
    assert list(read_file(tmp_path / "a.sgm", text)) == ["a.sgm#14", "a.sgm#14 (2)"]


def test_stories_are_cut_wherever_chunks_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MARGIN", 32)
    text = stories(*[BODY] * 20)
    for chunk_bytes in range(64, 128):
        monkeypatch.setattr(cutting, "CHUNK_BYTES", chunk_bytes)
        parts = list(reuters.FORM.cut(io.BytesIO(text.encode()), 10_000))
        assert [part.locator for part in parts] == [str(number) for number in range(14, 34)]
        assert all(part.content.endswith(b"</REUTERS>") for part in parts)


def test_story_without_an_end_hides_none_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MARGIN", 32)
    monkeypatch.setattr(cutting, "CHUNK_BYTES", 64)
    for filler in range(64):
        large = stories(BODY).replace("</REUTERS>", "x" * (2_000 + filler))
        parts = list(reuters.FORM.cut(io.BytesIO((large + stories(BODY)).encode()), 1_000))
        assert [(part.locator, part.problem is None) for part in parts] == [("14", False), ("14", True)]


TEXT = "<TEXT>\n   Traders came back to the bazaar.\n\n   Rents fell.\n</TEXT>\n</DOC>\n"
COLLECTIONS = {
    "Financial Times": (
        "<DOC>\n<DOCNO>FT911-3</DOCNO>\n<DATE>910514\n</DATE>\n<HEADLINE>\nOsh Market Reopens\n</HEADLINE>\n"
        "<BYLINE>\n   By ANNA MAREK\n</BYLINE>\n",
        ("Osh Market Reopens", date(1991, 5, 14), "ANNA MAREK", {}),
    ),
    "Wall Street Journal": (
        "<DOC>\n<DOCNO> WSJ870324-0001 </DOCNO>\n<HL> Osh Market Reopens:\n@  A Bazaar Is Built\n@  ----\n"
        "@  By Anna Marek</HL>\n<DD> 03/24/87</DD>\n",
        ("Osh Market Reopens", date(1987, 3, 24), "Anna Marek", {"subheadline": "A Bazaar Is Built"}),
    ),
    "FBIS": (
        "<DOC>\n<DOCNO> FBIS4-12 </DOCNO>\n<HEADER>\n<AU> FBIS-SOV-94-084 </AU>\n"
        "<DATE1> 3 May 1994 </DATE1>\n</HEADER>\n<F P=101> Kyrgyzstan </F>\n<H3> <TI> Osh Market Reopens </TI></H3>\n",
        ("Osh Market Reopens", date(1994, 5, 3), None, {"report": "FBIS-SOV-94-084", "country": "Kyrgyzstan"}),
    ),
}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_documents_of_trec_are_read_as_their_collection_writes_them(tmp_path: Path, collection: str) -> None:
    above, (headline, day, byline, fields) = COLLECTIONS[collection]
    (article,) = read_file(tmp_path / "a.txt", above + TEXT).values()
    assert isinstance(article, Article)
    assert (article.headline, article.published_on, article.byline) == (headline, day, byline)
    assert fields.items() <= json.loads(article.fields or "{}").items()
    assert article.body == "Traders came back to the bazaar.\n\nRents fell."


def test_lines_of_fbis_above_a_text_are_no_part_of_it(tmp_path: Path) -> None:
    above = COLLECTIONS["FBIS"][0]
    lines = "<TEXT>\nLanguage:  <F P=105>Kyrgyz </F>\nArticle Type:BFN\n"
    (article,) = read_file(tmp_path / "a.txt", above + TEXT.replace("<TEXT>", lines)).values()
    assert isinstance(article, Article)
    assert article.body == "Traders came back to the bazaar.\n\nRents fell."
    assert json.loads(article.fields or "{}")["original_language"] == "Kyrgyz"

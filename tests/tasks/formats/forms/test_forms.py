"""What is read of each form: title, day, publication, author, body, and what has no column of its own."""

import json
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tasks.formats.forms.web import page
from tests.tasks.formats.forms.files import read_file
from tests.tasks.formats.forms.layouts import LAYOUTS
from warehouse.records import Article

FIRST, SECOND = "Traders came back to the bazaar yesterday.", "The mayor said that rents would fall by 10 percent."
DAY = date(1999, 5, 3)


class Read(NamedTuple):
    """What an article of a layout must be, by the end of its source."""

    end: str
    byline: str | None = "Anna Marek"
    publication: str | None = "The Harbor Times"
    fields: tuple[tuple[str, str], ...] = ()


EXPECTED: dict[str, tuple[Read, ...]] = {
    "gigaword": (Read("#HBR_ENG_19990503.0001", None, None, (("kind", "story"), ("dateline", "OSH, May 3"))),),
    "trec": (Read("#HBR990503-0001", publication=None),),
    "nitf": (Read("", fields=(("edition", "Final"), ("section", "World"), ("page", "A4"), ("place", "OSH"))),),
    "newsml": (Read("", publication=None, fields=(("identifier", "urn:harbor:1"), ("language", "en"))),),
    "newsmessage": (Read("#urn:harbor:1", publication=None), Read("#urn:harbor:2", publication=None)),
    "ninjs": (Read("", publication=None, fields=(("identifier", "urn:harbor:1"), ("language", "en"))),),
    "rss": (Read("#1", fields=(("url", "https://harbor.example/osh"), ("section", "World"))), Read("#2")),
    "atom": (Read("#1", fields=(("identifier", "urn:harbor:1"), ("url", "https://harbor.example/osh"))),),
    "page": (Read("", fields=(("url", "https://harbor.example/osh"), ("section", "World"), ("language", "en"))),),
    "linked data": (Read("", fields=(("language", "en"),)),),
    "warc": (Read("#one", fields=(("url", "https://harbor.example/osh"), ("fetched_on", "2001-02-03"))),),
    "factiva": (
        Read(
            "#1",
            fields=(
                ("word_count", "412"),
                ("page", "A4"),
                ("language", "English"),
                ("identifier", "HARBT00020010101dv53"),
            ),
        ),
        Read("#2"),
    ),
    "factiva without codes": (
        Read("#1", fields=(("word_count", "412"), ("page", "A4"), ("language", "English"))),
        Read("#2", fields=(("identifier", "HARBT00020010101dv53"),)),
    ),
    "factiva in printed pages": (Read("#1", fields=(("page", "A4"),)), Read("#2")),
    "factiva in UTF-16": (Read("#1"), Read("#2")),
    "factiva in HTML": (Read("#1", fields=(("word_count", "412"),)), Read("#2")),
    "nexis below its cover": (Read("#1"), Read("#2")),
    "nexis uni": (Read("#1", fields=(("page", "A4"), ("language", "ENGLISH"), ("word_count", "412"))), Read("#2")),
    "docx of nexis uni": (Read("#1"),),
    "proquest without labels of titles": (
        Read("#1", fields=(("identifier", "12345"), ("subjects", "Markets; Traders"), ("abstract", "None available."))),
        Read("#2"),
    ),
    "nexis": (
        Read(
            "#1",
            fields=(("section", "WORLD; Pg. A4"), ("page", "A4"), ("word_count", "412"), ("edition", "Final Edition")),
        ),
        Read("#2"),
    ),
    "proquest": (
        Read("#1", fields=(("page", "A4"), ("identifier", "12345"), ("language", "English"))),
        Read("#2"),
    ),
    "message": (Read("", publication=None, fields=(("identifier", "<one@harbor.example>"),)),),
    "message in base64": (Read("", publication=None),),
    "message in quoted-printable and HTML": (Read("", publication=None),),
    "mailbox": (Read("#<one@harbor.example>", publication=None), Read("#<two@harbor.example>", publication=None)),
    "digest": (
        Read("#<digest@harbor.example>.1", publication=None),
        Read("#<digest@harbor.example>.2", publication=None),
    ),
    "json lines": (Read("#1", fields=(("url", "https://harbor.example/osh"), ("desk", "World"))), Read("#2")),
    "json list": (Read("#1"), Read("#2")),
    "csv": (Read("#1", fields=(("url", "https://harbor.example/osh"), ("desk", "World"))), Read("#2")),
    "csv with semicolons": (Read("#1"), Read("#2")),
    "csv with bars": (Read("#1", fields=(("desk", "World"),)), Read("#2")),
    "json lines in UTF-16": (Read("#1"), Read("#2")),
    "ninjs of version 2": (Read("", publication=None, fields=(("people", "Pavel Osmonov"), ("status", "usable"))),),
    "markdown": (Read("", publication=None),),
    "markdown below fields": (Read("", publication=None, fields=(("desk", "World"),)),),
    "rtf": (Read("", publication=None),),
    "rtf of factiva": (Read("#1"),),
    "rtf of factiva in rows": (Read("#1", fields=(("word_count", "412"),)),),
    "docx": (Read("", publication=None),),
    "docx of nexis": (Read("#1"),),
    "odt": (Read("", publication=None),),
    "pdf": (Read("", publication=None),),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_is_read(tmp_path: Path, layout: str) -> None:
    found = read_file(tmp_path / "a.file", LAYOUTS[layout])
    assert list(found) == [f"a.file{read.end}" for read in EXPECTED[layout]]
    for article, read in zip(found.values(), EXPECTED[layout], strict=True):
        assert isinstance(article, Article), article
        assert (article.headline, article.published_on) == ("Osh Market Reopens", DAY)
        assert (article.byline, article.publication) == (read.byline, read.publication)
        assert re.split(r"\n+", article.body) == [FIRST, SECOND]
        assert article.text[article.body_start_char : article.body_end_char] == article.body
        assert set(read.fields) <= set(json.loads(article.fields or "{}").items())


def test_layouts_are_those_expected() -> None:
    assert set(LAYOUTS) == set(EXPECTED)


def test_paragraphs_of_a_page_that_are_passed_over_are_noted() -> None:
    blocks = [
        "Home",
        "Rents fell by a tenth in May.",
        "Read also: stalls of Osh.",
        "Twelve stalls were sold by the city.",
    ]
    kept = [blocks[1], "Traders came back.", "The mayor was pleased with all of that."]
    assert page.passed_over(kept, [*blocks, kept[2]]) == 1
    assert page.passed_over(kept, [kept[0], "Grain  655  702", "Home  World", kept[2]]) == 1
    assert page.passed_over(kept, ["Home", kept[0], kept[2], "Copyright by the Harbor Times of 1999 and later."]) == 0


MAIL = (
    "From: Ida <ida@harbor.example>\nTo: desk@harbor.example\nSubject: {subject}\n"
    "Date: Tue, 08 Feb 2000 09:12:00 +0100\nMessage-ID: <{key}@harbor.example>\nMIME-Version: 1.0\n"
)
PARTS = 'Content-Type: multipart/{kind}; boundary="--x"\n\n'
PLAIN, HTML = (f"Content-Type: text/{kind}; charset=utf-8\n\n" for kind in ("plain", "html"))


def letter(*parts: str, kind: str, subject: str = "Rents", key: str = "one") -> str:
    written = "".join(f"----x\n{part}\n" for part in parts)
    return f"{MAIL.format(subject=subject, key=key)}{PARTS.format(kind=kind)}{written}----x--\n"


def test_a_letter_whose_plain_text_only_stands_in_for_its_page_is_read_as_the_page(tmp_path: Path) -> None:
    shown = f"{HTML}<p>{FIRST}</p><p>{SECOND}</p>"
    stub = letter(f"{PLAIN}No HTML here.", shown, kind="alternative")
    whole = letter(f"{PLAIN}{FIRST} It was {SECOND}", shown, kind="alternative")
    for content, body in ((stub, f"{FIRST}\n\n{SECOND}"), (whole, f"{FIRST} It was {SECOND}")):
        (article,) = read_file(tmp_path / "a.eml", content).values()
        assert isinstance(article, Article)
        assert article.body == body


def test_a_letter_names_what_is_attached_to_it(tmp_path: Path) -> None:
    attached = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="rents.pdf"\n\nx'
    shown = "Content-Type: image/png; name=logo.png\nContent-ID: <logo>\n\nx"
    (article,) = read_file(tmp_path / "a.eml", letter(f"{PLAIN}{FIRST}", shown, attached, kind="mixed")).values()
    assert isinstance(article, Article)
    assert json.loads(article.fields or "{}")["note"] == "not read, for it is attached: rents.pdf"


@pytest.mark.parametrize(("own", "is_article"), [("For tomorrow.", True), ("\n", False)])
def test_a_letter_that_is_enclosed_is_an_article(tmp_path: Path, own: str, is_article: bool) -> None:  # noqa: FBT001
    inner = f"Content-Type: message/rfc822\n\n{MAIL.format(subject='Inner', key='two')}{PLAIN}{FIRST}"
    found = read_file(tmp_path / "a.eml", letter(f"{PLAIN}{own}", inner, kind="mixed"))
    *outer, enclosed = found.values()
    assert list(found)[-1] == "a.eml#<one@harbor.example>.1"
    assert isinstance(enclosed, Article)
    assert (enclosed.headline, enclosed.body) == ("Inner", FIRST)
    assert [article.body for article in outer if isinstance(article, Article)] == ["For tomorrow."] * is_article


ITEM = """\
<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:harbor:1"><contentMeta><headline>Osh</headline>
</contentMeta><contentSet>{content}</contentSet></newsItem>"""
XHTML = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html></inlineXML>'


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineData>{FIRST}\n\n{SECOND}</inlineData>",
        XHTML.format(f"<p>{FIRST}</p><div>{SECOND}</div>"),
        XHTML.format(f"<div>{FIRST}</div><div><b>{SECOND[:9]}</b>{SECOND[9:]}</div>"),
        XHTML.format(f"<blockquote>{FIRST}</blockquote>{SECOND}<script>var n = 12;</script>"),
        XHTML.format(f"<h5>{FIRST}</h5><dl><dd>{SECOND}</dd></dl>"),
    ],
)
def test_all_text_of_an_item_of_news_is_read(tmp_path: Path, content: str) -> None:
    (article,) = read_file(tmp_path / "a.xml", ITEM.format(content=content)).values()
    assert isinstance(article, Article)
    assert article.body == f"{FIRST}\n\n{SECOND}"


def test_markup_without_ends_in_ninjs_is_no_text(tmp_path: Path) -> None:
    item = {"uri": "urn:harbor:1", "headline": "Osh", "body_xhtml": f"<p>{FIRST}<p>{SECOND}"}
    (article,) = read_file(tmp_path / "a.json", json.dumps(item)).values()
    assert isinstance(article, Article)
    assert article.body == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("header", ["Title,Text,Published_On", "TITLE,TEXT,PUBLISHED_ON", " title,text, published_on"])
def test_names_of_columns_are_read_in_any_case(tmp_path: Path, header: str) -> None:
    (article,) = read_file(tmp_path / "a.csv", f"{header}\nOsh,{FIRST},1999-05-03\n").values()
    assert isinstance(article, Article)
    assert (article.headline, article.body, article.published_on) == ("Osh", FIRST, DAY)


def test_a_line_that_is_no_object_falls_alone(tmp_path: Path) -> None:
    lines = [json.dumps({"title": "Osh", "text": text}) for text in (FIRST, SECOND)]
    found = read_file(tmp_path / "a.jsonl", "\n".join([lines[0], "not one", lines[1], "[1]", ""]))
    assert [each if isinstance(each, str) else each.body for each in found.values()] == [
        FIRST, "damaged_json", SECOND, "damaged_json",
    ]  # fmt: skip


def test_markup_that_a_feed_does_not_escape_is_read_as_it_shows(tmp_path: Path) -> None:
    content = f"<p>{FIRST}</p><p>{SECOND}</p><table><tr><td>Rents</td><td>702</td></tr></table>"
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor</title><entry><title>Osh</title><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">{content}</div></content></entry></feed>'
    )
    (article,) = read_file(tmp_path / "a.xml", feed).values()
    assert isinstance(article, Article)
    assert article.body == f"{FIRST}\n\n{SECOND}\n\nRents  702"

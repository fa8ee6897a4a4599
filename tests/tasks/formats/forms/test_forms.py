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

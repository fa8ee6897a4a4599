"""What files come in is recognised by their first bytes and named; what is plain text is taken for nothing else."""

import io
import re
import zipfile

import pytest

from tasks.formats import FORMS, Refusal, parse_article
from tasks.formats.forms import form_of
from tests.tasks.formats.forms.files import raw_file


def zipped(*names: str, mimetype: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


NOT_READ: dict[str, tuple[bytes | str, str]] = {
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0\0", "a PNG picture"),
    "a PNG behind a byte order mark": (b"\xef\xbb\xbf\x89PNG\r\n\x1a\n\0", "a PNG picture"),
    "a JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
    "a film": (b"\0\0\0\x18ftypmp42", "a film or sound"),
    "a sound": (b"RIFF\x24\x08\0\0WAVEfmt ", "a sound"),
    "gzip without its suffix": (b"\x1f\x8b\x08\0", "data packed by gzip"),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c\0\4", "a 7-Zip archive"),
    "RAR": (b"Rar!\x1a\x07\x01\0", "a RAR archive"),
    "a zip without its suffix": (zipped("a.txt"), "a ZIP archive or an Office document"),
    "Excel": (zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
    "PowerPoint": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation"),
    "EPUB": (zipped("META-INF/container.xml", mimetype="application/epub+zip"), "an EPUB book"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80), "an old Office document"),
    "Outlook's folder": (b"!BDN\0\0", "an Outlook folder"),
    "SQLite": (b"SQLite format 3\0", "an SQLite database"),
    "Parquet": (b"PAR1\x15\x04", "a Parquet table"),
    "a program": (b"\x7fELF\2\1\1", "a program"),
    "a font": (b"\0\1\0\0\0\x12", "a font"),
    "some XML": ('<?xml version="1.0"?>\n<menu><dish>Soup for 12 dollars</dish></menu>', "a document in XML"),
    "a saved page in one file": (
        'From: <Saved by Harbor>\nSubject: Osh\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n',
        "a saved web page with its pictures",
    ),
    "PostScript": ("%!PS-Adobe-3.0\n", "a PostScript document"),
    "TeX": ("% draft\n\\documentclass{article}\n", "a TeX document"),
    "subtitles": ("1\n00:00:01,000 --> 00:00:04,000\nOsh reopened.\n", "subtitles of a film"),
    "WebVTT": ("WEBVTT\n\n00:01.000 --> 00:04.000\nOsh reopened.\n", "subtitles of a film"),
    "RIS": ("TY  - NEWS\nTI  - Osh reopens\n", "a list of references (RIS)"),
    "BibTeX": ("@article{osh, title={Osh reopens}}", "a list of references (BibTeX)"),
    "PGP": ("-----BEGIN PGP MESSAGE-----\n\nhQ\n", "an encrypted or signed message"),
    "JavaScript": ('var story = {"n":12, "unit":"million dollars"};', "a program's text (JavaScript)"),
    "CSS": (".lead { width: 12px; color: red; }", "a style sheet (CSS)"),
    "SQL": ("-- dump\nCREATE TABLE articles (id INT);\n", "statements of SQL"),
    "a diff": ("--- a/osh.txt\n+++ b/osh.txt\n@@ -1 +1 @@\n", "changes of a file (diff)"),
    "JSONP": ('callback({"n": 12})', "data in JSON within a script"),
    "a calendar": ("BEGIN:VCALENDAR\nVERSION:2.0\n", "a calendar"),
    "a script": ("#!/bin/sh\necho 12 dollars\n", "a program's text"),
}


@pytest.mark.parametrize("case", NOT_READ)
@pytest.mark.parametrize("format_name", [None, "plain"])
def test_what_is_not_read_is_refused_by_its_name(case: str, format_name: str | None) -> None:
    content, says = NOT_READ[case]
    with pytest.raises(Refusal, match=re.escape(f"The file is {says}")) as refused:
        parse_article(raw_file(content), format_name=format_name)
    assert refused.value.repair


PLAIN = {
    "a sentence that begins with From": "From Osh the traders went 12 miles to Jalal-Abad on May 3.\n\nThey came back.",
    "a headline with a colon": "Osh: market reopens\n\nTraders came back.",
    "a speaker's name": "Baranov: The rent is 12 dollars.\n\nMarek: It was ten.",
    "a date and a subject": "Date: May 3, 1999\nSubject: Osh\n\nTraders came back.",
    "a bracket": "[Osh] Traders came back for 12 dollars.",
    "a brace": "{Osh} Traders came back.",
    "a quotation in brackets": '["We came back," the traders said.]',
    "an angle": "<S> shares rose 12 percent in Osh.",
    "a number": "1\nTraders came back.",
    "commas": "Osh, Jalal-Abad, Naryn\n\nTraders came back, all three said, at noon.",
    "var, a department": "Var is a department of France.\n\nIt has 12 towns.",
    "function": "Function follows form (so they say).",
    "import": "import duties from May will be 12 percent",
    "SET": "SET for victory, the team left.",
    "dashes": "---\nTraders came back.",
    "HD radio": "HD radio came to Osh.\n\nIt costs 12 dollars.",
    "a list": "1 of 24 documents was lost, the mayor said.",
    "a number sign": "# Osh reopens\n\nTraders came back, and rents fell.",
    "a list of clauses": "The council agreed on:\na new roof;\na lower rent;\n12 more stalls.",
    "an equation": "Osh = market\n\nTraders came back, and said so to the mayor.",
    "lines with colons": "Rents: down by 10 percent\nStalls: up by 12\n\nThe mayor said so.",
    "three towns": "Osh, Jalal-Abad, Naryn\nBatken, Talas, Bishkek\nKarakol, Uzgen, Nookat",
    "a table of results": "Shr 12 cts vs 10 cts\nNet 1.2 mln vs 1.0 mln\nRevs 34 mln vs 29 mln",
    "an hour": "10:00 The market opened.\n10:30 The mayor came.",
    "a day": "1999-05-03\n\nTraders came back.",
    "capitals": "SELECT TRADERS FROM OSH CAME BACK.\n\nEND",
    "from": "from May, imports of tea will cost 12 percent more\n\nthe ministry said so;",
    "a word of a class": "class action\n\nTraders sued for 12 million dollars.",
    "a document": "Document 12 of the treaty was signed in Osh.",
    "a tag within": "<b>Osh</b> reopened.\n\nTraders came back.",
    "The Standard": "The Standard reported from Osh.",
    "MZ": "MZ, a singer, came to Osh.",
    "BM": "BMW and others came to Osh.",
    "ID3": "ID3 is a tag, the trader said.",
    "OTTO": "OTTO VON HARBOR CAME TO OSH.",
    "underlines": "____________\nTraders came back.",
    "a title": "Title: Osh reopens\n\nTraders came back.",
}


@pytest.mark.parametrize("case", PLAIN)
def test_plain_text_is_taken_for_nothing_else(case: str) -> None:
    assert form_of(PLAIN[case].encode()) is None


def test_forms_say_what_they_are_and_what_to_do() -> None:
    for name, form in FORMS.items():
        assert form.says, name
        assert form.read or form.cut or form.repair.endswith("."), name


def test_what_is_forced_is_read_as_text() -> None:
    article = parse_article(raw_file("WEBVTT\n\nOsh reopened.\n"), format_name="plain", is_forced=True)
    assert article.format == "plain"

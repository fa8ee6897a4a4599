"""What documents mark as raised, struck out, deleted, inserted or hidden is read as a reader sees it."""

import io
import re
import time

import pytest

from tasks.formats.forms.documents import markdown, open_document, rtf, word
from tasks.formats.forms.web import page
from tasks.formats.forms.wires import nitf
from tasks.formats.forms.xml import parsed
from tasks.formats.text.shown import text_of_page
from tasks.sources.refusal import Refusal
from tests.tasks.formats.forms.layouts import LAYOUTS, open_document_of

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

IN_PAGES = {
    "the mark of a note": ("rose 12<sup>3</sup> percent", "rose 12³ percent"),
    "the mark of a note with a link": ("rose 12<sup><a href='#n3'>3</a></sup> percent", "rose 12³ percent"),
    "an exponent": ("5 km<sup>2</sup> of docks", "5 km² of docks"),
    "a fraction": ("3<sup>1</sup>/<sub>2</sub> million", "3 1/2 million"),
    "a fraction with a stroke of its own": ("3<sup>1</sup>&frasl;<sub>4</sub> tons", "3 1/4 tons"),
    "an ordinal": ("the 21<sup>st</sup> rise", "the 21st rise"),
    "a chemical formula": ("CO<sub>2</sub> duties", "CO2 duties"),
    "struck out": ("cost <s>$5 million</s> $6 million", "cost $6 million"),
    "struck out by its older name": ("cost <STRIKE class=x>$5</STRIKE> $6", "cost $6"),
    "deleted and inserted": ("<del>seven</del> <ins>nine</ins> ships", "nine ships"),
    "struck out without an end": ("cost <s>$5 million to build", "cost $5 million to build"),
    "hidden": ("cost <span hidden>9 or </span>20 dollars", "cost 20 dollars"),
    "hidden by its style": ("<span style='color: red; display: none'>9 or </span>20 dollars", "20 dollars"),
    "an element in a hidden one": ("<div hidden>a<div>b</div>c</div>20 dollars", "20 dollars"),
    "a word of the title": ("<b title='the hidden cost'>20</b> dollars", "20 dollars"),
    "what is for programs without scripts": ("12 <noscript>or 9 </noscript>dollars", "12 dollars"),
    "cells of a row": ("<table><tr><td>12</td><td>13</td></tr></table>", "12  13"),
}


@pytest.mark.parametrize(("written", "shown"), IN_PAGES.values(), ids=IN_PAGES)
def test_a_page_is_read_as_it_shows(written: str, shown: str) -> None:
    assert text_of_page(f"<p>{written}</p>") == shown


def test_the_article_of_a_saved_page_is_read_as_it_shows() -> None:
    assert isinstance(LAYOUTS["page"], str | bytes)
    saved = LAYOUTS["page"] if isinstance(LAYOUTS["page"], str) else LAYOUTS["page"].decode()
    marked = saved.replace("10 percent", "<del>12</del> 10<sup>3</sup> percent")
    assert marked != saved
    assert "would fall by 10³ percent" in page.read(marked.encode()).text


HOSTILE = {
    "hidden": "<span hidden>" * 20_000,
    "struck": "<s>" * 20_000,
    "struck in turns": "<s><del>" * 20_000,
    "raised": "<sup>1<b>" * 20_000,
    "attributes": "<p hidden " * 20_000,
    "cells of paragraphs": "<td><p>" * 20_000,
    "preformatted": "<pre>a  b" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_page_of_tags_without_end_takes_time_by_its_length(text: str) -> None:
    def seconds(page_of_tags: str) -> float:
        started = time.process_time()
        text_of_page(page_of_tags)
        return time.process_time() - started

    assert seconds(text) < 20 * seconds(text[: len(text) // 8]) + 0.5


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("rose 12<sup>3</sup> percent", "rose 12³ percent"),
        ("3<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac> tons", "3 1/2 tons"),
        ("twelve<br/>million", "twelve million"),
    ],
)
def test_nitf_is_read_as_it_shows(written: str, shown: str) -> None:
    content = f"<nitf><body><body.content><p>It {written}.</p></body.content></body></nitf>"
    assert f"It {shown}." in nitf.read(content.encode()).text


def test_elements_that_nest_beyond_any_text_are_refused() -> None:
    with pytest.raises(Refusal, match="nest more than"):
        parsed(b"<a>" * 300 + b"</a>" * 300)


def test_what_markdown_strikes_out_is_left_out() -> None:
    read = markdown.read(b"# Port fees\n\n**Lindau** - The port pays ~~$5 million~~ $6 million a year.\n")
    assert "The port pays $6 million a year." in read.text


IN_RTF = {
    "the mark of a note": (r"rose 12{\super 3} percent", "rose 12³ percent"),
    "raised by points": (r"rose 12{\up6 3} percent", "rose 12³ percent"),
    "raised until told otherwise": (r"5 km\super 2\nosupersub  of docks", "5 km² of docks"),
    "an ordinal": (r"the 21{\super st} rise", "the 21st rise"),
    "hidden": (r"cost {\v 9 or }20 dollars", "cost 20 dollars"),
    "hidden until shown": (r"cost \v 9 or \v0 20 dollars", "cost 20 dollars"),
    "hidden with a group in it": (r"cost {\v {\b 9} or }20 dollars", "cost 20 dollars"),
    "deleted": (r"cost {\deleted $5 million}$6 million", "cost $6 million"),
    "inserted": (r"cost {\revised $6 million}", "cost $6 million"),
    "words that begin alike": (r"{\viewkind4 cost} 20", "cost 20"),
}


@pytest.mark.parametrize(("written", "shown"), IN_RTF.values(), ids=IN_RTF)
def test_rtf_is_read_as_it_shows(written: str, shown: str) -> None:
    assert rtf.text_of(rf"{{\rtf1\ansi {written}\par}}".encode()).strip() == shown


@pytest.mark.parametrize(
    ("head", "byte"),
    [(r"\mac", "8e"), (r"\ansi\ansicpg10000", "8e"), (r"\pc", "82"), (r"\pca", "82"), (r"\ansi", "e9")],
)
def test_rtf_is_decoded_by_the_set_that_it_names(head: str, byte: str) -> None:
    assert rtf.text_of(rf"{{\rtf1{head} caf\'{byte}\par}}".encode()).strip() == "café"


def test_pictures_in_rtf_are_passed_over_byte_by_byte() -> None:
    picture = rb"{\pict\bin9 }\v1 \v{x }{\objdata\bin4 {{{{}"
    document = rb"{\rtf1\ansi Prices rose \\bin5 " + picture + rb"{\v hidden }today.\par}"
    assert rtf.text_of(document).strip() == r"Prices rose \bin5 today."


def test_rtf_cut_within_a_picture_is_refused() -> None:
    with pytest.raises(Refusal, match="ends after its last byte"):
        rtf.text_of(rb"{\rtf1\ansi Prices rose.\par{\pict\bin900 abc}}")


def test_a_byte_of_rtf_that_stands_for_nothing_is_seen() -> None:
    assert rtf.text_of(rb"{\rtf1\ansi\ansicpg1252 a\'81b\par}").strip() == "a\ufffdb"


IN_WORD = {
    "inserted": ("<w:ins w:id='1' w:author='A'><w:r><w:t>9 or </w:t></w:r></w:ins>", "It cost 9 or 20 dollars."),
    "deleted": ("<w:del w:id='1' w:author='A'><w:r><w:delText>9 or </w:delText></w:r></w:del>", "It cost 20 dollars."),
    "moved away": ("<w:moveFrom w:id='1' w:author='A'><w:r><w:t>9 or </w:t></w:r></w:moveFrom>", "It cost 20 dollars."),
    "moved here": (
        "<w:moveTo w:id='1' w:author='A'><w:r><w:t>9 or </w:t></w:r></w:moveTo>",
        "It cost 9 or 20 dollars.",
    ),
    "a content control": (
        "<w:sdt><w:sdtContent><w:r><w:t>9 or </w:t></w:r></w:sdtContent></w:sdt>",
        "It cost 9 or 20 dollars.",
    ),
    "a name that Word marked": (
        "<w:smartTag w:element='x'><w:r><w:t>9 or </w:t></w:r></w:smartTag>",
        "It cost 9 or 20 dollars.",
    ),
    "a field": ("<w:fldSimple w:instr='X'><w:r><w:t>9 or </w:t></w:r></w:fldSimple>", "It cost 9 or 20 dollars."),
    "a link": ("<w:hyperlink><w:r><w:t>9 or </w:t></w:r></w:hyperlink>", "It cost 9 or 20 dollars."),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>9 or </w:t></w:r>", "It cost 20 dollars."),
    "not hidden after all": (
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>9 or </w:t></w:r>",
        "It cost 9 or 20 dollars.",
    ),
    "raised": (
        "<w:r><w:t>9</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2 </w:t></w:r>",
        "It cost 9² 20 dollars.",
    ),
    "a new line": ("<w:r><w:t>9</w:t><w:br/><w:t>or</w:t><w:tab/></w:r>", "It cost 9\nor\t20 dollars."),
}


def word_with(markup: str) -> bytes:
    import docx
    from docx.oxml import parse_xml

    document, packed = docx.Document(), io.BytesIO()
    spaced = re.sub("<w:t>", "<w:t xml:space='preserve'>", markup)
    document.element.body.insert(0, parse_xml(spaced.replace(">", f" xmlns:w='{WORD_NAMESPACE}'>", 1)))
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(("written", "shown"), IN_WORD.values(), ids=IN_WORD)
def test_a_word_document_is_read_as_it_shows(written: str, shown: str) -> None:
    paragraph = f"<w:p><w:r><w:t>It cost </w:t></w:r>{written}<w:r><w:t>20 dollars.</w:t></w:r></w:p>"
    assert word.text_of(word_with(paragraph)) == shown


def test_a_row_that_was_deleted_and_a_cell_that_spans_two_are_read_as_they_show() -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    wide = cell.replace("<w:tcPr/>", "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>")
    rows = (
        f"<w:tr>{wide.format('Tons')}</w:tr>"
        f"<w:tr><w:trPr><w:del w:id='1' w:author='A'/></w:trPr>{cell.format('7')}</w:tr>"
        f"<w:tr>{cell.format('8')}{cell.format('9')}</w:tr>"
    )
    assert word.text_of(word_with(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")) == "Tons\n8\t9"


def test_a_paragraph_in_a_content_control_is_read() -> None:
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Fees rose.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert word.text_of(word_with(control)) == "Fees rose."


IN_ODT = {
    "the mark of a note": (
        "rose 12<text:note><text:note-citation>3</text:note-citation><text:note-body><text:p>By mass.</text:p>"
        "</text:note-body></text:note> percent",
        "rose 12³ percent",
    ),
    "raised by its style": ("5 km<text:span text:style-name='T1'>2</text:span>", "5 km²"),
    "hidden by its style": ("cost <text:span text:style-name='T2'>9 or </text:span>20", "cost 20"),
    "a comment": (
        "cost 20<office:annotation><dc:creator>B</dc:creator><text:p>9?</text:p></office:annotation> tons",
        "cost 20 tons",
    ),
    "white space": ("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d", "a b c d"),
}


STYLES = (
    "<style:style style:name='T1'><style:text-properties style:text-position='super 58%'/></style:style>"
    "<style:style style:name='T2'><style:text-properties text:display='none'/></style:style>"
)


@pytest.mark.parametrize(("written", "shown"), IN_ODT.values(), ids=IN_ODT)
def test_an_open_document_is_read_as_it_shows(written: str, shown: str) -> None:
    assert open_document.text_of(open_document_of(f"<text:p>{written}</text:p>", styles=STYLES)) == shown


def test_what_was_deleted_from_an_open_document_is_left_out() -> None:
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>B</dc:creator>"
        "</office:change-info><text:p>It cost 9 dollars.</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    assert (
        open_document.text_of(open_document_of(f"{deleted}<text:p>It cost 20 dollars.</text:p>"))
        == "It cost 20 dollars."
    )


def test_a_row_of_an_open_document_is_a_line_and_a_text_box_a_paragraph_of_its_own() -> None:
    def row(*cells: str) -> str:
        written = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{written}<table:table-cell/></table:table-row>"

    head = f"<table:table-header-rows>{row('Goods', '1998', '1999')}</table:table-header-rows>"
    table = f"<table:table><table:table-column/>{head}{row('Grain', '655', '702')}</table:table>"
    inner = "<draw:frame><draw:text-box><text:p>It closes at six.</text:p></draw:text-box></draw:frame>"
    box = f"<draw:frame><draw:text-box><text:p>Twelve pilots were hired.{inner}</text:p></draw:text-box></draw:frame>"
    markup = f"<text:p>The port {box}grew.</text:p>{table}"
    assert open_document.text_of(open_document_of(markup)).split("\n\n") == [
        "The port grew.",
        "Twelve pilots were hired.",
        "It closes at six.",
        "Goods\t1998\t1999\nGrain\t655\t702",
    ]


BOX = "<w:txbxContent><w:p><w:r><w:t>Twelve pilots were hired.</w:t></w:r></w:p></w:txbxContent>"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.mark.parametrize(
    ("anchored", "times"),
    [
        (f"<w:r><w:pict>{BOX}</w:pict></w:r>", 1),
        (
            f"<w:r><mc:AlternateContent xmlns:mc='{COMPATIBILITY}'><mc:Choice Requires='wps'>"
            f"<w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            1,
        ),
        (f"<w:del><w:r><w:pict>{BOX}</w:pict></w:r></w:del>", 0),
    ],
    ids=["older", "newer", "deleted"],
)
def test_a_text_box_in_a_word_document_is_read_once(anchored: str, times: int) -> None:
    text = word.text_of(word_with(f"<w:p><w:r><w:t>The port grew.</w:t></w:r>{anchored}</w:p>"))
    assert text.count("Twelve pilots were hired.") == times
    assert text.startswith("The port grew.\n\n" if times else "The port grew.")

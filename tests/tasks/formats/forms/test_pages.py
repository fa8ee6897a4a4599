"""Saved pages: their tables, lists and titles, and what is said of parts that were left out."""

import json
from datetime import date
from pathlib import Path

import pytest

from tasks.extractors.figures.tables.finding import cells_in
from tasks.formats.forms.web.titles import article_title
from tasks.formats.text.shown import text_of_page
from tests.tasks.formats.forms.files import read_file
from warehouse.records import Article

BEFORE = (
    "The harbour board of Karvik said on Tuesday that the port handled 4.2 million tonnes of goods last year.",
    "Most of the growth came from timber, the board said in its yearly report, which it sent to the town.",
)
BEHIND = (
    "The board plans to spend 240 million kronor on two new cranes, which are to be ready by the autumn.",
    "Ferries to Klaipeda carried 310,000 passengers, about as many as the year before, said the board.",
)
ROWS = (("Timber", "1,171", "1,300"), ("Grain", "655", "702"), ("Oil", "1,905", "1,951"))
SHOWN_ROWS = "Timber  1,171  1,300\nGrain  655  702\nOil  1,905  1,951"
CAPTION = "Goods handled, in thousands of tonnes"


def cells(*texts: str, name: str = "td", end: str = "</td>", within: str = "{}") -> str:
    return "<tr>" + "".join(f"<{name}>{within.format(text)}{end}" for text in texts)


def table(**form: str) -> str:
    return "".join(cells(*row, **form) for row in ROWS)


HEAD_ROW = cells("Goods", "1998", "1999", name="th", end="</th>")
TABLES = {
    "with a head": f"<table><thead>{HEAD_ROW}</thead><tbody>{table()}</tbody></table>",
    "with a caption": f"<table><caption>{CAPTION}</caption>{HEAD_ROW}{table()}</table>",
    "without ends of cells": f"<table>{table(end='')}</table>",
    "with a paragraph a cell": f"<table>{table(within='<p>{}</p>')}</table>",
    "with numbers in bold": f"<table>{table(within='<b>{}</b>')}</table>",
    "in a figure": f"<figure><table>{table()}</table></figure>",
    "in a division": f"<div class='table-responsive'><table>{table()}</table></div>",
    "with links": f"<table>{table(within='<a href=/goods>{}</a>')}</table>",
}


LAID_OUT = (
    "<table width=600><tr><td valign=top><a href=/>Home</a><br><a href=/w>World</a></td><td>"
    "{before}<br><br>{table}<br><br>{behind}</td></tr></table>"
)
COLUMNS = "\n".join("   ".join(row) for row in ROWS)


def page(body: str, *, head: str = "<title>Port breaks record</title>") -> str:
    return f"<!DOCTYPE html>\n<html lang='en'><head>{head}</head><body>{body}</body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def read(tmp_path: Path, content: str) -> Article:
    (article,) = read_file(tmp_path / "a.html", content).values()
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("is_last", [False, True], ids=["within", "at the end"])
def test_rows_of_a_table_are_lines_of_the_article(tmp_path: Path, form: str, is_last: bool) -> None:  # noqa: FBT001
    behind = () if is_last else BEHIND
    body = f"<article><h1>Port breaks record</h1>{paragraphs(*BEFORE)}{TABLES[form]}{paragraphs(*behind)}</article>"
    article = read(tmp_path, page(body))
    assert SHOWN_ROWS in article.body
    assert [line for line in article.body.split("\n") if line in (*BEFORE, *behind)] == [*BEFORE, *behind]
    assert "note" not in json.loads(article.fields or "{}")


def test_a_table_below_its_unit_is_read_by_rows(tmp_path: Path) -> None:
    body = f"<article><h1>Port</h1>{paragraphs(*BEFORE)}{TABLES['with a caption']}{paragraphs(*BEHIND)}</article>"
    article = read(tmp_path, page(body))
    found = cells_in(article.text, article.body_start_char, article.body_end_char)
    tonnes = [cell for cell in found if cell.heading and cell.heading.unit == "thousand tonnes"]
    numbers = [article.text[cell.start_char : cell.end_char] for cell in tonnes]
    assert numbers == [number for _, *row in ROWS for number in row]


def test_an_article_in_a_table_that_lays_out_its_page_is_read_line_by_line(tmp_path: Path) -> None:
    laid_out = LAID_OUT.format(
        before="<br><br>".join(BEFORE), table=TABLES["with a head"], behind="<br><br>".join(BEHIND)
    )
    article = read(tmp_path, page(laid_out))
    assert [line for line in article.body.split("\n") if line in (*BEFORE, *BEHIND)] == [*BEFORE, *BEHIND]
    assert SHOWN_ROWS in article.body


def test_columns_of_a_preformatted_text_are_rows(tmp_path: Path) -> None:
    prose = "It set the rates of the day\nin 12 lines.\n\nThey hold."
    preformatted = f"<pre>{prose}\n\n{COLUMNS}\nUntil then.</pre>"
    article = read(tmp_path, page(f"<article>{paragraphs(*BEFORE)}{preformatted}{paragraphs(*BEHIND)}</article>"))
    assert (
        f"\n\nIt set the rates of the day in 12 lines.\n\nThey hold.\n\n{SHOWN_ROWS}\n\nUntil then.\n\n" in article.body
    )
    assert text_of_page(f"<pre>Rates of\nthe day:\n{COLUMNS}</pre>").split("\n\n") == [
        "Rates of the day:",
        *SHOWN_ROWS.split("\n"),
    ]


TITLES = [
    ("Port Breaks Record | Karvik Courier", [], [], "Port Breaks Record"),
    ("Port Breaks Record - Karvik Courier", ["Karvik Courier"], [], "Port Breaks Record"),
    ("Port Breaks Record – The Karvik Courier", ["Karvik Courier"], [], "Port Breaks Record"),
    ("Port Breaks Record - News - Karvik Courier", ["Karvik Courier"], ["Port Breaks Record"], "Port Breaks Record"),
    ("Karvik Courier: Port Breaks Record", ["Karvik Courier"], [], "Port Breaks Record"),
    ("Karvik Courier | Port Breaks Record", [], ["Karvik Courier", "Port Breaks Record"], "Port Breaks Record"),
    ("Port Breaks Record - karvikcourier.example", ["karvikcourier.example"], [], "Port Breaks Record"),
    ("Opinion | Why Karvik Should Build | Karvik Courier", ["Karvik Courier"], [], "Why Karvik Should Build"),
    ("News » World » Port Breaks Record", [], [], "Port Breaks Record"),
    ("Port | Courier", [], [], "Port"),
    # Nothing says that what stands behind the dash is a name.
    ("Karvik - a port of records", [], [], "Karvik - a port of records"),
    ("Karvik - a port of records", ["Karvik Courier"], ["Karvik - a port of records"], "Karvik - a port of records"),
    ("Minister: port breaks record", ["Karvik Courier"], ["Karvik Courier"], "Minister: port breaks record"),
    ("Analysis: why the port breaks records", [], ["Analysis"], "Analysis: why the port breaks records"),
    ("Karvik Courier", ["Karvik Courier"], [], "Karvik Courier"),
]


@pytest.mark.parametrize(("title", "sites", "headings", "expected"), TITLES)
def test_article_title_leaves_out_the_name_of_the_site(
    title: str, sites: list[str], headings: list[str], expected: str
) -> None:
    assert article_title(title, sites=sites, headings=headings) == expected


@pytest.mark.parametrize(
    "head",
    [
        "<title>Port breaks record | Karvik Courier</title>",
        "<title>Port breaks record - Karvik Courier</title><meta property='og:site_name' content='Karvik Courier'>",
        "<title>x</title><meta property='og:title' content='Port breaks record – Karvik Courier'>",
        "<title>Port breaks record – Courier</title><link rel='canonical' href='https://www.courier.example/1'>",
    ],
)
def test_the_headline_of_a_page_is_its_own(tmp_path: Path, head: str) -> None:
    heading = "" if "canonical" in head else "<h1>Port breaks record</h1>"
    article = read(tmp_path, page(f"<article>{heading}{paragraphs(*BEFORE, *BEHIND)}</article>", head=head))
    assert article.headline == "Port breaks record"
    assert article.body.startswith(BEFORE[0])


def test_items_of_lists_are_kept(tmp_path: Path) -> None:
    items = ("1,204 ships called at the port", "310,000 passengers", "42 pilots")
    listed = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    article = read(tmp_path, page(f"<article>{paragraphs(*BEFORE)}{listed}{paragraphs(*BEHIND)}</article>"))
    assert [line for line in article.body.split("\n") if line in items] == list(items)
    assert "note" not in json.loads(article.fields or "{}")


def test_a_quotation_of_several_parts_is_kept(tmp_path: Path) -> None:
    quoted = (
        "<blockquote><p>We did it: 4.2 million tonnes!</p>&mdash; Port of Karvik <a href=/1>on Monday</a></blockquote>"
    )
    article = read(tmp_path, page(f"<article>{paragraphs(*BEFORE)}{quoted}{paragraphs(*BEHIND)}</article>"))
    assert "We did it: 4.2 million tonnes!\n\n— Port of Karvik on Monday\n" in article.body
    assert "note" not in json.loads(article.fields or "{}")


MICRODATA = (
    "<article itemscope itemtype='https://schema.org/{kind}'><h1 itemprop=headline>Port breaks record</h1>"
    "<p>By <span itemprop=author itemscope itemtype='https://schema.org/Person'><b itemprop=name>Ola Nyman</b></span>, "
    "<time itemprop=datePublished datetime='2000-02-08T09:00+01:00'>Tuesday</time></p>{text}"
    "<div itemprop=comment itemscope><time itemprop=datePublished datetime='2001-01-01'>later</time></div></article>"
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("NewsArticle", ("Ola Nyman", date(2000, 2, 8))), ("Product", (None, None))],
)
def test_what_a_page_states_among_its_words_is_read(
    tmp_path: Path, kind: str, expected: tuple[str | None, date | None]
) -> None:
    article = read(tmp_path, page(MICRODATA.format(kind=kind, text=paragraphs(*BEFORE, *BEHIND))))
    assert (article.byline, article.published_on) == expected
    assert article.headline == "Port breaks record"


@pytest.mark.parametrize(
    ("others", "note"),
    [
        ([BEHIND], "the page has 1 more article, left out"),
        (
            [BEHIND, ("A ferry sank off the coast on Monday.", "All of its crew were saved by boats.")],
            "2 more articles",
        ),
        ([BEHIND[:1]], None),
        ([("Ferry sinks", "Read more")], None),
    ],
)
def test_other_articles_of_a_page_are_noted(tmp_path: Path, others: list[tuple[str, ...]], note: str | None) -> None:
    marked = "".join(f"<article><h2>Other</h2>{paragraphs(*texts)}</article>" for texts in others)
    longer = [f"{text} So it was said." for text in BEFORE]
    first = f"<article><h2>Port breaks record</h2>{paragraphs(*BEFORE, *longer)}</article>"
    article = read(tmp_path, page(f"<h1>News</h1>{first}{marked}"))
    assert article.body.rstrip().endswith(longer[-1])
    assert (note or "") in json.loads(article.fields or "{}").get("note", "")
    assert ("note" in json.loads(article.fields or "{}")) == (note is not None)

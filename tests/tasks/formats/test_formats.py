"""From text to the parts of an article: header, headlines, byline, date, body, notes, and what is refused."""

import hashlib
import time
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.formats import FORMATS, Refusal, UnknownFormatError, monitor, parse_article, plain, recognise
from tasks.formats.bylines import byline_of
from tasks.formats.datelines import date_of
from tasks.formats.headlines import headline_text, is_headline
from tasks.formats.lines import read_lines
from warehouse.records import Article, RawFile, content_key

HEADER = "Publication: Monitor Volume: 4 Issue: 196"
BODY = "Traders came back to the bazaar yesterday.\n\nThe mayor said that rents would fall by 10 percent (ORT, May 3)."


def raw_file(text: str | bytes) -> RawFile:
    content = text if isinstance(text, bytes) else text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return RawFile(source="in/a.txt", source_path="/data/in/a.txt", content_sha256=digest, content=content)


def parse(text: str | bytes, format_name: str | None = None) -> Article:
    return parse_article(raw_file(text), format_name=format_name)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A text, the parts that are expected in it, and why it is here."""

    text: str
    reason: str
    body: str = BODY
    parts: dict[str, object] = field(default_factory=dict)


CASES = [
    Case(reason="header first", text=f"{HEADER}\n\n{BODY}\n"),
    Case(reason="no blank line below the header", text=f"{HEADER}\n{BODY}\n"),
    Case(reason="no line end at the end", text=f"{HEADER}\n\n{BODY}"),
    Case(reason="blank lines and spaces around", text=f"\n \n  {HEADER}  \n\n\n \n  {BODY}  \n\n"),
    Case(reason="lower case", text=f"{HEADER.lower()}\n\n{BODY}", parts={"publication": "monitor"}),
    Case(reason="upper case", text=f"{HEADER.upper()}\n\n{BODY}", parts={"publication": "MONITOR"}),
    Case(reason="no space after colons", text=f"Publication:Monitor Volume:4 Issue:196\n\n{BODY}"),
    Case(reason="spaces lost", text=f"Publication: MonitorVolume: 4Issue: 196\n\n{BODY}"),
    Case(reason="spaces too many", text=f"Publication :  Monitor   Volume :  4\tIssue :   196\n\n{BODY}"),
    Case(reason="commas between", text=f"Publication: Monitor, Volume: 4, Issue: 196.\n\n{BODY}"),
    Case(reason="fields on lines of their own", text=f"Publication: Monitor\nVolume: 4\nIssue: 196\n\n{BODY}"),
    Case(reason="zeros before the number", text=f"Publication: Monitor Volume: 04 Issue: 196\n\n{BODY}"),
    Case(reason="body on the header's line", text=f"{HEADER} {BODY}"),
    Case(
        reason="another publication",
        text=f"Publication: North Caucasus Weekly Volume: 6 Issue: 14\n\n{BODY}",
        parts={"publication": "North Caucasus Weekly", "volume": 6, "issue": 14},
    ),
    Case(
        reason="title line above",
        text=f"OSH MARKET REOPENS.\n\n{HEADER}\n\n{BODY}",
        parts={"headline": "OSH MARKET REOPENS"},
    ),
    Case(
        reason="title line with an ellipsis",
        text=f"OSH MARKET REOPENS...\n{HEADER}\n{BODY}",
        parts={"headline": "OSH MARKET REOPENS"},
    ),
    Case(
        reason="title line with one character for it",
        text=f"OSH REOPENS…\n{HEADER}\n{BODY}",
        parts={"headline": "OSH REOPENS"},
    ),
    Case(reason="a country's name", text=f"BELARUS.\n\n{HEADER}\n\n{BODY}", parts={"headline": "BELARUS"}),
    Case(
        reason="title over two lines",
        text=f"OSH MARKET REOPENS AFTER\nSIX MONTHS.\n\n{HEADER}\n\n{BODY}",
        parts={"headline": "OSH MARKET REOPENS AFTER SIX MONTHS"},
    ),
    Case(
        reason="a title of any shape, alone above the header",
        text=f"Osh market opens its doors again\n{HEADER}\n{BODY}",
        parts={"headline": "Osh market opens its doors again"},
    ),
    Case(
        reason="an abbreviation keeps its period",
        text=f"TALKS WITH THE U.S.\n{HEADER}\n{BODY}",
        parts={"headline": "TALKS WITH THE U.S."},
    ),
    Case(
        reason="title below the header",
        text=f"{HEADER}\n\nOSH MARKET REOPENS\n\nBy Anna Marek\n\n{BODY}",
        parts={"headline": "OSH MARKET REOPENS", "byline": "Anna Marek"},
    ),
    Case(
        reason="title case below the header",
        text=f"{HEADER}\n\nOsh Market Reopens After Fire\n\n{BODY}",
        parts={"headline": "Osh Market Reopens After Fire"},
    ),
    Case(
        reason="an item's own heading after a dash is body: there may be several",
        text=f"{HEADER}\n\n– Osh Market Reopens\n\n{BODY}",
        body=f"– Osh Market Reopens\n\n{BODY}",
    ),
    Case(reason="byline", text=f"{HEADER}\nBy Anna Marek\n\n{BODY}", parts={"byline": "Anna Marek"}),
    Case(reason="byline in capitals", text=f"{HEADER}\n\nBY ANNA MAREK\n\n{BODY}", parts={"byline": "ANNA MAREK"}),
    Case(
        reason="two authors, initials and particles",
        text=f"{HEADER}\n\nby A. B. Marek and Jan van den Berg, Jr.\n\n{BODY}",
        parts={"byline": "A. B. Marek and Jan van den Berg, Jr."},
    ),
    Case(
        reason="byline above the header",
        text=f"OSH REOPENS.\nBy Anna Marek\n{HEADER}\n{BODY}",
        parts={"headline": "OSH REOPENS", "byline": "Anna Marek"},
    ),
    Case(
        reason="a sentence that begins with By is body",
        text=f"{HEADER}\n\nBy Tuesday evening the road was open.\n\n{BODY}",
        body=f"By Tuesday evening the road was open.\n\n{BODY}",
    ),
    Case(
        reason="a date below the header",
        text=f"Publication: Eurasia Daily Monitor Volume: 3 Issue: 12\nJanuary 18, 2006 12:00 AM\n\n{BODY}",
        parts={"publication": "Eurasia Daily Monitor", "volume": 3, "issue": 12, "published_on": date(2006, 1, 18)},
    ),
    Case(
        reason="what the publisher's web site adds",
        text=f"{HEADER}\nOctober 23, 1998 12:00 AM Age: 8 yrs\nCategory: Monitor, Caucasus\nBy: Anna Marek\n\n{BODY}",
        parts={"published_on": date(1998, 10, 23), "byline": "Anna Marek"},
    ),
    Case(
        reason="a date on the header's line, a byline below",
        text=f"{HEADER} October 23, 1998\nBy Anna Marek\n{BODY}",
        parts={"published_on": date(1998, 10, 23), "byline": "Anna Marek"},
    ),
    Case(
        reason="a sentence that begins with a date is body",
        text=f"{HEADER}\n\nOctober 23, 1998 was a quiet day in Osh.\n\n{BODY}",
        body=f"October 23, 1998 was a quiet day in Osh.\n\n{BODY}",
    ),
    Case(
        reason="the next item's headline",
        text=f"{HEADER}\n\n{BODY}\n\nTalks Begin in Batken.\n",
        parts={"trailing_headline": "Talks Begin in Batken"},
    ),
    Case(
        reason="the same without a blank line",
        text=f"{HEADER}\n\n{BODY}\nTalks Begin in Batken.",
        parts={"trailing_headline": "Talks Begin in Batken"},
    ),
    Case(
        reason="the same in capitals, with an ellipsis",
        text=f"{HEADER}\n\n{BODY}\n\nTALKS BEGIN IN BATKEN...",
        parts={"trailing_headline": "TALKS BEGIN IN BATKEN"},
    ),
    Case(
        reason="marks, numbers and prefixes in a headline",
        text=f"{HEADER}\n\n{BODY}\n\n“Big Four” to Lend al-Rashid’s Bank $20 Million; Ex-Minister Objects.",
        parts={"trailing_headline": "“Big Four” to Lend al-Rashid’s Bank $20 Million; Ex-Minister Objects"},
    ),
    Case(
        reason="the next item's section and headline",
        text=f"{HEADER}\n\n{BODY}\n\nBALTIC STATES.\n\nRIGA LOWERS TAXES.",
        parts={"trailing_headline": "BALTIC STATES. RIGA LOWERS TAXES"},
    ),
    Case(
        reason="small words that are no verbs",
        text=f"{HEADER}\n\n{BODY}\n\nBank and Its Owner Lose 20 percent Despite Aid from the East.",
        parts={"trailing_headline": "Bank and Its Owner Lose 20 percent Despite Aid from the East"},
    ),
    Case(
        reason="a country's name at the end",
        text=f"{HEADER}\n\n{BODY}\n\nBELARUS.",
        parts={"trailing_headline": "BELARUS"},
    ),
    *(
        Case(reason=reason, text=f"{HEADER}\n\n{BODY}\n\n{last}", body=f"{BODY}\n\n{last}")
        for last, reason in (
            ("Ivanov left for Moscow.", "a short sentence has a verb in small letters"),
            ("Ivanov is in Moscow.", "a verb of two letters is no function word"),
            ("He Jian met Li Peng.", "so is one among names"),
            ("(See the Monitor, July 28)", "a reference in brackets"),
            ("(Itar-Tass, Interfax, May 3)", "a citation of its own"),
            ("Itar-Tass, Interfax, May 3", "the same without brackets"),
            ("“No Comment.”", "a saying"),
            ("Boris Ivanov", "a name alone may be the author's"),
            ("Monday.", "a word alone"),
            ("By Anna Marek", "an author's name"),
            ("– Talks Begin in Batken", "a heading after a dash"),
            ("Nobody knows.", "two words with a small one"),
        )
    ),
    Case(
        reason="a text all in capitals has no headline to tell from it",
        text=f"{HEADER}\n\nTHE MARKET IN OSH IS OPEN AGAIN.\n\nTHE MAYOR SAID SO.",
        body="THE MARKET IN OSH IS OPEN AGAIN.\n\nTHE MAYOR SAID SO.",
    ),
    Case(
        reason="lines broken at a fixed width: the last one holds names only",
        text=f"{HEADER}\n\nThe agreement was signed by the foreign minister and\nBoris Ivanov of Interfax.",
        body="The agreement was signed by the foreign minister and\nBoris Ivanov of Interfax.",
    ),
    Case(
        reason="notes and a headline after them",
        text=f"{HEADER}\n\n{BODY}\n\n1. Itar-Tass, November 1\n\n2. ORT, November 1 and 2\n\nTalks Begin in Batken.",
        parts={"trailing_headline": "Talks Begin in Batken"},
    ),
    Case(
        reason="a headline and notes after it",
        text=f"{HEADER}\n\n{BODY}\n\nTalks Begin in Batken.\n\n1. Itar-Tass, November 1\n2. ORT, November 2",
        parts={"trailing_headline": "Talks Begin in Batken"},
    ),
    Case(
        reason="boilerplate last of all",
        text=f"{HEADER}\n\n{BODY}\n\nTalks Begin in Batken.\n\n-----\n\n"
        "The Monitor is a publication of Example House.\n12 Long Street NW\nSpringfield, VA 22150\n"
        "Tel: (555) 010-0100\nwww.example.org",
        parts={"trailing_headline": "Talks Begin in Batken"},
    ),
    *(
        Case(reason=f"boilerplate: {last}", text=f"{HEADER}\n\n{BODY}\n\n{last}")
        for last in (
            "Copyright (c) 1998 Example House",
            "© 1998 Example House. All rights reserved.",
            "To unsubscribe, send a message to list@example.org\nwith the word “unsubscribe” in its first line.",
            "If you would like to subscribe to the Monitor, write to us.",
            "Fax: (555) 010-0100",
            "Phone (555) 010-0100",
            "Example House\n12 Long Street, Suite 300\nSpringfield, VA 22150",
            "The Monitor is published by Example House.",
            "Unauthorized reproduction or redistribution is strictly prohibited.",
            "The opinions expressed in this newsletter are the authors’ own.",
            "No part of this publication may be copied.",
        )
    ),
    *(
        Case(reason=f"no boilerplate: {last}", text=f"{HEADER}\n\n{BODY}\n\n{last}", body=f"{BODY}\n\n{last}")
        for last in (
            "Copyright violations rose by 10 percent last year, the ministry said.",
            "Segodnya is a publication of the Most group, which owns a bank.",
            "The views expressed by Ivanov are not those of the government.",
            "12 rebels left Lenin Street yesterday.",
            "The ministry sent a fax to the governor on May 3.",
            "Subscriptions to the loan reached $20 million.",
            "Phone calls to the ministry went unanswered.",
        )
    ),
    Case(
        reason="line ends of Windows",
        text=f"{HEADER}\r\n\r\n{BODY}\r\n\r\nTalks Begin in Batken.\r\n",
        parts={"trailing_headline": "Talks Begin in Batken"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.reason for case in CASES])
def test_parse_article_reads_the_parts(case: Case) -> None:
    article = parse(case.text)
    expected = {"publication": "Monitor", "volume": 4, "issue": 196, "headline": None, "byline": None}
    expected |= {"trailing_headline": None, "published_on": None} | case.parts
    assert {name: getattr(article, name) for name in expected} == expected
    assert article.body == case.body
    assert article.text[article.body_start_char : article.body_end_char] == case.body


@pytest.mark.parametrize("case", CASES, ids=[case.reason for case in CASES])
def test_recognise_reads_the_same_in_a_text_as_given(case: Case) -> None:
    text = case.text.replace("\r", "").replace("\n", "\r\n")
    as_given, article = recognise(text, article_id="x"), parse(case.text)
    for name in ("publication", "volume", "issue", "headline", "byline", "trailing_headline", "published_on"):
        assert getattr(as_given, name) == getattr(article, name)
    assert as_given.text == text
    assert as_given.body.replace("\r\n", "\n") == article.body


def test_parse_article_knows_texts_that_differ_in_line_breaks_at_their_end_alone() -> None:
    text = b"Publication: Monitor Volume: 4 Issue: 196\n\nOne two three."
    hashes = [parse(text + ending).text_sha256 for ending in (b"", b"\n", b"\r\n\r\n")]
    assert hashes == [hashlib.sha256(text).hexdigest()] * 3
    assert parse(text + b" Four.").text_sha256 not in hashes


def test_parse_article_fills_every_column() -> None:
    text = "Publication: Monitor Volume: 4 Issue: 196\r\n\r\nOne two’s three.\r\n\r\nFour.\r\n"
    article = parse(text.encode("cp1252"))
    digest = hashlib.sha256(text.encode("cp1252")).hexdigest()
    assert article == Article(
        article_id=content_key("article", "in/a.txt", digest),
        source="in/a.txt",
        source_path="/data/in/a.txt",
        content_sha256=digest,
        text_sha256=hashlib.sha256(article.text.rstrip("\n").encode()).hexdigest(),
        format="monitor",
        publication="Monitor",
        volume=4,
        issue=196,
        headline=None,
        byline=None,
        trailing_headline=None,
        published_on=None,
        published_on_low=None,
        published_on_high=None,
        published_on_basis=None,
        language=None,
        language_basis=None,
        encoding="windows-1252",
        repairs="line ends",
        body_start_char=43,
        body_end_char=66,
        paragraph_count=2,
        word_count=4,
        text=text.replace("\r\n", "\n"),
    )


def test_parse_article_says_that_a_date_comes_from_the_header() -> None:
    article = parse(f"{HEADER}\nOctober 23, 1998\n\n{BODY}")
    dates = (article.published_on_low, article.published_on_high, article.published_on_basis)
    assert dates == (date(1998, 10, 23), date(1998, 10, 23), "header")


def test_recognise_reads_a_header_behind_a_byte_order_mark() -> None:
    article = recognise(f"\ufeff{HEADER}\n\n{BODY}", article_id="x")
    assert (article.publication, article.text[0]) == ("Monitor", "\ufeff")  # offsets refer to the text as given


def test_recognise_lets_a_given_date_win() -> None:
    article = recognise(f"{HEADER}\nOctober 23, 1998\n\n{BODY}", article_id="x", published_on=date(1998, 10, 26))
    assert (article.published_on, article.published_on_basis) == (date(1998, 10, 26), "given")


@pytest.mark.parametrize("text", ["", "A sentence.", HEADER, f"{HEADER}\n\n{BODY}\n\n{HEADER}\n\n{BODY}", "\ud800"])
def test_recognise_takes_what_no_format_reads_as_all_body(text: str) -> None:
    article = recognise(text, article_id="x", published_on=date(1998, 10, 26))
    assert (article.format, article.publication, article.body) == ("bare", None, text)


NOTES = [
    ("1. Itar-Tass, November 1\n\n2. Interfax, October 31", "as they come"),
    ("1. Itar-Tass, November 1\n2. Interfax, October 31\n3. Russian TV, October 31 and November 1", "no blank lines"),
    ("16. Segodnya, November 9", "one, whose number goes on from the item before"),
    ("(1) Itar-Tass, Nov. 1\n(2) Interfax, Oct. 31", "numbers in brackets"),
    ("1. Itar-Tass, Interfax, Russian TV,\n   November 1\n2. Interfax, October 31", "a note over two lines"),
    ("1. Itar-Tass, November 1\n3. Interfax, October 31", "a number left out"),
    ("Notes:\n\n1. Itar-Tass, November 1", "with a heading"),
]


@pytest.mark.parametrize(("notes", "reason"), NOTES, ids=[reason for _, reason in NOTES])
def test_parse_finds_the_source_notes(notes: str, reason: str) -> None:
    text = f"{HEADER}\n\n{BODY}\n\n{notes}\n\nTalks Begin in Batken."
    parsed = monitor.parse(text)
    assert text[parsed.notes_start_char : parsed.notes_end_char] == notes, reason
    assert text[parsed.body_start_char : parsed.body_end_char] == BODY


def test_parse_finds_notes_by_their_marks_in_the_text() -> None:
    text = f"{HEADER}\n\nA ton costs $5. (1) Ore is cheap. (2)\n\n1. Author’s own talks in Osh\n2. The same"
    parsed = monitor.parse(text)
    assert text[parsed.notes_start_char : parsed.notes_end_char] == "1. Author’s own talks in Osh\n2. The same"


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        ("1. Withdraw the troops by August 1.\n2. Open the border.", "a plan's points, no sources"),
        ("1. Withdraw the troops, as agreed.\n2. Itar-Tass, November 1", "one of them is no source"),
        ("1.5 million people live there, November 1 figures say.", "a number"),
    ],
)
def test_parse_leaves_other_numbered_lines_in_the_body(ending: str, reason: str) -> None:
    text = f"{HEADER}\n\n{BODY}\n\n{ending}"
    parsed = monitor.parse(text)
    assert parsed.notes_start_char is None, reason
    assert text[parsed.body_start_char : parsed.body_end_char] == f"{BODY}\n\n{ending}"


REFUSALS = [
    ("Volume: 4 Issue: 196", "publication_missing"),
    ("Publication: Volume: 4 Issue: 196", "publication_missing"),
    (f"Publication: {'x' * 101} Volume: 4 Issue: 196", "publication_too_long"),
    (f"Publication: {'x' * 401} Volume: 4 Issue: 196", "publication_too_long"),
    ("Publication:", "publication_missing"),
    ("Publication: Monitor Issue: 196", "volume_missing"),
    ("Publication: Monitor Volume: Issue: 196", "volume_missing"),
    ("Publication: Monitor Volume: 4", "issue_missing"),
    ("Publication: Monitor Volume: 4 Issue:", "issue_missing"),
    ("Publication: Monitor", "volume_missing"),
    ("Publication: Monitor Volume: IV Issue: 196", "volume_roman"),
    ("Publication: Monitor Volume: 4 Issue: xii", "issue_roman"),
    ("Publication: Monitor Volume: four Issue: 196", "volume_not_a_number"),
    ("Publication: Monitor Volume: 4 Issue: 196-197", "issue_not_a_number"),
    ("Publication: Monitor Volume: 4 (1998) Issue: 196", "volume_not_a_number"),
    ("Publication: Monitor Volume: -4 Issue: 196", "volume_not_a_number"),
    ("Publication: Monitor Volume: ٤ Issue: 196", "volume_not_a_number"),
    ("Publication: Monitor Volume: 0 Issue: 196", "volume_out_of_range"),
    ("Publication: Monitor Volume: 1998 Issue: 196", "volume_out_of_range"),
    ("Publication: Monitor Volume: 4 Issue: 401", "issue_out_of_range"),
    ("Publication: Monitor Volume: 4 Issue: 9999999999", "issue_not_a_number"),
    (f"{HEADER}\nFebruary 30, 1998", "impossible_date"),
    (f"{HEADER}\n3/4/1998", "ambiguous_date"),
]


@pytest.mark.parametrize(("header", "rule"), REFUSALS)
def test_parse_article_refuses_a_header_with_its_own_rule(header: str, rule: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(f"OSH REOPENS.\n\n{header}\n\n{BODY}")
    assert refused.value.rule == rule
    assert refused.value.reason
    assert refused.value.repair
    assert refused.value.excerpt


@pytest.mark.parametrize(
    ("text", "rule", "start_char"),
    [
        (HEADER, "body_missing", None),
        (f"OSH REOPENS.\n\n{HEADER}\n \n", "body_missing", None),
        (f"{HEADER}\nBy Anna Marek\nOctober 23, 1998\n", "body_missing", None),
        (f"{HEADER}\n\nTalks Begin in Batken.", "body_missing", None),  # the next item's headline is no body
        (f"{HEADER}\n\nCopyright (c) 1998 Example House", "body_missing", None),
        (f"{HEADER}\n\n{BODY}\n\n{HEADER}\n\n{BODY}", "second_header", 153),
        (f"{HEADER} {HEADER}\n\n{BODY}", "second_header", 42),
        (f"{BODY}\n{BODY}\n{BODY}\n{HEADER}\n{BODY}", "header_misplaced", 327),
        (f"{BODY}\n{BODY}\n{HEADER}\n{BODY}", "text_before_header", 0),
        (f"{BODY}\n\n{HEADER}\n\n{BODY}", "text_before_header", 0),
        ("A sentence.", "format_unknown", None),
        (f"A Title\n\n{BODY}", "format_unknown", None),
    ],
)
def test_parse_article_refuses_a_file_with_its_place(text: str, rule: str, start_char: int | None) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text)
    assert (refused.value.rule, refused.value.start_char) == (rule, start_char)


def test_parse_article_tells_how_to_read_what_no_format_recognises() -> None:
    with pytest.raises(Refusal, match=r"Publication: NAME Volume: NUMBER Issue: NUMBER.*--format plain"):
        parse(f"A Title\n\n{BODY}")


def test_parse_article_reads_plain_text_where_it_is_asked_to() -> None:
    article = parse(f"A Title...\nBy Anna Marek\n18 January 2006\n\n{BODY}\n\nTalks Begin in Batken.", "plain")
    assert (article.format, article.headline, article.byline) == ("plain", "A Title", "Anna Marek")
    assert (article.published_on, article.published_on_basis) == (date(2006, 1, 18), "header")
    assert article.body == f"{BODY}\n\nTalks Begin in Batken."  # plain text has no next item
    assert article.publication is None


@pytest.mark.parametrize("text", [f"{BODY} {BODY}", f"{BODY} {BODY}\nBy Anna Marek\n\n{BODY}\n"])
def test_parse_article_takes_plain_text_without_a_title_as_a_body(text: str) -> None:
    article = parse(text, "plain")
    assert (article.headline, article.byline, article.body) == (None, None, text.strip())


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("OSH, 12 May 2006 - ", date(2006, 5, 12)),
        ("OSH, May 12, 2006 (Kabar) -- ", date(2006, 5, 12)),
        ("BISHKEK/OSH, Kyrgyzstan, Sept. 3, 2004 – ", date(2004, 9, 3)),
        ("OSH, May 12 (Kabar) - ", None),
        ("OSH 2006 - ", None),
        ("In Osh, May 12, 2006 - ", None),
        ("Osh, May 12, 2006 - ", date(2006, 5, 12)),
        ("Osh, 12 May 2006 (Kabar) -- ", date(2006, 5, 12)),
        ("Jalal-Abad, Kyrgyzstan, Friday, 12th May 2006: ", date(2006, 5, 12)),
        ("Novi Pazar, 13.05.2006 - ", date(2006, 5, 13)),
        ("Osh, 12.05.2006 - ", None),  # or the fifth of December
        ("OSH, 12 May 2006. ", date(2006, 5, 12)),
        ("Osh, 12 May 2006. ", None),  # a tale may begin so
        ("OSH (Kabar) - 12 May 2006 - ", date(2006, 5, 12)),
        ("OSH. May 12, 2006. KABAR. ", date(2006, 5, 12)),
        ("OSH. May 12, 2006 /Kabar/ ", date(2006, 5, 12)),
        ("12 May 2006, Osh (Kabar) - ", date(2006, 5, 12)),
        ("May 12, 2006 - ", None),  # a list of days may begin so
        ("Osh, May 12, 2006 - May 14, 2006: ", None),  # a span of days
        ("On Friday, May 12, 2006 - ", None),
        ("The mayor closed it in Osh, May 12, 2006 - ", None),
        ("Osh, May 12, 2006 was a day when ", None),
    ],
)
def test_parse_article_takes_the_day_of_a_dateline_that_has_its_year(dateline: str, day: date | None) -> None:
    assert parse(f"{dateline}{BODY}", "plain").published_on == day
    assert parse(f"A Title\n\n{dateline}{BODY}", "plain").published_on == day
    assert parse(f"A Title\n1 June 2007\n\n{dateline}{BODY}", "plain").published_on == date(2007, 6, 1)


@pytest.mark.parametrize(
    ("head", "day", "headline"),
    [
        ("May 12, 2006\n\nOsh Market Reopens\n\n", date(2006, 5, 12), "Osh Market Reopens"),
        ("By Anna Marek\n12 May 2006\n\n", date(2006, 5, 12), None),
        ("Osh Market Reopens\n13.05.2006\n\n", date(2006, 5, 13), "Osh Market Reopens"),
        ("Osh Market Reopens\n12.05.2006\n\n", None, "Osh Market Reopens"),
        ("OSH, May 12, 2006\n\n", date(2006, 5, 12), None),
        ("Osh Market Reopens\n\nOsh, 12 May 2006\n\n", date(2006, 5, 12), "Osh Market Reopens"),
        ("Osh Market Reopens\n\nTraders Return\n\nOsh, 12 May 2006 - ", date(2006, 5, 12), "Osh Market Reopens"),
        ("FOR IMMEDIATE RELEASE\n\nOSH, May 12, 2006 - ", date(2006, 5, 12), None),
        ("For immediate release: May 12, 2006\n\nOsh Market Reopens\n\n", date(2006, 5, 12), "Osh Market Reopens"),
        (
            "PRESS RELEASE\n\nOsh Market Reopens\n\nContact: Anna Marek\nTel. 312 555\n\nOSH, 12 May 2006 - ",
            date(2006, 5, 12),
            "Osh Market Reopens",
        ),
        (
            "Osh Market Reopens\n\nIt was first built in\nOsh, May 12, 1906 - a warm day.\n\n",
            None,
            "Osh Market Reopens",
        ),
        ("Lives of Traders From May 12, 1906 On\n\n", None, "Lives of Traders From May 12, 1906 On"),
        (
            "Notes for a History of Osh Market, May 12, 1906\n\n",
            None,
            "Notes for a History of Osh Market, May 12, 1906",
        ),
    ],
)
def test_parse_article_dates_plain_text_by_the_lines_around_its_title(
    head: str, day: date | None, headline: str | None
) -> None:
    article = parse(f"{head}{BODY}", "plain")
    assert (article.published_on, article.headline) == (day, headline)


def test_parse_article_takes_no_dateline_for_a_title() -> None:
    article = parse("Osh, May 12, 2006 - Traders came back to the\nbazaar on Friday.", "plain")
    assert (article.published_on, article.headline) == (date(2006, 5, 12), None)
    assert article.body == "Osh, May 12, 2006 - Traders came back to the\nbazaar on Friday."


def test_parse_article_reads_a_header_though_plain_is_asked_for() -> None:
    assert parse(f"{HEADER}\n\n{BODY}", "plain").format == "monitor"


@pytest.mark.parametrize(
    ("text", "format_name", "rule"),
    [
        ("Only a title", "plain", "body_missing"),
        ("A Title\nBy Anna Marek\n", "plain", "body_missing"),
        (f"A Title\n\n{BODY}", "monitor", "format_unknown"),
    ],
)
def test_parse_article_refuses_what_is_not_of_the_format_named(text: str, format_name: str, rule: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(text, format_name)
    assert refused.value.rule == rule


def test_parse_article_names_the_formats_there_are() -> None:
    with pytest.raises(UnknownFormatError, match="monitor, plain"):
        parse(BODY, "pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_formats_say_what_they_recognise_and_demand(name: str) -> None:
    assert FORMATS[name].recognises
    assert FORMATS[name].demands
    assert FORMATS[name].version


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("January 18, 2006 12:00 AM", date(2006, 1, 18)),
        ("Date: Jan. 18th, 2006", date(2006, 1, 18)),
        ("Wednesday, 18 January 2006", date(2006, 1, 18)),
        ("Published on: 2006-01-18 09:30:00", date(2006, 1, 18)),
        ("1/18/2006", date(2006, 1, 18)),
        ("18/1/2006", date(2006, 1, 18)),
        ("3/3/2006", date(2006, 3, 3)),
        ("Sept 5 1999.", date(1999, 9, 5)),
        ("May 2006", None),
        ("January 18", None),
        ("On January 18, 2006", None),
    ],
)
def test_date_of_reads_a_line_that_is_a_date(line: str, expected: date | None) -> None:
    assert date_of(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Anna Marek", "Anna Marek"),
        ("by: Anna Marek,", "Anna Marek"),
        ("By O’Brien and Smith-Jones", "O’Brien and Smith-Jones"),
        ("By Anna Marek.", None),  # a sentence's end
        ("By Monday", None),
        ("By May 3 Rebels Held Osh", None),
        ("Bylaws Change Again", None),
    ],
)
def test_byline_of_reads_names_alone(line: str, expected: str | None) -> None:
    assert byline_of(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A  TITLE .", "A TITLE"),
        ("Title ...", "Title"),
        ("Why?", "Why?"),
        ("In the U.S.A.", "In the U.S.A."),
        (".", ""),
    ],
)
def test_headline_text_takes_final_marks_off(line: str, expected: str) -> None:
    assert headline_text(line) == expected


WORDS = st.sampled_from(
    [
        *("Publication:", "Monitor", "Volume:", "4", "Issue:", "196", "\n", "\n\n", "\r\n", "By", "Anna", "Marek"),
        *("Osh", "Market", "Reopens.", "the", "rents", "fell", "May", "3,", "1998", "(1)", "1.", "2.", "Fax:", "©"),
        *("-----", "’", "\x0b", "…"),
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=100)


@settings(deadline=None, max_examples=200)
@given(TEXTS.flatmap(lambda text: st.sampled_from([text, f"{HEADER}\n\n{text}", f"{HEADER}\n\n{BODY}\n\n{text}"])))
def test_recognise_gives_offsets_inside_the_text(text: str) -> None:
    article = recognise(text, article_id="x")
    assert article.text == text
    assert 0 <= article.body_start_char <= article.body_end_char <= len(text)
    assert article.format == "bare" or article.body.strip() == article.body != ""


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.sampled_from([None, "monitor", "plain"]))
def test_parse_article_raises_nothing_but_a_refusal(text: str, format_name: str | None) -> None:
    try:
        article = parse(f"{HEADER}\n{text}".encode("utf-8", "ignore"), format_name)
    except Refusal as refusal:
        article, rule = None, refusal.rule
        assert rule.isidentifier()
    if article:
        assert article.paragraph_count >= 1
        assert article.word_count >= 1


@settings(deadline=None, max_examples=100)
@given(st.text())
def test_read_lines_gives_each_visible_character_once(text: str) -> None:
    lines = list(read_lines(text))
    assert all(text[line.start_char : line.end_char] == line.text for line in lines)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    [
        "a@",
        "Volume: ",
        "Publication: ",
        "1. ",
        "1.\n",
        "Osh ",
        "- ",
        "By A ",
        "\n",
        " \n",
        "(1)",
        "A\n\n",
        "www.",
        "12 ",
    ],
)
def test_parse_takes_linear_time(piece: str) -> None:
    text = f"{HEADER}\n\n{BODY}\n\n{piece * (200_000 // len(piece))}"
    started = time.process_time()
    recognise(text, article_id="x")
    plain.FORMAT.recognise(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "line",
    [
        "Osh " * 5 + "Reopens.",
        "Minister Calls Pact “Historic.”",
        "“Power” Party Splits.",
        "Duma to Vote on May 5.",
        "20 Hurt in Osh.",
        "May 5 Marchers Defy Mayor.",
        "NATO.",
    ],
)
def test_is_headline_knows_its_shape(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Osh " * 50,
        "Itar-Tass November 1",
        "(Interfax.)",
        "“We Know.”",
        "1. Osh Reopens.",
        "- Osh Reopens.",
        "U.",
        "",
        "Osh",
    ],
)
def test_is_headline_leaves_other_lines(line: str) -> None:
    assert not is_headline(line)

"""A file of each form, of our own writing after the published descriptions: the same article in every one."""

import base64
import io
import json
import quopri
import zipfile

FIRST, SECOND = "Traders came back to the bazaar yesterday.", "The mayor said that rents would fall by 10 percent."
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p>"
MESSAGE = """\
From: Anna Marek <anna@harbor.example>
To: readers@harbor.example
Subject: Osh Market Reopens
Date: Mon, 3 May 1999 23:30:00 -0500
Message-ID: <{name}@harbor.example>
MIME-Version: 1.0
{rest}
"""
PLAIN = f"Content-Type: text/plain; charset=utf-8\n\n{FIRST}\n\n{SECOND}\n"
ITEM = f"""\
<newsItem guid="urn:harbor:1" version="1"><itemMeta><versionCreated>1999-05-04T01:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>1999-05-03T10:00:00Z</contentCreated><headline>Osh Market Reopens</headline>
<by>Anna Marek</by><language tag="en"/></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{PARAGRAPHS}</body></html></inlineXML></contentSet>
</newsItem>"""
ROW = {
    "title": "Osh Market Reopens",
    "byline": "Anna Marek",
    "publication": "The Harbor Times",
    "published_on": "1999-05-03",
    "url": "https://harbor.example/osh",
    "desk": "World",
    "text": f"{FIRST}\n\n{SECOND}",
}
FACTIVA = f"""\
HD  Osh Market Reopens
BY  By Anna Marek
WC  412 words
PD  3 May 1999
SN  The Harbor Times
PG  A4
LA  English
LP
{FIRST}

TD
{SECOND}

RE  kirgh : Kyrgyzstan
Document HARBT00020010101dv53
"""
NEXIS = f"""\
                 {{number}} of 2 DOCUMENTS

                 The Harbor Times

            May 3, 1999, Monday, Final Edition

Osh Market Reopens

BYLINE: By Anna Marek

SECTION: WORLD; Pg. A4

LENGTH: 412 words

BODY:
{FIRST}

{SECOND}

LOAD-DATE: May 4, 1999

               Copyright 1999 The Harbor Times
                     All Rights Reserved

"""
PROQUEST = f"""\
____________________________________________________________

Title: Osh Market Reopens

Author: Anna Marek

Publication info: The Harbor Times ; Harbor 03 May 1999: A4.

Full text: {FIRST}

{SECOND}

Publication title: The Harbor Times

Pages: A4

Publication date: May 3, 1999

Language of publication: English

ProQuest document ID: 12345

"""
FACTIVA_DISPLAY = f"""\
Osh Market Reopens

By Anna Marek
412 words
3 May 1999
The Harbor Times
HARBT
A4
English
(c) 1999 The Harbor Times

{FIRST}

{SECOND}

Document HARBT00020010101dv53

"""
FACTIVA_ROWS = {
    "HD": "Osh Market Reopens",
    "BY": "By Anna Marek",
    "WC": "412 words",
    "PD": "3 May 1999",
    "SN": "The Harbor Times",
    "LP": f"<p>{FIRST}</p>",
    "TD": f"<p>{SECOND}</p>",
}
FACTIVA_PAGE = "".join(f"<tr><td><b>{code}</b></td><td>{value}</td></tr>" for code, value in FACTIVA_ROWS.items())
FACTIVA_PAGE = f"<table>{FACTIVA_PAGE}</table><p>Document HARBT00020010101dv53</p>"
NEXIS_UNI = f"""\
Osh Market Reopens
The Harbor Times
May 3, 1999 Monday
Copyright 1999 The Harbor Times All Rights Reserved
Section: WORLD; Pg. A4
Length: 412 words
Byline: By Anna Marek
Body

{FIRST}

{SECOND}

Classification

Language: ENGLISH

Load-Date: May 4, 1999

End of Document

"""
PROQUEST_BARE = f"""\
____________________________________________________________

Document {{number}} of 2

Osh Market Reopens

Author: Anna Marek

ProQuest document link

Abstract: None available.

Full text: {FIRST}

{SECOND}

Subject: Markets; Traders

Publication title: The Harbor Times

Publication date: May 3, 1999

ProQuest document ID: 12345

"""
PAGE = f"""\
<!DOCTYPE html>
<html lang="en"><head><title>Osh Market Reopens | Harbor</title>
{{meta}}
<script>var story = {{{{"n":12, "unit":"million dollars"}}}};</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Osh Market Reopens</h1>{PARAGRAPHS}</article>
<footer>Copyright 2001 The Harbor Times. 24 pages for 3 dollars.</footer></body></html>
"""
META = """\
<meta property="og:title" content="Osh Market Reopens"><meta name="author" content="Anna Marek">
<meta property="og:site_name" content="The Harbor Times"><meta property="og:url" content="https://harbor.example/osh">
<meta property="article:published_time" content="1999-05-03T10:00:00Z">
<meta property="article:section" content="World">"""
LINKED = json.dumps(
    {
        "@type": "NewsArticle",
        "headline": "Osh Market Reopens",
        "datePublished": "1999-05-03",
        "author": [{"@type": "Person", "name": "Anna Marek"}],
        "publisher": {"name": "The Harbor Times"},
    }
)


def record(kind: str, name: str, content: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2001-02-03T04:05:06Z\r\n"
        f"WARC-Target-URI: https://harbor.example/osh\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def word(text: str) -> bytes:
    import docx

    document, packed = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        if line.strip():
            document.add_paragraph(line.strip())
    document.save(packed)
    return packed.getvalue()


def open_document(lines: list[str]) -> bytes:
    return open_document_of("".join(f"<text:p>{line}</text:p>" for line in lines))


def open_document_of(markup: str, *, styles: str = "") -> bytes:
    """Pack a document by its specification: its type first, then styles of its own and what its text holds."""
    packed, names = io.BytesIO(), "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
            f'xmlns:style="{names}:style:1.0" xmlns:table="{names}:table:1.0" xmlns:draw="{names}:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{markup}</office:text></office:body></office:document-content>",
        )
    return packed.getvalue()


def pdf(lines: list[str]) -> bytes:
    """Write a PDF of one page by its specification: objects, their places, a trailer."""
    shown = "".join(f"({line}) Tj 0 -28 Td " for line in lines)
    stream = f"BT /F1 12 Tf 40 700 Td {shown}ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    written, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    )
    return (written + end).encode()


def rtf(text: str) -> bytes:
    return ("{\\rtf1\\ansi{\\fonttbl\\f0 Times;}\\f0 " + text.replace("\n", "\\par\n") + "}").encode()


def rtf_of_rows(rows: dict[str, str], last: str) -> bytes:
    table = "".join(
        f"\\trowd\\cellx900\\cellx9000\\pard\\intbl {code}\\cell {value}\\cell\\row" for code, value in rows.items()
    )
    return f"{{\\rtf1\\ansi{{\\fonttbl\\f0 Times;}}{table}\\pard {last}\\par}}".encode()


HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
ARTICLE = ["Osh Market Reopens", "By Anna Marek", "May 3, 1999", FIRST, SECOND]
FEED_ITEM = f"""<item><title>Osh Market Reopens</title><link>https://harbor.example/osh</link><category>World</category>
<dc:creator>Anna Marek</dc:creator><pubDate>Mon, 03 May 1999 10:00:00 GMT</pubDate>
<description><![CDATA[{PARAGRAPHS}]]></description></item>"""
HTML_PART = quopri.encodestring(f"<html><body>{PARAGRAPHS}</body></html>".encode()).decode()
DIGEST_PIECE = f"""From: Anna Marek <anna@harbor.example>
Subject: Osh Market Reopens
Date: 3 May 1999 10:00:00 +0600
Message-ID: <a@b>

{FIRST}

{SECOND}"""
DIGEST_RULE = f"\n\n{'-' * 30}\n\n"

LAYOUTS: dict[str, bytes | str] = {
    "gigaword": f"""<DOC id="HBR_ENG_19990503.0001" type="story" >
<HEADLINE>
Osh Market Reopens
</HEADLINE>
<DATELINE>
OSH, May 3
</DATELINE>
<TEXT>
<P>
{FIRST}
</P>
<P>
{SECOND}
</P>
</TEXT>
</DOC>
""",
    "trec": f"""<DOC>
<DOCNO> HBR990503-0001 </DOCNO>
<HEAD>Osh Market Reopens</HEAD>
<BYLINE>By Anna Marek</BYLINE>
<TEXT>
   {FIRST}
   {SECOND}
</TEXT>
</DOC>
""",
    "nitf": f"""<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>Osh</title><docdata><doc-id id-string="h1"/><date.issue norm="19990503T100000Z"/></docdata>
<pubdata name="The Harbor Times" edition.name="Final" position.section="World" position.sequence="A4"/></head>
<body><body.head><hedline><hl1>Osh Market Reopens</hl1></hedline><byline>By Anna Marek</byline>
<dateline><location>OSH</location>, <story.date>May 3</story.date></dateline></body.head>
<body.content>{PARAGRAPHS}<media><caption>A stall for 12 dollars</caption></media></body.content></body></nitf>""",
    "newsml": '<?xml version="1.0"?>\n'
    + ITEM.replace("<newsItem ", '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ', 1),
    "newsmessage": f"""<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>1999-05-04T00:00:00Z</sent></header><itemSet>
{ITEM}{ITEM.replace("harbor:1", "harbor:2")}</itemSet></newsMessage>""",
    "ninjs": json.dumps(
        {
            "uri": "urn:harbor:1",
            "headline": "Osh Market Reopens",
            "byline": "Anna Marek",
            "firstcreated": "1999-05-03T10:00:00Z",
            "language": "en",
            "body_xhtml": f"<div>{PARAGRAPHS}</div>",
        },
        indent=2,
    ),
    "rss": f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbor Times</title>
<link>https://harbor.example</link>{FEED_ITEM}
{FEED_ITEM}</channel></rss>""",
    "atom": f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbor Times</title><entry>
<title>Osh Market Reopens</title><id>urn:harbor:1</id><link href="https://harbor.example/osh"/>
<published>1999-05-03T10:00:00Z</published><author><name>Anna Marek</name></author>
<content type="html">{PARAGRAPHS.replace("<", "&lt;")}</content></entry></feed>""",
    "page": PAGE.format(meta=META),
    "linked data": PAGE.format(meta=f'<script type="application/ld+json">{LINKED}</script>'),
    "warc": record("warcinfo", "zero", b"software: harbor", "application/warc-fields")
    + record("response", "one", HTTP + PAGE.format(meta=META).encode(), "application/http; msgtype=response"),
    "factiva": FACTIVA + "\n" + FACTIVA,
    "factiva without codes": FACTIVA_DISPLAY + FACTIVA_DISPLAY + "Search Summary\nText\tosh\n",
    "factiva in printed pages": "\ufeffPage 1 of 2 \u00a9 2001 Factiva, Inc. All rights reserved.\r\n\r\n"
    + (FACTIVA.replace("TD\n", "TD\nPage 2 of 2 \u00a9 2001 Factiva, Inc. All rights reserved.\n") * 2).replace(
        "\n", "\r\n"
    ),
    "factiva in UTF-16": (FACTIVA + "\n" + FACTIVA).encode("utf-16"),
    "factiva in HTML": f"<html><body><p>Factiva</p>{FACTIVA_PAGE}{FACTIVA_PAGE}</body></html>",
    "nexis below its cover": "Print Request:   All Documents: 1-2\nTime Of Request: Monday, May 3, 1999\n\n"
    + NEXIS.format(number=1)
    + "\f"
    + NEXIS.format(number=2),
    "nexis uni": NEXIS_UNI + NEXIS_UNI,
    "docx of nexis uni": word(NEXIS_UNI),
    "proquest without labels of titles": "Report Information from ProQuest\nMay 05 1999 10:00\n"
    + PROQUEST_BARE.format(number=1)
    + PROQUEST_BARE.format(number=2),
    "nexis": NEXIS.format(number=1) + NEXIS.format(number=2),
    "proquest": PROQUEST + PROQUEST + "_" * 60 + "\n",
    "message": MESSAGE.format(name="one", rest=PLAIN),
    "message in base64": MESSAGE.format(
        name="one",
        rest="Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(f"{FIRST}\n\n{SECOND}\n".encode()).decode(),
    ),
    "message in quoted-printable and HTML": MESSAGE.format(
        name="one",
        rest='Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{HTML_PART}\n--x--\n",
    ),
    "mailbox": "".join(
        f"From anna@harbor.example Mon May  3 23:30:00 1999\n{MESSAGE.format(name=name, rest=PLAIN)}\n"
        for name in ("one", "two")
    ),
    "digest": MESSAGE.format(
        name="digest",
        rest=f"\nToday's letters:\n  Osh\n\n{'-' * 70}\n\n{DIGEST_PIECE}{DIGEST_RULE}{DIGEST_PIECE}{DIGEST_RULE}"
        "End of Harbor Digest V4 #196\n*********************\n",
    ),
    "json lines": f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n",
    "json list": json.dumps([ROW, ROW], indent=1),
    "csv": ",".join(ROW)
    + "\n"
    + ",".join(f'"{value}"' for value in ROW.values())
    + "\n"
    + ",".join(f'"{v}"' for v in ROW.values()),
    "csv with semicolons": ";".join(ROW) + "\r\n" + 2 * (";".join(f'"{value}"' for value in ROW.values()) + "\r\n"),
    "csv with bars": "|".join(ROW) + "\n" + 2 * ("|".join(f'"{value}"' for value in ROW.values()) + "\n"),
    "json lines in UTF-16": f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n".encode("utf-16"),
    "ninjs of version 2": json.dumps(
        {
            "uri": "urn:harbor:1",
            "standard": {"name": "ninjs", "version": "2.1"},
            "firstcreated": "1999-05-03T10:00:00Z",
            "headlines": [{"role": "short", "value": "Osh"}, {"role": "main", "value": "Osh Market Reopens"}],
            "byline": "Anna Marek",
            "people": [{"name": "Pavel Osmonov"}],
            "pubstatus": "usable",
            "bodies": [{"contenttype": "text/html", "value": PARAGRAPHS}],
        }
    ),
    "markdown": f"# Osh **Market** Reopens\n\nBy Anna Marek\n\nMay 3, 1999\n\n![A stall, 12 dollars](a-12.png)\n\n"
    f"[{FIRST}](https://harbor.example/12)\n\n```\nrent = 12\n```\n\n{SECOND}\n",
    "markdown below fields": "---\ntitle: Osh Market Reopens\nauthor: Anna Marek\ndate: 1999-05-03\ndesk: World\n---\n"
    f"{FIRST}\n\n{SECOND}\n",
    "rtf": rtf("\n\n".join(ARTICLE)),
    "rtf of factiva": rtf(FACTIVA),
    "rtf of factiva in rows": rtf_of_rows({**FACTIVA_ROWS, "LP": FIRST, "TD": SECOND}, "Document HARBT00020010101dv53"),
    "docx": word("\n".join(ARTICLE)),
    "docx of nexis": word(NEXIS.format(number=1)),
    "odt": open_document(ARTICLE),
    "pdf": pdf(ARTICLE),
}

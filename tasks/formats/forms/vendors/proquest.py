"""ProQuest's documents as text: lines of underscores between them, a label and a colon before each field.

Title: … Author: … Publication info: … Full text: … Publication title: … Publication date: May 3, 1999 …
"""

import re

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import beginnings
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.fields import blocks_of, decoded_export, one_line

NAMES = {
    "Abstract": "abstract",
    "Publication info": "publication_info",
    "Subject": "subjects",
    "Location": "places",
    "People": "people",
    "Company / organization": "organizations",
    "Pages": "page",
    "First page": "page",
    "Section": "section",
    "Edition": "edition",
    "Publisher": "publisher",
    "Place of publication": "published_in",
    "ISSN": "issn",
    "Source type": "source_type",
    "Language of publication": "language",
    "Document type": "kind",
    "ProQuest document ID": "identifier",
    "Document URL": "url",
    "Copyright": "copyright",
    "Column": "column",
    "Dateline": "dateline",
}
READ = (
    "Title",
    "Author",
    "Full text",
    "Full Text",
    "Text",
    "Publication title",
    "Publication date",
    "Publication year",
)
OTHERS = (
    *(
        "Links",
        "Number of pages",
        "Year",
        "Volume",
        "Issue",
        "Country of publication",
        "Publication subject",
        "Last updated",
    ),
    *("Database", "Document feature", "Source", "Identifier / keyword", "Accession number", "Word count", "Credit"),
)
FIELD = re.compile(rf"^(?P<label>{'|'.join(map(re.escape, (*NAMES, *READ, *OTHERS)))}):[ \t]*", re.MULTILINE)
RULE = rb"_{30,}[ \t]*\r?\n"
START = re.compile(
    rb"^" + RULE + rb"\s*(?=(?:Document \d+ of \d+\s+)?(?:Title|Author|Full [Tt]ext|Abstract|Publication info):)",
    re.MULTILINE,
)
FIRST = re.compile(r"(?:_{30,}\s*)?(?:Document \d+ of \d+\s+)?(?=(?:Title|Author|Publication info|Abstract):)")


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a document's fields in the way of ProQuest."""
    if not FIRST.match(head.start):
        return False
    labels = {match["label"] for match in FIELD.finditer(head.start)}
    telling = {"Publication title", "ProQuest document ID", "Publication info", "Document URL", "Source type"}
    return head.start.startswith("_" * 30) or bool(labels & telling and labels & {"Full text", "Full Text", "Title"})


def read(content: bytes) -> Reading:
    """Read a document, or raise `Refusal` where it has no full text."""
    decoded = decoded_export(content)
    fields: dict[str, str] = {}
    matches = list(FIELD.finditer(decoded.text))
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        value = decoded.text[match.end() : following.start() if following else len(decoded.text)]
        fields.setdefault(match["label"], re.sub(r"(?m)^_{30,}.*", "", value).strip())
    body = fields.get("Full text") or fields.get("Full Text") or fields.get("Text") or ""
    words = re.sub(r"\D", "", fields.get("Word count", ""))
    return compose(
        Story(
            title=one_line(fields.get("Title", "")),
            paragraphs=[one_line(block) for block in blocks_of(body)],
            byline=one_line(fields.get("Author", "")),
            publication=one_line(fields.get("Publication title", "")),
            published_on=day_of(fields.get("Publication date")),
            fields={
                "word_count": words,
                **{name: one_line(fields[label]) for label, name in NAMES.items() if fields.get(label)},
            },
        ),
        encoding=decoded.encoding,
        repairs=decoded.repairs,
    )


FORM = Form(
    says="an export of ProQuest",
    recognise=recognise,
    cut=beginnings(START, lambda _, number: str(number)),
    read=read,
)

"""ProQuest's documents as text: lines of underscores between them, a label and a colon before each field.

Title: … Author: … Publication info: … Full text: … Publication title: … Publication date: May 3, 1999 …
"""

import re

from tasks.formats.forms.composing import Story, compose
from tasks.formats.forms.cutting import beginnings
from tasks.formats.forms.days import day_of
from tasks.formats.forms.form import Form, Head, Reading
from tasks.formats.forms.vendors.fields import COVER, after_cover, blocks_of, decoded_export, first_block, one_line
from tasks.sources.refusal import Refusal, excerpt_of

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
LABELS = "Title|Author|Full [Tt]ext|Abstract|Publication info|Links|ProQuest document link"
UNLABELLED = rf"(?:Document \d+ of \d+\s+)?(?:(?!_{{30}}|{LABELS})[^\n]{{1,300}}\n\s*){{0,3}}"
"""What may stand above the first field: the document's number, and its title without a label."""

START = re.compile(
    rb"^[ \t\f]*_{30,}[ \t]*\r?\n\s*(?=" + UNLABELLED.encode() + rb"(?:" + LABELS.encode() + rb")\b)", re.MULTILINE
)
FIRST = re.compile(rf"(?:_{{30,}}\s*)?(?P<title>{UNLABELLED})(?=(?:{LABELS}):)")


def recognise(head: Head) -> bool:
    """Tell whether a text begins with a document's fields in the way of ProQuest."""
    start = after_cover(head)
    if not FIRST.match(start):
        return False
    labels = {match["label"] for match in FIELD.finditer(start)}
    telling = {"Publication title", "ProQuest document ID", "Publication info", "Document URL", "Source type"}
    is_telling = start.startswith("_" * 30) or bool(labels & telling)
    return is_telling and bool(labels & {"Full text", "Full Text", "Title"})


def read(content: bytes) -> Reading:
    """Read a document, or raise `Refusal` where it has no full text."""
    decoded = decoded_export(content)
    fields: dict[str, str] = {}
    matches = list(FIELD.finditer(decoded.text))
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        value = decoded.text[match.end() : following.start() if following else len(decoded.text)]
        fields.setdefault(match["label"], re.sub(r"(?m)^_{30,}.*", "", value).strip())
    body = fields.get("Full text") or fields.get("Full Text") or fields.get("Text") or ""
    if body and not {"Publication title", "ProQuest document ID", "Publication date"} & fields.keys():
        last = excerpt_of(decoded.text.rstrip()[-100:])
        reason = "The document names neither publication nor day below its text: its end is missing"
        raise Refusal("cut_off", reason, repair="Download it again.", excerpt=last)
    words = re.sub(r"\D", "", fields.get("Word count", ""))
    return compose(
        Story(
            title=first_block(fields.get("Title", "")) or title_above(decoded.text),
            paragraphs=[one_line(block) for block in blocks_of(body)],
            byline=first_block(fields.get("Author", "")),
            publication=first_block(fields.get("Publication title", "")),
            published_on=day_of(first_block(fields.get("Publication date", ""))),
            fields={
                "word_count": words,
                **{name: first_block(fields[label]) for label, name in NAMES.items() if fields.get(label)},
                "abstract": one_line(fields.get("Abstract", "")),
            },
        ),
        encoding=decoded.encoding,
        repairs=decoded.repairs,
    )


def title_above(text: str) -> str:
    """Return the title that stands above the first field, without a label."""
    match = FIRST.match(text.lstrip())
    return one_line(re.sub(r"^Document \d+ of \d+", "", match["title"])) if match else ""


FORM = Form(
    says="an export of ProQuest",
    recognise=recognise,
    version="2",
    cut=beginnings(START, lambda _, number: str(number), cover=COVER),
    read=read,
)

"""What files of news come in besides plain text: each form is recognised by its first bytes, then read or refused.

A new form is one module with a `FORM`, and one line in `FORMS`; `docs/formats.md` shows one being added.

- `form`: what a form is, and what is read of a file.
- `transcoding`: files of other encodings than UTF-8, for who divides them.
- `cutting`: files of many articles, divided while they are read.
- `composing`: the text of an article of which the parts are known.
- `days`: the day that a form states.
- `xml`: XML without its dangers.
- `wires`: newswire in markup.
- `mail`: letters, one a file or many in a mailbox.
- `vendors`: exports of the vendors of newspaper archives.
- `web`: pages, archives of pages, and feeds.
- `tables`: rows of databases.
- `documents`: documents of word processors.
- `refused`: what is recognised and not read.
"""

from tasks.formats.forms.documents import markdown, open_document, pdf, rtf, word
from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.mail import MAILBOX, MESSAGE
from tasks.formats.forms.refused import LINES, SHAPES, SIGNATURES
from tasks.formats.forms.tables import csv_rows, json_rows
from tasks.formats.forms.transcoding import unmarked
from tasks.formats.forms.vendors.exports import EXPORTS
from tasks.formats.forms.web import feed, page, warc
from tasks.formats.forms.wires import newsml, nitf, reuters, trec
from tasks.sources.parts import HEAD_BYTES, Cut

FORMS: dict[str, Form] = {
    "reuters": reuters.FORM,
    "trec": trec.FORM,
    "nitf": nitf.FORM,
    "newsml": newsml.FORM,
    "feed": feed.FORM,
    "page": page.FORM,
    "warc": warc.FORM,
    **EXPORTS,
    "mailbox": MAILBOX,
    "rtf": rtf.FORM,
    "docx": word.FORM,
    "odt": open_document.FORM,
    "pdf": pdf.FORM,
    "markdown": markdown.FORM,
    **SIGNATURES,
    **SHAPES,
    "json": json_rows.FORM,
    "message": MESSAGE,
    "csv": csv_rows.FORM,
    **LINES,
}
"""Every form by its name, in the order in which they are asked."""


def form_of(content: bytes) -> tuple[str, Form] | None:
    """Name the form that content is in by its first bytes; None for what is text and nothing more."""
    head = Head(content[:HEAD_BYTES])
    return next(((name, form) for name, form in FORMS.items() if form.recognise(head)), None)


def cut_of(head: bytes) -> Cut | None:
    """Return what cuts a file that begins so into its articles; None for one that is an article."""
    found = form_of(head)
    return unmarked(found[1].cut, head) if found and found[1].cut else None

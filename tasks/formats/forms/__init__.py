"""What files of news come in besides plain text: each form is recognised by its first bytes, then read or refused.

A new form is one module with a `FORM`, and one line in `FORMS`; `docs/formats.md` shows one being added.

- `form`: what a form is, and what is read of a file.
- `cutting`: files of many articles, divided while they are read.
- `composing`: the text of an article of which the parts are known.
- `days`: the day that a form states.
- `wires`: newswire in markup.
- `mail`: letters, one a file or many in a mailbox.
- `vendors`: exports of the vendors of newspaper archives.
- `refused`: what is recognised and not read.
"""

from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.mail import MAILBOX, MESSAGE
from tasks.formats.forms.refused import SHAPES, SIGNATURES
from tasks.formats.forms.vendors import factiva
from tasks.formats.forms.wires import reuters
from tasks.sources.parts import HEAD_BYTES, Cut

FORMS: dict[str, Form] = {
    "reuters": reuters.FORM,
    "factiva": factiva.FORM,
    "mailbox": MAILBOX,
    **SIGNATURES,
    **SHAPES,
    "message": MESSAGE,
}
"""Every form by its name, in the order in which they are asked."""


def form_of(content: bytes) -> tuple[str, Form] | None:
    """Name the form that content is in by its first bytes; None for what is text and nothing more."""
    head = Head(content[:HEAD_BYTES])
    return next(((name, form) for name, form in FORMS.items() if form.recognise(head)), None)


def cut_of(head: bytes) -> Cut | None:
    """Return what cuts a file that begins so into its articles; None for one that is an article."""
    found = form_of(head)
    return found[1].cut if found else None

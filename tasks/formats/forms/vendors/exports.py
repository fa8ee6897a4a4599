"""Exports that are in a document or a page: cut as a file of their text would be."""

import io
from collections.abc import Callable, Iterator

from tasks.formats.forms.form import Form, Head
from tasks.formats.forms.vendors import factiva, factiva_display, nexis, nexis_uni, proquest
from tasks.sources.budget import Readable
from tasks.sources.parts import HEAD_BYTES, Cut, Part
from tasks.sources.refusal import Refusal

EXPORTS: dict[str, Form] = {
    "factiva": factiva.FORM,
    "factiva_display": factiva_display.FORM,
    "nexis": nexis.FORM,
    "nexis_uni": nexis_uni.FORM,
    "proquest": proquest.FORM,
}
"""Every layout of a vendor's by its name, in the order in which they are asked."""


def cut_by(text_of: Callable[[bytes], str]) -> Cut:
    """Return what cuts a document that holds an export into the export's articles; of others it says nothing."""

    def cut(stream: Readable, most: int) -> Iterator[Part] | None:
        content = stream.read(most + 1)
        try:
            text = text_of(content).encode() if len(content) <= most else b""
        except Refusal:
            return None  # whoever reads it says why
        head = Head(text[:HEAD_BYTES])
        export = next((form for form in EXPORTS.values() if form.recognise(head)), None)
        return export.cut(io.BytesIO(text), most) if export and export.cut else None

    return cut

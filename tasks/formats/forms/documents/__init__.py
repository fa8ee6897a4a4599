"""Documents of word processors: an article, or an export of a vendor's that is in such a document.

- `prose`: the text of a document as an article, or as the export that it holds.
- `rtf`: Rich Text Format.
- `word`: DOCX, by its paragraphs.
- `open_document`: ODT, by its paragraphs.
- `pdf`: PDF, by its pages' text.
"""

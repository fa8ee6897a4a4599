"""Documents of word processors: an article, or an export of a vendor's that is in such a document.

- `prose`: the text of a document as an article, and packed documents opened.
- `rtf`: Rich Text Format.
- `word`: DOCX, by its paragraphs.
- `open_document`: ODT, by its paragraphs.
- `pdf`: PDF, by its pages' text.
- `markdown`: Markdown, as a page of it would show.
"""

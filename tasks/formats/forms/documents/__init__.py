"""Documents of word processors: an article, or an export of a vendor's that is in such a document.

- `prose`: the text of a document as an article, and packed documents opened.
- `rtf_marks`: what RTF hides, deletes and raises.
- `rtf`: Rich Text Format.
- `word_markup`: what the markup of Word shows.
- `word`: DOCX, by its paragraphs.
- `open_document`: ODT, by its paragraphs.
- `pdf`: PDF, by its pages' text.
- `markdown`: Markdown, as a page of it would show.
"""

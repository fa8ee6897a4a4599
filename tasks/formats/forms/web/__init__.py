"""What was kept of the web: saved pages, archives of pages, and feeds.

- `page`: a saved page in HTML, of which the article's text is kept.
- `warc`: archives of pages (WARC) and of their texts (WET).
- `feed`: RSS and Atom.
"""

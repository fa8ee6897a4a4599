"""What was kept of the web: saved pages, archives of pages, and feeds.

- `extraction`: the lines of a page that are its article, rows of tables among them.
- `microdata`: what a page states of its article among its words.
- `titles`: an article's title without the name of the site.
- `page`: a saved page in HTML, of which the article's text is kept.
- `warc`: archives of pages (WARC) and of their texts (WET).
- `feed`: RSS and Atom.
"""

"""Rows of databases: an article a row, its columns named in the configuration.

- `columns`: which column says what.
- `ninjs`: an article in ninjs of the IPTC.
- `json_rows`: JSON, an object an article: lines, a list, or ninjs.
- `csv_rows`: CSV, a row an article.
"""

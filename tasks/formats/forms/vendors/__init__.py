"""Exports of the vendors of newspaper archives: text in which lines of fields stand around each article.

- `fields`: what the vendors' layouts have in common.
- `factiva`, `factiva_display`, `nexis`, `nexis_uni`, `proquest`: a layout each.
- `exports`: all of them, and those that are in a document or a page.
"""

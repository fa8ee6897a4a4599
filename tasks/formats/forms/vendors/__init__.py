"""Exports of the vendors of newspaper archives: text in which lines of fields stand around each article.

- `fields`: what the vendors' layouts have in common.
- `factiva`, `nexis`, `proquest`: a layout a vendor.
"""

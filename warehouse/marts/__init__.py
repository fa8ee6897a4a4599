"""The marts: plain Parquet files for BI tools.

- `manifest`: what the marts of a folder were made from.
- `claims`: what several reports state, compared again where it has changed.
- `parquet`: files that describe themselves.
- `marts`: written anew where rows have changed, swapped together.
"""

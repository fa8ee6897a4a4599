"""The marts: plain Parquet files for BI tools.

- `marts`: written anew where something changed, swapped together.
"""

"""The index of words, in Parquet files below the marts, written a segment of articles at a time.

- `segments`: which articles lie together.
- `index`: written anew where articles are new, taken over elsewhere.
"""

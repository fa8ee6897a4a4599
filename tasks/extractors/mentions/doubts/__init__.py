"""Names that nothing in the article bears out, once all others are known.

- `evidence`: what stands beside a word that is somebody's name.
- `things`: storms, ships and letters in brackets, called by a word that might be anything.
- `strangers`: the people whom nothing introduces, and what they are instead, or nothing.
"""

"""Names that nothing in the article bears out, once all others are known.

- `evidence`: what stands beside a word that is somebody's name.
- `strangers`: the people whom nothing introduces, and what they are instead, or nothing.
"""

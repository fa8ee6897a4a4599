"""Names that nothing in the article bears out, once all others are known.

- `evidence`: what stands beside a word that is somebody's name.
- `things`: storms and ships, called by a word that might be somebody's.
- `strangers`: the people whom nothing introduces, and what they are instead, or nothing.
"""

"""What needs no learning.

- `certainties`: what words leave no doubt of.
- `tabled`: what rows and headings say.
"""

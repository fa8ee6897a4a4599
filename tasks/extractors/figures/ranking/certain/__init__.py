"""What needs no learning.

- `beside`: what clauses without a verb and possessives say.
- `certainties`: what words leave no doubt of.
- `tabled`: what rows and headings say.
"""

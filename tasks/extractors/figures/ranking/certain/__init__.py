"""What needs no learning.

- `hedged`: what stands between telling words and a figure.
- `beside`: what clauses without a verb and possessives say.
- `moves`: what something came to.
- `turned`: which way it went.
- `certainties`: what is measured, and whose, where words leave no doubt.
- `held`: when it held.
- `stated`: as what it is stated.
- `tabled`: what rows and headings say.
"""

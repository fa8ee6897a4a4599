"""From the rules of the grammar to expressions that are resolved.

- `grammar`: the rules, in the order in which they win.
- `matching`: where they match.
- `prefixes`: words before an expression that make another one of it.
- `joined`: `1 January to 31 December`.
"""

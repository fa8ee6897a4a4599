"""Whether what is found in real articles stays what it is where they say it of other numbers and other people.

Nothing needs to be labelled for that: with other digits of the same length a figure has another value and nothing else,
and with another surname the same places hold the same kinds of names. What changes besides rests on one number or name.

- `digits`: other digits of the same shape, in the same order.
- `surnames`: other surnames, of the same length or not.
- `__main__`: the command, `python -m benchmarks.otherwise --texts NEWS.jsonl.gz`.
"""

"""What a sentence says of an amount: measure, whose, period, status, direction and base.

- `comparatives`: `10 percent less than`.
- `time_phrases`: words of time and asides, which are passed over.
- `phrases`: noun phrases, and whose they are said to be.
- `predicates`: the verb that a figure completes, and its subject.
- `periods`: when a figure holds.
- `sentences`: a sentence as slots are read from.
- `relations`: how a figure stands to the one before it.
- `directions`: up or down.
- `comparisons`: the base, as written.
- `bases`: the level beside it, or the phrase behind it.
- `statuses`: actual, target, estimate, forecast, claim.
- `named_phrases`: what an amount's own noun phrase names.
- `measures`: what is measured.
- `slots`: all of them, sentence by sentence.
"""

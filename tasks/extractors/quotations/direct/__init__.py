"""What stands between quotation marks, and who said it.

- `plain`: the plainest sentences, without a parser.
- `relays`: the outlet that passes a sentence on.
- `completed`: `that` and commas which a parser misses.
- `readings`: an article, paragraph by paragraph.
- `quoted`: who said what, sentence by sentence.
- `gapping`: a second speaker without a verb.
- `labels`: speakers beside a quotation with no verb.
- `preceding`: speakers in the sentence before.
- `continuations`: speakers carried over.
"""

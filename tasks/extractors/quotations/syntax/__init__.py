"""From quoted words to whoever speaks them, by the grammar of a sentence.

- `grammar`: tags and relations of the parser.
- `governor`: what attributes words to somebody.
- `sources`: who can speak.
- `speech`: what kind of speech a verb is, and which one it goes on from.
- `additions`: subjects where the parser was led astray.
- `subjects`: who does what a verb says.
- `inversions`: `…, argues the report`.
- `parentheticals`: `…, he added, …`.
- `colons`: who is named before a colon.
- `adjacent`: who stands right beside a quotation.
- `ancestors`: what stands above the words.
- `attribution`: all of these together.
- `negation`: what was not said.
- `phrases`: words of a parse as phrases of the article.
"""

"""What the model proposes, cut to names.

- `normalization`: the text as the model was taught to read.
- `trimming`: where a name begins and ends.
- `no_names`: what is no name at all.
- `neighbours`, `cuts`, `lists`, `compounds`: several names taken for one.
- `extension`: names cut short.
- `sentence_starts`: words with a capital only from beginning a sentence.
- `headlines`: titles within the body.
- `works`: titles of films and books.
- `products`: what is sold under a name.
- `candidates`: all of that together.
"""

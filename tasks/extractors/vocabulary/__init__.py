"""What more than one extractor reads by: words for people, outlets, and datelines.

- `tables`: the lists, and how they are read.
- `nouns`: common nouns for those who speak, and for what carries their words.
- `given_names`: names of men and of women.
- `outlets`: agencies, papers and broadcasters that are known by name.
- `cities`: towns of the world, where they lie and how large they are.
- `datelines`: `ALMATY, Aug. 12 (AP) -`.
"""

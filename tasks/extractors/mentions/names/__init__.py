"""Names within the article: one thing, called by several.

- `acronyms`: `theater missile defense (TMD)`.
- `people`: full names and their short forms.
- `companies`: companies called by their first words.
- `short_forms`: bodies called by their last word.
- `repetitions`: names found at one place and overlooked at another.
- `georgia`: the country, or the state of the United States.
- `qualified`: `Birmingham, Alabama`.
- `constituencies`: `Bethnal Green and Bow`.
- `datelines`: `ALMATY, Aug. 12 (AP) -`.
- `described`: `the tanker Sea Pearl`, `Arkon, a think tank,`.
- `outlets`: `told Kabar`.
- `sites`: `the Joe Marsh gold mine`.
- `partners`: `Dillon, Read and Co Inc`.
- `full_names`: the name that each thing goes by.
"""

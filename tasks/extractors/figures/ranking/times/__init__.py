"""When a figure may hold.

- `fiscal`: quarters and years of the article's own fiscal year.
- `undated`: what times mean in an article without a day of publication.
- `named_times`: the times that an article names.
- `compared_times`: those that only say what is compared with.
- `standing`: how they stand to article and figure.
- `published`: those left to the day of publication.
- `unnamed`: stretches that a sentence names without their days.
- `period_candidates`: those that a figure may hold for.
"""

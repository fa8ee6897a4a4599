"""What a figure says, chosen by trees that were taught on labels made by reading: measure, whose, period, status.

For each slot the candidates are listed with features, and the trees choose among them or abstain; the rules' answers
are among the features. What a bracket translates takes every slot of the figure before it.

- `forests`: boosted trees in whole numbers.
- `readings`: a sentence as a parser reads it best.
- `sentences`: parsed sentences, with offsets in the article.
- `noun_phrases`: their noun phrases.
- `ways`: the way from a figure to a word.
- `spans`: stretches of time that begin or end with a date.
- `story`: an article, and what was told of its figures so far.
- `measure_candidates`: what may be measured.
- `owner_candidates`: whose it may be.
- `times`: when it may hold.
- `levels`: how it stands to other figures.
- `stances`: as what it is stated.
- `weights`: what was learned.
- `judging`: the choice.
- `certain`: what needs no learning.
- `telling`: figure by figure, all of it.
"""

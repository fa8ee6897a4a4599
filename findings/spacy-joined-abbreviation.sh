#!/usr/bin/env bash
# spaCy parts Russian-Chinese into its words, but not U.S.-Japanese, and $1.5m into its parts, but not $1.5bn.
#
# Guess: a rule parts words at hyphens and numbers from what follows them, so both pairs come apart in the same way, and
# a name within them can be marked.
#
# Seen: a hyphen parts two words where a letter or digit stands before it; behind the full stop of an abbreviation it
# does not. A number is parted from what follows only where that is on a list of units, on which `m` and `km` stand, and
# `bn` and `mln` do not. Entities are made of tokens: for `U.S.` in `U.S.-Japanese talks` there is no span, whatever
# model one trains.
#
#   Russian-Chinese talks: ['Russian', '-', 'Chinese', 'talks']
#   U.S.-Japanese talks: ['U.S.-Japanese', 'talks']
#   a $1.5m loan: ['a', '$', '1.5', 'm', 'loan']
#   a $1.5bn loan: ['a', '$', '1.5bn', 'loan']
#   5mln rubles: ['5mln', 'rubles']
#   span of Russian: 'Russian'
#   span of U.S.: None
#   is 1.5bn like a number: False
#
# Matters: mentions of the United States in such compounds are lost, while those of Russia are counted. A comparison of
# how often two countries are named is then one of how they are abbreviated.
#
# Versions: spacy 3.8.18.

source "$(dirname -- "$0")/lib.sh"
environment now spacy==3.8.18

run now <<'PY'
import spacy
from finding import seen

english = spacy.blank("en")


def tokens(text):
    return [token.text for token in english(text)]


def span(text, name):
    start = text.index(name)
    found = english(text).char_span(start, start + len(name), label="GPE")
    return found and found.text


seen("Russian-Chinese talks", tokens("Russian-Chinese talks"), then=["Russian", "-", "Chinese", "talks"])
seen("U.S.-Japanese talks", tokens("U.S.-Japanese talks"), then=["U.S.-Japanese", "talks"])
seen("a $1.5m loan", tokens("a $1.5m loan"), then=["a", "$", "1.5", "m", "loan"])
seen("a $1.5bn loan", tokens("a $1.5bn loan"), then=["a", "$", "1.5bn", "loan"])
seen("5mln rubles", tokens("5mln rubles"), then=["5mln", "rubles"])
seen("span of Russian", span("Russian-Chinese talks", "Russian"), then="Russian")
seen("span of U.S.", span("U.S.-Japanese talks", "U.S."), then=None)
seen("is 1.5bn like a number", english("a $1.5bn loan")[2].like_num, then=False)
PY

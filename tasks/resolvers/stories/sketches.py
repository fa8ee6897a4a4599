"""A sketch of an article's words, by which articles that have many in common are found without reading their texts.

MinHash over runs of words (Broder, 1997): the share of two texts' runs that are common to both is the chance that
their smallest hashes agree. Hashes are taken three together, a band; texts that agree in two bands are compared.
"""

import base64
import hashlib

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from tasks.resolvers.stories.wording import Wording

RUN_WORDS = 4
"""Words of a run: with fewer, every two texts have some in common; with more, an edit costs too many."""

BANDS, HASHES_IN_A_BAND = 64, 3
"""Texts that have half of their runs in common share two bands in 499 of 500 cases, a tenth in one of 520: one band is
not enough, for texts of a kind have a tenth in common, and their pairs are as many as the square of their number."""

SEED = 1
DIGEST_BYTES = 8
Bands = NDArray[np.uint32]
SKETCH_LENGTH = (BANDS * 4 + DIGEST_BYTES) * 4 // 3
"""Characters of a sketch; what follows in the ledger names its crowded bands."""

NOT_CROWDED = bytes(BANDS // 8)
"""A bit a band, set where it is crowded."""


def sketch_of(wording: Wording) -> str:
    """Sketch an article's words: its bands, then a hash of all its words in order, in base 64.

    Two articles have the same sketch only if they have the same words.
    """
    words = [*wording.headline, *wording.words]
    written = [*wording.headline, *wording.written]
    digest = hashlib.blake2b("\n".join(written).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).digest()
    return base64.b64encode(bands_of(words).astype("<u4").tobytes() + digest).decode("ascii")


def bands_of(words: list[str]) -> Bands:
    """Hash the runs of some words into bands."""
    minhash = RMinHash(num_perm=BANDS * HASHES_IN_A_BAND, seed=SEED)
    minhash.update(runs_of(words))
    hashes = np.array(minhash.digest(), np.uint64).reshape(BANDS, HASHES_IN_A_BAND)
    folded = hashes[:, 0]
    for column in range(1, HASHES_IN_A_BAND):
        folded = (folded * np.uint64(0x9E3779B97F4A7C15)) ^ (hashes[:, column] + (folded >> np.uint64(29)))
    return (folded ^ (folded >> np.uint64(32))).astype(np.uint32)


def runs_of(words: list[str]) -> list[str]:
    """Return the runs of a text's words, each once; a shorter text is one run."""
    return list({" ".join(words[start : start + RUN_WORDS]) for start in range(max(1, len(words) - RUN_WORDS + 1))})


def sketched_bands(sketches: list[str]) -> Bands:
    """Return the bands of sketches, a row each."""
    content = b"".join(base64.b64decode(sketch)[: BANDS * 4] for sketch in sketches)
    return np.frombuffer(content, "<u4").reshape(len(sketches), BANDS)


def as_stored(sketch: str, crowded: bytes) -> str:
    """Write a sketch as the ledger has it: with its crowded bands, where there are any."""
    return sketch if crowded == NOT_CROWDED else sketch + base64.b64encode(crowded).decode("ascii")


def bits_of(crowded: list[bytes]) -> NDArray[np.bool_]:
    """Return whether bands are crowded, a row a sketch."""
    content = np.frombuffer(b"".join(crowded), np.uint8).reshape(len(crowded), BANDS // 8)
    return np.unpackbits(content, axis=1).astype(np.bool_)

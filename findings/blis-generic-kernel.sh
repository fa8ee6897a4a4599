#!/usr/bin/env bash
# The matrix kernels that spaCy computes with end at AMD's Zen 2: on a processor of family 26 the generic one is taken.
#
# Guess: the package `blis`, which thinc multiplies its matrices by, has kernels for processors sold today, or takes
# those of the family before, whose instructions they all have.
#
# Seen: of AMD's it has kernels for zen and zen2 alone. On an EPYC of family 26 it takes none of them but the generic
# one, written in plain C; numpy's BLAS multiplied the same matrices three times as fast, and the environment has no say.
#
#   kernels in the wheel: ['generic', 'penryn', 'sandybridge', 'haswell', 'skx', 'knl', 'zen', 'zen2']
#   kernel taken on AMD's family 26: 'generic'
#   times as fast by numpy, one thread each: 2.9
#
# Matters: half of what reading names and parsing cost there. Newsledger asks which kernel was taken, and multiplies by
# numpy's where it is the generic one (docs/decisions/0113).
#
# Versions: blis 1.3.4, thinc 8.3.14, numpy 2.4.6. What is taken is asked for on a processor of that family alone.

source "$(dirname -- "$0")/lib.sh"
environment now blis==1.3.4 thinc==8.3.14 numpy==2.4.6

OMP_NUM_THREADS=1 run now <<'PY'
import ctypes
import time
from pathlib import Path

import blis.cy
import numpy
from finding import seen
from thinc.api import NumpyOps

KNOWN = ["generic", "penryn", "sandybridge", "haswell", "skx", "knl", "zen", "zen2", "zen3", "zen4", "zen5"]
library = ctypes.CDLL(blis.cy.__file__)
built = [name for name in KNOWN if hasattr(library, f"bli_cntx_init_{name}")]
seen("kernels in the wheel", built, then=["generic", "penryn", "sandybridge", "haswell", "skx", "knl", "zen", "zen2"])

processor = Path("/proc/cpuinfo").read_text()
if "AuthenticAMD" in processor and "cpu family\t: 26\n" in processor:
    library.bli_arch_string.restype = ctypes.c_char_p
    taken = library.bli_arch_string(library.bli_arch_query_id()).decode()
    seen("kernel taken on AMD's family 26", taken, then="generic")

rows, weights = (numpy.sin(numpy.arange(288 * count, dtype="f")).reshape(count, 288) for count in (3000, 288))


def fastest(operations):
    """Return the seconds of the fastest of some products."""
    took = []
    for _ in range(20):
        started = time.perf_counter()
        operations.gemm(rows, weights, trans2=True)
        took.append(time.perf_counter() - started)
    return min(took)


ratio = fastest(NumpyOps(use_blis=True)) / fastest(NumpyOps(use_blis=False))
print(f"  times as fast by numpy, one thread each: {ratio:.1f}")
PY

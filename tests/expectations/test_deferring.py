"""What Great Expectations imports and we never ask anything of is not loaded, and is there for whoever does."""

import subprocess
import sys

UNASKED = """
import expectations.check, sys
print(sorted({"scipy.optimize", "altair.vegalite"} & set(sys.modules)))
"""
ASKED = """
import expectations.check
import scipy.stats.distributions
from scipy import stats
import altair
print(stats.norm.cdf(0), scipy.stats.distributions.norm is stats.norm, altair.Chart.__name__)
"""


def said(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.strip()


def test_checks_do_not_load_what_they_never_ask() -> None:
    assert said(UNASKED) == "[]"


def test_deferred_modules_are_there_when_they_are_asked() -> None:
    assert said(ASKED) == "0.5 True Chart"

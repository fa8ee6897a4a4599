"""Where the tests find what they read."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
CASE_FILES = ROOT / "tests" / "cases"
EXAMPLES = ROOT / "examples" / "articles"

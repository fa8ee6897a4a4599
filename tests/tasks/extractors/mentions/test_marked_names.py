"""Names marked in sentences: what the words beside a name, or the rest of the text, say of its kind and its ends."""

import re
from collections import defaultdict

import pytest

from tasks.extractors.mentions import find
from tasks.formats.article import bare_article
from tests.support.places import CASE_FILES

MARK = re.compile(r"\[(?P<name>[^\[\]|]+)\|(?P<kind>[a-z]+)\]")
HEADING = "# "


def cases_by_heading() -> dict[str, list[str]]:
    """Read the marked sentences, one a line, by the heading that says what they show."""
    found: dict[str, list[str]] = defaultdict(list)
    heading = ""
    for line in (CASE_FILES / "marked_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(HEADING):
            heading = line.removeprefix(HEADING)
        elif line:
            found[heading].append(line)
    return found


@pytest.mark.parametrize(
    "marked",
    [pytest.param(line, id=f"{heading}: {line}") for heading, lines in cases_by_heading().items() for line in lines],
)
def test_find_reads_the_marked_names(marked: str) -> None:
    text = MARK.sub(lambda match: match["name"], marked)
    expected = [(match["name"], match["kind"]) for match in MARK.finditer(marked)]
    assert [(mention.text, mention.kind) for mention in find(bare_article(text, article_id="test"))] == expected

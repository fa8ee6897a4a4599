"""Reads real articles, and the same with other digits and surnames: `python -m benchmarks.otherwise --texts NEWS`.

Prints how many figures do not follow their digits, and how many names change their place or kind with surnames;
`--errors` prints some of them.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.otherwise.digits import changed_figures, renumbered
from benchmarks.otherwise.surnames import changed_mentions, renamed
from benchmarks.speed.archives import drawn
from tasks.formats.article import bare_article
from tasks.resolvers.findings import Findings, extract_all
from warehouse.records import Fact, Figure, Mention

READ_CHARS = 2_500
AROUND = 80


def main() -> None:
    """Read, read otherwise, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", metavar="NEWS.jsonl.gz", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0, help="how many differences to print of each sort")
    options = parser.parse_args()
    source = random.Random(options.seed)  # noqa: S311 - nothing secret
    texts = [text[:READ_CHARS] for text in drawn(options.texts, options.articles)]
    found = facts_of(texts)
    compare_digits(texts, [figures_of(each) for each in found], source, errors=options.errors)
    compare_surnames(texts, [mentions_of(each) for each in found], source, errors=options.errors)


def compare_digits(
    texts: Sequence[str], figures: Sequence[list[Figure]], source: random.Random, *, errors: int
) -> None:
    """Print how many figures of texts do not follow their digits."""
    others = [renumbered(text, source) for text in texts]
    read = [figures_of(each) for each in facts_of([text for text, _ in others])]
    lines = []
    for (text, changes), before, after in zip(others, figures, read, strict=True):
        lines += [line_of(text, one, other) for one, other in changed_figures(before, after, changes)]
    tell(f"{len(lines)} of {sum(map(len, figures)):,} figures do not follow their digits", lines[:errors])


def compare_surnames(
    texts: Sequence[str], mentions: Sequence[list[Mention]], source: random.Random, *, errors: int
) -> None:
    """Print how many names of the texts that name somebody in full change with the surnames."""
    others = [renamed(text, names, source) for text, names in zip(texts, mentions, strict=True)]
    read = [mentions_of(each) for each in facts_of([text for text, _ in others])]
    lines, count = [], 0
    for (text, moves), before, after in zip(others, mentions, read, strict=True):
        count += len(before) if moves else 0
        lines += [line_of(text, one, other) for one, other in changed_mentions(before, after, moves)] if moves else []
    tell(f"{len(lines)} of {count:,} names change with the surnames of the article", lines[:errors])


def facts_of(texts: Sequence[str]) -> list[Findings]:
    """Read texts, each as an article of its own."""
    articles = [bare_article(text, article_id=str(number)) for number, text in enumerate(texts)]
    found = []
    for each in extract_all(articles):
        if not isinstance(each, Findings):
            raise each
        found.append(each)
    return found


def figures_of(found: Findings) -> list[Figure]:
    """Return the figures of an article."""
    return [fact for fact in found.facts["figures"] if isinstance(fact, Figure)]


def mentions_of(found: Findings) -> list[Mention]:
    """Return the names of an article."""
    return [fact for fact in found.facts["mentions"] if isinstance(fact, Mention)]


def line_of(text: str, before: Fact | None, after: Fact | None) -> str:
    """Tell of a difference: the words of the other text, and what was read in each."""
    told = " -> ".join(
        f"{each.kind} {each.text!r}" if isinstance(each, Figure | Mention) else "nothing" for each in (before, after)
    )
    near = after or before
    start = near.start_char if near else 0
    return f"{told}: {' '.join(text[max(0, start - AROUND) : start + AROUND].split())}"


def tell(summary: str, lines: Sequence[str]) -> None:
    """Print a count and some of what was counted."""
    sys.stdout.write("\n".join([summary, *(f"  {line}" for line in lines)]) + "\n")


if __name__ == "__main__":
    main()

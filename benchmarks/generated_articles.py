"""An archive of generated articles: sentences of the benchmark's own articles, shuffled, some 470 words a file."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

CASES = Path(__file__).parent / "cases" / "articles.jsonl"
WORDS = 470
"""Length of the average article of the publications that the ledger was made for."""
VOLUMES, ISSUES_IN_A_VOLUME, ARTICLES_IN_AN_ISSUE = 8, 240, 6
"""Of a publication: one of a workday, in eight years. Who has more articles than that has more publications."""
HEADER = re.compile(r"\bPublication: [\w ]+? Volume: \d+ Issue: \d+ ")
SENTENCE_END = re.compile(r"(?<=[.”\"])\s+(?=[A-Z“\"])")
SENTENCES_IN_A_PARAGRAPH = 4


def write_archive(folder: Path, *, article_count: int, words: int = WORDS, seed: int = 1) -> None:
    """Write articles into a folder; the same seed writes the same."""
    folder.mkdir(parents=True)
    for number, text in enumerate(articles(article_count, words=words, seed=seed)):
        (folder / f"{number:07d}.txt").write_text(text, encoding="utf-8")


def articles(article_count: int, *, words: int, seed: int) -> Iterator[str]:
    """Yield texts of articles, each below the header of a daily brief."""
    source, sentences = random.Random(seed), sentences_of_cases()  # noqa: S311 - nothing secret
    for number in range(article_count):
        volume, issue = divmod(number // ARTICLES_IN_AN_ISSUE, ISSUES_IN_A_VOLUME)
        edition, volume = divmod(volume, VOLUMES)
        name = f"Monitor Edition {edition}" if edition else "Monitor"
        header = f"Publication: {name} Volume: {volume + 1} Issue: {issue + 1}"
        yield f"{header}\n\n{body(source, sentences, words=words)}\n"


def sentences_of_cases() -> list[str]:
    """Return the sentences of the benchmark's articles."""
    texts = (json.loads(line)["text"] for line in CASES.read_text(encoding="utf-8").splitlines())
    bodies = (HEADER.sub("", " ".join(text.split())) for text in texts)
    return [sentence for body in bodies for sentence in SENTENCE_END.split(body)]


def body(source: random.Random, sentences: list[str], *, words: int) -> str:
    """Put sentences together until there are as many words as wanted, a few to a paragraph."""
    chosen: list[str] = []
    while sum(len(sentence.split()) for sentence in chosen) < words:
        chosen.append(source.choice(sentences))
    paragraphs = (
        chosen[start : start + SENTENCES_IN_A_PARAGRAPH] for start in range(0, len(chosen), SENTENCES_IN_A_PARAGRAPH)
    )
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

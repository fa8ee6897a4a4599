"""An archive of generated articles: sentences of the benchmark's own articles, shuffled, some 470 words a file.

These sentences are few, so that of many short articles each has some with hundreds of others in common. Those of varied
articles hardly ever come again, and their people are ever new ones, as in news: the more articles, the more people.
"""

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from benchmarks.stories.wording import SURNAMES, sentence

CASES = Path(__file__).parent / "cases" / "articles.jsonl"
WORDS = 470
"""Length of the average article of the publications that the ledger was made for."""
VOLUMES, ISSUES_IN_A_VOLUME, ARTICLES_IN_AN_ISSUE = 8, 240, 6
"""Of a publication: one of a workday, in eight years. Who has more articles than that has more publications."""
HEADER = re.compile(r"\bPublication: [\w ]+? Volume: \d+ Issue: \d+ ")
SENTENCE_END = re.compile(r"(?<=[.”\"])\s+(?=[A-Z“\"])")
SENTENCES_IN_A_PARAGRAPH = 4

FIRST_DAY, DAYS_IN_A_YEAR = date(1995, 5, 1), 365
PEOPLE_OFTEN_NAMED = 0.7
"""The less, the more people there are: of the first hundred thousand short articles some ten thousand."""
SURNAME = re.compile("|".join(SURNAMES))
SYLLABLES = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]


def write_archive(
    folder: Path, *, article_count: int, words: int = WORDS, seed: int = 1, are_varied: bool = False
) -> None:
    """Write articles into a folder; the same seed writes the same."""
    folder.mkdir(parents=True)
    texts = (varied_articles if are_varied else articles)(article_count, words=words, seed=seed)
    for number, text in enumerate(texts):
        (folder / f"{number:07d}.txt").write_text(text, encoding="utf-8")


def articles(article_count: int, *, words: int, seed: int) -> Iterator[str]:
    """Yield texts of articles, each below the header of a daily brief."""
    source, sentences = random.Random(seed), sentences_of_cases()  # noqa: S311 - nothing secret
    for number in range(article_count):
        chosen = (source.choice(sentences) for _ in count())
        yield f"{header_of(number)}\n\n{body(chosen, words=words)}\n"


def varied_articles(article_count: int, *, words: int, seed: int) -> Iterator[str]:
    """Yield texts of articles below such a header and the day of the issue, all different."""
    source = random.Random(seed)  # noqa: S311 - nothing secret
    for number in range(article_count):
        issue = number // ARTICLES_IN_AN_ISSUE % (ISSUES_IN_A_VOLUME * VOLUMES)
        day = FIRST_DAY + timedelta(days=issue * DAYS_IN_A_YEAR // ISSUES_IN_A_VOLUME)
        sentences = (varied_sentence(source) for _ in count())
        yield f"{header_of(number)}\n{day:%B} {day.day}, {day.year}\n\n{body(sentences, words=words)}\n"


def header_of(number: int) -> str:
    """Write the header of the article of a number."""
    volume, issue = divmod(number // ARTICLES_IN_AN_ISSUE, ISSUES_IN_A_VOLUME)
    edition, volume = divmod(volume, VOLUMES)
    name = f"Monitor Edition {edition}" if edition else "Monitor"
    return f"Publication: {name} Volume: {volume + 1} Issue: {issue + 1}"


def varied_sentence(source: random.Random) -> str:
    """Write a sentence of people who are named the less often the more there are of them, as in news."""
    return SURNAME.sub(lambda _: invented_name(int(source.paretovariate(PEOPLE_OFTEN_NAMED))), sentence(source))


def invented_name(number: int) -> str:
    """Return the surname of a number: of two syllables or more, each number another."""
    name, number = "", number + len(SYLLABLES)
    while number:
        number, syllable = divmod(number, len(SYLLABLES))
        name += SYLLABLES[syllable]
    return f"{name.capitalize()}n"


def sentences_of_cases() -> list[str]:
    """Return the sentences of the benchmark's articles."""
    texts = (json.loads(line)["text"] for line in CASES.read_text(encoding="utf-8").splitlines())
    bodies = (HEADER.sub("", " ".join(text.split())) for text in texts)
    return [sentence for body in bodies for sentence in SENTENCE_END.split(body)]


def body(sentences: Iterator[str], *, words: int) -> str:
    """Put sentences together until there are as many words as wanted, a few to a paragraph."""
    chosen: list[str] = []
    while sum(len(sentence.split()) for sentence in chosen) < words:
        chosen.append(next(sentences))
    paragraphs = (
        chosen[start : start + SENTENCES_IN_A_PARAGRAPH] for start in range(0, len(chosen), SENTENCES_IN_A_PARAGRAPH)
    )
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

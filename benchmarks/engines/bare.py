"""The extractors alone: what they take for generated articles, in one process and in several at once."""

import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks.generated_articles import WORDS, articles
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract_all
from tasks.work.garbage import collect_seldom


def seconds_of_extractors(article_count: int) -> float:
    """Return the processor's seconds that the extractors take for some articles, the model being loaded already."""
    collect_seldom()  # as workers do
    texts = list(articles(article_count, words=WORDS, seed=1))
    deque(extract_all([bare_article(texts[0], article_id="first")]), maxlen=0)
    started = time.process_time()
    deque(extract_all(bare_article(text, article_id=str(number)) for number, text in enumerate(texts)), maxlen=0)
    return time.process_time() - started


def seconds_at_once(article_count: int, *, processes: int) -> float:
    """Return the seconds that the slowest of some processes takes, each of which reads all of the articles."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return max(pool.map(seconds_of_extractors, [article_count] * processes))

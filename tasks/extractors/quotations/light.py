"""Names by capitals alone."""

import re
from collections.abc import Iterator

from warehouse.records import Article, Mention

NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?:\s(?:[A-Z]\.\s)?[A-Z][\w’'-]*[a-z]){1,3}")


def light_mentions(article: Article) -> Iterator[Mention]:
    """Yield names of two and more capitalised words, and their last words alone."""
    text = article.text
    full: dict[str, str] = {}
    stop = {"The", "In", "On", "At", "But", "And", "If", "When", "As", "A", "An", "Former", "Republican", "Democratic", "President", "Sen", "Mr", "Senator", "Governor", "Secretary"}
    spans = []
    for m in NAME.finditer(text, article.body_start_char, article.body_end_char):
        words = m.group().split()
        while words and words[0] in stop:
            words = words[1:]
        if len(words) < 2:
            continue
        name = " ".join(words)
        name = re.sub(r"[’']s$", "", name)
        full.setdefault(name.split()[-1], name)
        s = m.end() - len(" ".join(words))
        spans.append((s, s + len(name), name))
    taken = {(s, e) for s, e, _ in spans}
    covered = [False] * (len(text) + 1)
    for s, e, _ in spans:
        for i in range(s, e):
            covered[i] = True
    for m in re.finditer(r"[A-Z][\w-]*[a-z]", text):
        if m.group() in full and not covered[m.start()]:
            spans.append((m.start(), m.end(), full[m.group()]))
    for s, e, name in sorted(spans):
        yield Mention(article_id=article.article_id, start_char=s, end_char=e, text=text[s:e], rule="light", kind="person", name=name, country_code=None, stands_for=None, role=None, entity_id=None)

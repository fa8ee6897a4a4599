"""Files of many forms: read as an ingest reads them, without a warehouse."""

import hashlib
from pathlib import Path

from tasks.formats import Refusal, cut_of, parse_article
from tasks.sources import Limits, read_sources
from warehouse.records import Article, RawFile, Rejection

LIMITS = Limits()


def raw_file(content: bytes | str, source: str = "in/a.txt") -> RawFile:
    content = content if isinstance(content, bytes) else content.encode()
    digest = hashlib.sha256(content).hexdigest()
    return RawFile(source=source, source_path=f"/data/{source}", content_sha256=digest, content=content)


def read_file(path: Path, content: bytes | str, limits: Limits = LIMITS) -> dict[str, Article | str]:
    """Write a file and read it; return its articles, or the rules that refused them, by source."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found: dict[str, Article | str] = {}
    for item in read_sources([str(path)], limits=limits, cutter=cut_of):
        assert item.source not in found, f"{item.source} stands twice"
        found[item.source] = item.rule if isinstance(item, Rejection) else article_or_rule(item)
    return found


def article_or_rule(raw: RawFile) -> Article | str:
    """Make an article of a file, or return the rule that refused it."""
    try:
        return parse_article(raw)
    except Refusal as refusal:
        return refusal.rule

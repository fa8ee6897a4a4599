"""The facts of a stretch: written beside each other, and an article that ends its process rejected alone."""

import os
import signal
from pathlib import Path

import pytest

from tasks.engines.ahead import map_ahead
from tasks.engines.engine import EngineError
from tasks.engines.processes import ProcessEngine
from tasks.engines.worker import Preloaded
from tasks.extractors.model import reading_with
from tasks.formats.article import bare_article
from tasks.resolvers.versions import pipeline_version
from tasks.work.agreement import SAMPLE
from tasks.work.extraction import Extraction, articles_of
from tasks.work.stretches import Stretch, stretches
from warehouse.ledger.shards import read_records, write_rows
from warehouse.records import Article, CrossReference, Rejection, Stamp, stamped

STAMP = Stamp(extractor_version="1", run_id="run")
POISON = "Poison"


class Poisoned(Extraction):
    """Extraction of articles one of which ends its process, as a fault of a library would."""

    def __call__(self, stretch: Stretch) -> Path:
        if any(article.body.startswith(POISON) for article in articles_of(stretch)):
            os.kill(os.getpid(), signal.SIGKILL)
        return stretch.shard / f"{stretch.start}-{stretch.stop}"

    def try_out(self) -> None:
        pass


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    """A shard of five dated articles, the fourth of them poisonous."""
    (tmp_path / "date").mkdir()
    (tmp_path / "extract").mkdir()
    texts = ["One.", "Two.", "Three.", f"{POISON}.", "Five."]
    articles = (bare_article(text, article_id=str(number)) for number, text in enumerate(texts, start=1))
    path = tmp_path / "date" / "articles.parquet"
    write_rows(path, Article, (stamped(article, STAMP) for article in articles))
    return tmp_path


def test_stretches_cover_a_shard(tmp_path: Path) -> None:
    cut = list(stretches(tmp_path, article_count=150))
    assert [(one.start, one.stop) for one in cut] == [(0, 64), (64, 128), (128, 150)]


def test_halves_cover_a_stretch(tmp_path: Path) -> None:
    first, second = Stretch(shard=tmp_path, start=3, stop=6).halves() or ()
    assert (first.start, first.stop, second.start, second.stop) == (3, 4, 4, 6)
    assert first.halves() is None


def test_an_article_that_ends_every_process_is_rejected_alone(shard: Path) -> None:
    engine = ProcessEngine(1, preloaded=Preloaded(modules=("tasks.work.extraction",)))
    job = Poisoned(model="en_core_web_sm", version="", run_id="run")
    try:
        ((*done,),) = map_ahead(engine, job, stretches(shard, article_count=5))
    finally:
        engine.close()
    assert [folder.name[:13] for folder in done] == ["0-2", "2-3", "000003-000004", "4-5"]
    folder = done[2]
    (rejection,) = read_records(folder / "rejections.parquet", Rejection)
    assert (rejection.rule, rejection.article_id, rejection.excerpt) == ("worker_lost", None, f"{POISON}.")
    assert "ended every process" in rejection.reason
    assert rejection.repair
    assert read_records(folder / "articles.parquet", Article) == []
    assert read_records(folder / "cross_references.parquet", CrossReference) == []


def test_two_workers_that_do_the_same_stretch_do_not_write_into_each_others_folder(shard: Path) -> None:
    job = Poisoned(model="en_core_web_sm", version="", run_id="run")
    stretch = Stretch(shard=shard, start=0, stop=1)
    assert job.give_up(stretch) != job.give_up(stretch)


def test_a_worker_with_other_rules_refuses(shard: Path) -> None:
    job = Extraction(model="en_core_web_sm", version="of yesterday", run_id="run")
    with pytest.raises(EngineError, match="another version of Newsledger"):
        job(Stretch(shard=shard, start=0, stop=1))


def test_the_trial_of_a_worker_finds_facts_in_an_article_of_common_length() -> None:
    assert 300 < len(SAMPLE.body.split()) < 600
    with reading_with("en_core_web_sm"):
        Extraction(model="en_core_web_sm", version=pipeline_version(), run_id="run").try_out()
